import { duties, watchedDates } from '../clock-kinds.js';
import { type Pathway } from '../pathway.js';
import { type Edge, type Graph } from './graph.js';
import { edgesFrom, oncePerState } from './reach.js';

/** Whoever an open case waits for has a clock running, and a closed case has none. */
export const waitingClockFaults = (graph: Graph): readonly string[] => [
  ...graph.faults,
  ...oncePerState(graph, ({ state, clocks }) => state !== 'closed' && clocks.length === 0).map(
    (state) => `${state}: no clock runs`,
  ),
  ...oncePerState(graph, ({ state, clocks }) => state === 'closed' && clocks.length > 0).map((state) => `${state}: a clock runs`),
];

const touches = ({ branch }: Edge, duty: string, how: 'startDuty' | 'endDuty'): boolean =>
  branch.effects.some((effect) => effect.type === how && effect.duty === duty);

/** Whether a duty runs after these effects; starting it again supersedes the run before. */
const runsAfter = (isRunning: boolean, edge: Edge, duty: string): boolean => {
  let runs = isRunning;
  for (const effect of edge.branch.effects) {
    if ((effect.type === 'startDuty' || effect.type === 'endDuty') && effect.duty === duty) runs = effect.type === 'startDuty';
  }
  return runs;
};

/** The configurations in which a duty may be running, and those in which it may be idle. */
function walkDuty(
  edges: readonly (readonly Edge[])[],
  { beginning }: Pathway,
  duty: string,
): { running: Set<number>; idle: Set<number> } {
  const running = new Set<number>();
  const idle = new Set<number>();
  const begins = beginning.effects.some((effect) => effect.type === 'startDuty' && effect.duty === duty);
  const waiting: (readonly [number, boolean])[] = [[0, begins]];
  (begins ? running : idle).add(0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [place, isRunning] = next;
    for (const edge of edges[place] ?? []) {
      const runs = runsAfter(isRunning, edge, duty);
      const seen = runs ? running : idle;
      if (!seen.has(edge.to)) waiting.push([edge.to, runs]);
      seen.add(edge.to);
    }
  }
  return { running, idle };
}

/** Whether the machine has anything to do with a duty: a pathway takes those it needs. */
const isNamed = ({ table }: Pathway, duty: string): boolean =>
  Object.values(table).some((row) =>
    Object.values(row).some((branches) =>
      branches.some(({ effects }) => effects.some((effect) => 'duty' in effect && effect.duty === duty)),
    ),
  );

/** Each duty that runs can be ended where it runs; a date that comes by itself is not watched in a closed case, retention apart. */
export function dutyFaults(pathway: Pathway, graph: Graph): readonly string[] {
  const edges = edgesFrom(graph);
  const endless = duties
    .filter((duty) => isNamed(pathway, duty))
    .flatMap((duty) => {
      const { running } = walkDuty(edges, pathway, duty);
      const canEnd = (place: number): boolean =>
        (edges[place] ?? []).some((edge) => touches(edge, duty, 'endDuty') || touches(edge, duty, 'startDuty'));
      if (running.size === 0) return [`${duty} never runs`];
      return oncePerState(graph, (_, place) => running.has(place) && !canEnd(place)).map(
        (state) => `${state}: ${duty} cannot be ended`,
      );
    });
  const watched = watchedDates
    .filter((date) => isNamed(pathway, date))
    .flatMap((date) => {
      const { running, idle } = walkDuty(edges, pathway, date);
      const isWrong = date === 'retention' ? idle : running;
      if (running.size === 0) return [`${date} never runs`];
      return oncePerState(graph, ({ state }, place) => state === 'closed' && isWrong.has(place)).map(
        () => `closed: ${date} is wrong`,
      );
    });
  return [...endless, ...watched];
}
