import { fits } from '../allowed.js';
import { type CaseFactName, type CaseFacts } from '../case-facts.js';
import { type CaseEvent } from '../events/case-event.js';
import { learn } from '../learn/learn.js';
import { leaveBehind } from '../learn/stays-of-facts.js';
import { type Branch, type Pathway } from '../pathway.js';
import { type State } from '../states.js';
import { everyVariant } from './event-variants.js';

/** A place of the walk: the state, the facts that branches read, and the waiting clocks that run. */
export type Configuration = { readonly state: State; readonly facts: CaseFacts; readonly clocks: readonly string[] };
export type Edge = { readonly from: number; readonly to: number; readonly event: CaseEvent; readonly branch: Branch };
export type Graph = {
  readonly nodes: readonly Configuration[];
  readonly edges: readonly Edge[];
  readonly faults: readonly string[];
};

/** What the guards of a machine name; everything else is law, or nothing that a branch can see. */
const read: readonly CaseFactName[] = [
  'outcome',
  'departure',
  'given',
  'planEndsOn',
  'policeFile',
  'crimeOutcomeNumber',
  'prosecuting',
  'ending',
  'victimNeedsOn',
];
const seen = (facts: CaseFacts): CaseFacts =>
  Object.fromEntries(read.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]])) as CaseFacts;
const on = '2026-11-20';

/** The same facts are the same object, so that what follows from them is worked out once for all deletions. */
const known = new Map<string, CaseFacts>();
const same = (facts: CaseFacts): CaseFacts => {
  const key = JSON.stringify(facts);
  const found = known.get(key) ?? facts;
  known.set(key, found);
  return found;
};
const remembered = <K extends object, L, V>(work: (key: K, other: L) => V): ((key: K, other: L) => V) => {
  const memory = new WeakMap<K, Map<L, V>>();
  return (key, other) => {
    const row = memory.get(key) ?? new Map<L, V>();
    memory.set(key, row);
    const value = row.get(other) ?? work(key, other);
    row.set(other, value);
    return value;
  };
};
const learnedFrom = remembered((facts: CaseFacts, event: CaseEvent) => learn(facts, event, on));
const leftIn = remembered((facts: CaseFacts, state: State) => same(seen(leaveBehind(facts, state))));
const factsKey = remembered((facts: CaseFacts, space: number) => JSON.stringify(facts, undefined, space));
const keyOf = ({ state, facts, clocks }: Configuration): string => `${state} ${factsKey(facts, 0)} ${clocks.join()}`;

function clocksAfter(
  clocks: readonly string[],
  branch: Pick<Branch, 'effects'>,
  fault: (what: string) => void,
): readonly string[] {
  const running = new Set(clocks);
  for (const effect of branch.effects) {
    if (effect.type === 'startClock') {
      if (running.has(effect.clock)) fault(`${effect.clock} is started twice`);
      running.add(effect.clock);
    }
    if (effect.type === 'stopClock' && !running.delete(effect.clock)) fault(`${effect.clock} is stopped idle`);
  }
  return [...running].sort();
}

/** Every configuration that any order of events can reach, rules permitting, with every way between them. */
export function walk({ table, beginning }: Pathway): Graph {
  const faults = new Set<string>();
  const first: Configuration = {
    state: beginning.state,
    facts: same({}),
    clocks: clocksAfter([], beginning, (what) => faults.add(`beginning: ${what}`)),
  };
  const nodes = [first];
  const places = new Map([[keyOf(first), 0]]);
  const edges: Edge[] = [];
  for (let from = 0; from < nodes.length; from++) {
    const here = nodes[from] ?? first;
    for (const event of everyVariant) {
      const branches = table[here.state][event.type];
      if (branches === undefined) continue;
      const learned = learnedFrom(here.facts, event);
      const open = branches.filter(({ guard }) => fits(guard, learned));
      if (open.length > 1) faults.add(`${here.state}: ${event.type} has ${open.length} ways open at once`);
      const [branch] = open;
      if (branch === undefined) continue;
      const fault = (what: string) => faults.add(`${here.state}, ${event.type}: ${what}`);
      const there: Configuration = {
        state: branch.next,
        facts: leftIn(learned, branch.next),
        clocks: clocksAfter(here.clocks, branch, fault),
      };
      const key = keyOf(there);
      const to = places.get(key) ?? nodes.push(there) - 1;
      places.set(key, to);
      edges.push({ from, to, event, branch });
    }
  }
  return { nodes, edges, faults: [...faults] };
}
