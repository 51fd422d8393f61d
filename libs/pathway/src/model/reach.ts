import { type CaseEvent } from '../events/case-event.js';
import { type Configuration, type Edge, type Graph } from './graph.js';
import { asked, type Mask, type RuleClasses, type Smallest, withMask } from './valuations.js';

type Way = { readonly from: number; readonly needs: Mask };

/** The edges that may be used, by where they lead, each once for the same rules. */
function waysInto(graph: Graph, uses: (event: CaseEvent) => boolean, classes: RuleClasses): ReadonlyMap<number, readonly Way[]> {
  const into = new Map<number, Map<string, Way>>();
  for (const { from, to, event, branch } of graph.edges) {
    if (from === to || !uses(event)) continue;
    const way = { from, needs: asked(classes, branch.guard.rules) };
    const ways = into.get(to) ?? new Map<string, Way>();
    into.set(to, ways.set(`${from} ${way.needs}`, way));
  }
  return new Map([...into].map(([to, ways]) => [to, [...ways.values()]]));
}

/**
 * For each configuration the smallest sets of rules with which one of the targets can be reached by these events. Guards never ask
 * that a rule is *not* met, so this answers every valuation at once: a target is within reach in exactly those that meet one of the sets.
 */
export function reachOf(
  graph: Graph,
  classes: RuleClasses,
  isTarget: (configuration: Configuration) => boolean,
  uses: (event: CaseEvent) => boolean,
): readonly Smallest[] {
  const reach: Smallest[] = graph.nodes.map((node) => (isTarget(node) ? [0] : []));
  const into = waysInto(graph, uses, classes);
  const waiting = new Set(graph.nodes.flatMap((node, place) => (isTarget(node) ? [place] : [])));
  for (const place of waiting) {
    waiting.delete(place);
    const there = reach[place] ?? [];
    for (const { from, needs } of into.get(place) ?? []) {
      const before = reach[from] ?? [];
      const after = there.reduce((known, mask) => withMask(known, mask | needs), before);
      if (after === before) continue;
      reach[from] = after;
      waiting.add(from);
    }
  }
  return reach;
}

/** The first configuration of each state that a check complains of, so that a report stays readable. */
export const oncePerState = (graph: Graph, isFaulty: (node: Configuration, place: number) => boolean): readonly string[] => [
  ...new Set(graph.nodes.filter(isFaulty).map(({ state }) => state)),
];

export const edgesFrom = (graph: Graph): readonly (readonly Edge[])[] => {
  const from: Edge[][] = graph.nodes.map(() => []);
  for (const edge of graph.edges) from[edge.from]?.push(edge);
  return from;
};
