import { disposals } from '#law';
import { pathwayOf } from '../pathways.js';
import { type Configuration, walk } from './graph.js';
import { reachOf } from './reach.js';
import { asked, isWithin, type Mask, ruleClasses, withMask } from './valuations.js';

const anyEvent = (): boolean => true;

/** In one valuation, by a plain search backwards: which places can reach a target. */
function reachedIn(
  met: Mask,
  ways: readonly { from: number; to: number; needs: Mask }[],
  targets: readonly number[],
): ReadonlySet<number> {
  const reached = new Set(targets);
  const into = new Map<number, number[]>();
  for (const { from, to, needs } of ways) if (isWithin(needs, met)) into.set(to, [...(into.get(to) ?? []), from]);
  for (const place of reached) for (const from of into.get(place) ?? []) reached.add(from);
  return reached;
}

/** Every valuation of a few classes; of many, those that meet or lack at most two. */
function tried(count: number): readonly Mask[] {
  if (count <= 8) return Array.from({ length: 2 ** count }, (_, mask) => mask);
  const all = 2 ** count - 1;
  const one = Array.from({ length: count }, (_, place) => 1 << place);
  const few = [0, ...one, ...one.flatMap((a) => one.filter((b) => a < b).map((b) => a | b))];
  return [...few, ...few.map((mask) => all & ~mask)];
}

describe('what can be reached, worked out for every valuation at once', () => {
  it.each(['vale-oocd', 'youth-bureau', 'divert'])(
    'is what a search in each valuation finds: %s',
    (name) => {
      const graph = walk(pathwayOf(name, 1));
      const classes = ruleClasses(graph.edges);
      const once = new Map(
        graph.edges.map(({ from, to, branch }) => {
          const needs = asked(classes, branch.guard.rules);
          return [`${from} ${to} ${needs}`, { from, to, needs }];
        }),
      );
      const targets: readonly ((node: Configuration) => boolean)[] = [
        ({ state }) => state === 'closed',
        ...disposals.map(
          (disposal) =>
            ({ facts }: Configuration) =>
              facts.outcome === disposal,
        ),
      ];
      const wrong: unknown[] = [];
      for (const [target, isTarget] of targets.entries()) {
        const smallest = reachOf(graph, classes, isTarget, anyEvent);
        const places = graph.nodes.flatMap((node, place) => (isTarget(node) ? [place] : []));
        for (const met of tried(classes.classes.length)) {
          const reached = reachedIn(met, [...once.values()], places);
          graph.nodes.forEach((_, place) => {
            const isSaid = smallest[place]?.some((mask) => isWithin(mask, met)) === true;
            if (isSaid !== reached.has(place)) wrong.push({ target, met, place });
          });
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('keeps the smallest sets only', () => {
    expect(withMask([0b011], 0b111)).toEqual([0b011]);
    expect(withMask([0b011, 0b110], 0b010)).toEqual([0b010]);
    expect(withMask([0b011], 0b100)).toEqual([0b011, 0b100]);
  });
});
