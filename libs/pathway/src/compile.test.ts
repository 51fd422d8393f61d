import { type StateValue, transition } from 'xstate';
import { type Allowed, fits } from './allowed.js';
import { caseEventTypes } from './events/case-event.js';
import { learn } from './learn/learn.js';
import { walk } from './model/graph.js';
import { everyVariant } from './model/event-variants.js';
import { pathwayOf } from './pathways.js';
import { states } from './states.js';
import checkedIn from './vale-oocd.table.json' with { type: 'json' };
import { tableFile } from './table-file.js';
import { valeOocd } from './vale-oocd.machine.js';

const pathway = pathwayOf('vale-oocd', 1);
const on = '2026-11-20';

describe('the compiled table', () => {
  it('is the one that is checked in (after a wanted change: node tools/pathways.mjs)', () => {
    expect(tableFile(pathway)).toEqual(checkedIn);
  });

  it('holds every state, and only events of a case', () => {
    expect(Object.keys(pathway.table).sort()).toEqual([...states].sort());
    const heard = new Set(Object.values(pathway.table).flatMap((row) => Object.keys(row)));
    expect([...heard].sort()).toEqual([...caseEventTypes].sort());
  });

  it('answers as XState does, event by event, on every reachable configuration, whether the law allows all or nothing', () => {
    let isOpen: (guard: Allowed) => boolean = () => false;
    const machine = valeOocd.provide({ guards: { allowed: (_, params) => isOpen(params) } });
    const paths = new Map(valeOocdPaths());
    let compared = 0;
    for (const { state, facts } of walk(pathway).nodes) {
      const before = machine.resolveState({ value: paths.get(state) ?? state, context: {} });
      for (const event of everyVariant) {
        const learned = learn(facts, event, on);
        for (const isLawful of [true, false]) {
          isOpen = (guard) => fits(guard, learned) && (isLawful || guard.rules === undefined);
          const branch = pathway.table[state][event.type]?.find(({ guard }) => isOpen(guard));
          compared++;
          // `transition` builds an actor each time; where both say no, nothing is left to compare.
          const isHeard = before.can(event);
          if (!isHeard && branch === undefined) continue;
          const [after, actions] = transition(machine, before, event);
          const done = actions.map(({ type, params }) => ({ type, ...(params as object) }));
          const xstate = isHeard ? { next: leaf(after.value), done } : null;
          const table = branch === undefined ? null : { next: branch.next, done: branch.effects };
          if (JSON.stringify(xstate) !== JSON.stringify(table))
            expect({ state, event, ...xstate }).toEqual({ state, event, ...table });
        }
      }
    }
    expect(compared).toBeGreaterThan(80_000);
  }, 60_000);
});

const leaf = (value: unknown): unknown => (typeof value === 'object' && value !== null ? leaf(Object.values(value)[0]) : value);

/** Where each state lies in the machine. */
function valeOocdPaths(): [string, StateValue][] {
  const found: [string, StateValue][] = [];
  const visit = (node: typeof valeOocd.root, wrap: (value: StateValue) => StateValue): void => {
    for (const child of Object.values(node.states)) {
      if (child.type === 'atomic') found.push([child.key, wrap(child.key)]);
      else visit(child, (value) => wrap({ [child.key]: value }));
    }
  };
  visit(valeOocd.root, (value) => value);
  return found;
}
