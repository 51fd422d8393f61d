import { type CaseEvent } from '../events/case-event.js';
import { type Configuration, type Edge, type Graph } from './graph.js';
import { type Bits, metIn, type Valuations } from './valuations.js';

type Way = { readonly from: number; readonly to: number; readonly open: Bits };

/** The edges that may be used, each once for the same rules. */
function waysOf(graph: Graph, uses: (event: CaseEvent) => boolean, valuations: Valuations): readonly Way[] {
  const openings = new Map<string, Bits>();
  const ways = new Map<string, Way>();
  for (const { from, to, event, branch } of graph.edges) {
    if (from === to || !uses(event)) continue;
    const rules = (branch.guard.rules ?? []).filter((rule) => valuations.metBy.has(rule));
    const sort = rules.join();
    const open = openings.get(sort) ?? metIn(valuations, rules);
    openings.set(sort, open);
    ways.set(`${from} ${to} ${sort}`, { from, to, open });
  }
  return [...ways.values()];
}

/** Adds what can be reached over the way; true where there was something new. */
function passOn(here: Bits, there: Bits, open: Bits): boolean {
  let isNew = false;
  for (let word = 0; word < here.length; word++) {
    const before = here[word] ?? 0;
    const after = before | ((there[word] ?? 0) & (open[word] ?? 0));
    // A typed array holds unsigned words, the operators give signed ones.
    if (after >>> 0 !== before) {
      here[word] = after;
      isNew = true;
    }
  }
  return isNew;
}

/** For each configuration, the valuations in which one of the targets can be reached by these events. */
export function reachOf(
  graph: Graph,
  valuations: Valuations,
  isTarget: (configuration: Configuration) => boolean,
  uses: (event: CaseEvent) => boolean,
): readonly Bits[] {
  const reach = graph.nodes.map((node) => (isTarget(node) ? valuations.all.slice() : new Uint32Array(valuations.all.length)));
  const into = new Map<number, Way[]>();
  for (const way of waysOf(graph, uses, valuations)) into.set(way.to, [...(into.get(way.to) ?? []), way]);
  const waiting = new Set(graph.nodes.flatMap((node, place) => (isTarget(node) ? [place] : [])));
  for (const place of waiting) {
    waiting.delete(place);
    const there = reach[place];
    for (const { from, open } of into.get(place) ?? []) {
      const here = reach[from];
      if (here !== undefined && there !== undefined && passOn(here, there, open)) waiting.add(from);
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
