import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyStateMachine, type StateValue, transition } from 'xstate';
import { type Allowed, fits } from './allowed.js';
import { clocksIn } from './clocks-in.js';
import { caseEventTypes } from './events/case-event.js';
import { learn } from './learn/learn.js';
import { walk } from './model/graph.js';
import { everyVariant } from './model/event-variants.js';
import { machineOf, pathwayOf, pathways } from './pathways.js';
import { states } from './states.js';
import { tableFile } from './table-file.js';

const on = '2026-11-20';
const rows = pathways().map((pathway) => ({ name: `${pathway.name}-${pathway.version}`, pathway }));

describe.each(rows)('the compiled table of $name', ({ name, pathway }) => {
  it('is the one that is checked in (after a wanted change: node tools/pathways.mjs)', () => {
    const checkedIn: unknown = JSON.parse(readFileSync(join(__dirname, `tables/${name}.json`), 'utf8'));
    expect(tableFile(pathway)).toEqual(checkedIn);
  });

  it('hears nothing in a state that the machine does not have', () => {
    expect(Object.keys(pathway.table).sort()).toEqual([...states].sort());
    const hearing = states.filter((state) => Object.keys(pathway.table[state]).length > 0);
    expect(hearing).toEqual(pathway.states);
  });

  it('names the clocks of each state as the walk finds them running', () => {
    for (const { state, clocks } of walk(pathway).nodes)
      expect({ state, clocks }).toEqual({ state, clocks: [...clocksIn(pathway, state)].sort() });
  });

  it('answers as XState does, event by event, on every reachable configuration, whether the law allows all or nothing', () => {
    let isOpen: (guard: Allowed) => boolean = () => false;
    const machine = machineOf(pathway).provide({
      guards: { allowed: (_: unknown, params: unknown) => isOpen(params as Allowed) },
    });
    const paths = pathsOf(machine.root);
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
          const done = actions.map(({ type, params }: { type: string; params?: unknown }) => ({ type, ...(params as object) }));
          const xstate = isHeard ? { next: leaf(after.value), done } : null;
          const table = branch === undefined ? null : { next: branch.next, done: branch.effects };
          if (JSON.stringify(xstate) !== JSON.stringify(table))
            expect({ state, event, ...xstate }).toEqual({ state, event, ...table });
        }
      }
    }
    expect(compared).toBe(2 * everyVariant.length * walk(pathway).nodes.length);
  }, 60_000);
});

describe('the words of all pathways together', () => {
  it('are each used by one of them: no state that is never waited in, no event that is never heard', () => {
    expect(states.filter((state) => !pathways().some((pathway) => pathway.states.includes(state)))).toEqual([]);
    const heard = new Set(pathways().flatMap(({ table }) => Object.values(table).flatMap((row) => Object.keys(row))));
    expect([...heard].sort()).toEqual([...caseEventTypes].sort());
  });

  it('begin each pathway with what is owed from the receipt on', () => {
    for (const { name, version } of pathways())
      expect(pathwayOf(name, version).beginning.effects).toEqual(
        expect.arrayContaining([
          { type: 'startDuty', duty: 'policeFile' },
          { type: 'startDuty', duty: 'chargingLimit' },
        ]),
      );
  });
});

const leaf = (value: unknown): unknown => (typeof value === 'object' && value !== null ? leaf(Object.values(value)[0]) : value);

/** Where each state lies in the machine. */
function pathsOf(root: AnyStateMachine['root']): ReadonlyMap<string, StateValue> {
  const found = new Map<string, StateValue>();
  const visit = (node: AnyStateMachine['root'], wrap: (value: StateValue) => StateValue): void => {
    for (const child of Object.values(node.states)) {
      if (child.type === 'atomic') found.set(child.key, wrap(child.key));
      else visit(child, (value) => wrap({ [child.key]: value }));
    }
  };
  visit(root, (value) => value);
  return found;
}
