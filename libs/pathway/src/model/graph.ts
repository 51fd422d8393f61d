import { fits } from '../allowed.js';
import { type CaseFacts } from '../case-facts.js';
import { type CaseEvent, type CaseEventType } from '../events/case-event.js';
import { clocksIn } from '../clocks-in.js';
import { learn } from '../learn/learn.js';
import { leaveBehind } from '../learn/stays-of-facts.js';
import { type Branch, type Pathway } from '../pathway.js';
import { type State } from '../states.js';
import { variantsOf } from './event-variants.js';

/** A place of the walk: the state, the facts that branches read, and the waiting clocks that run. */
export type Configuration = { readonly state: State; readonly facts: CaseFacts; readonly clocks: readonly string[] };
export type Edge = { readonly from: number; readonly to: number; readonly event: CaseEvent; readonly branch: Branch };
export type Graph = {
  readonly nodes: readonly Configuration[];
  readonly edges: readonly Edge[];
  readonly faults: readonly string[];
  /** Which of the nodes it is. */
  readonly placeOf: (configuration: Configuration) => number | undefined;
};

const on = '2026-11-20';
/** What the guards of a machine name; everything else is law, or nothing that a branch can see. Of a day or a number they see that it is there. */
const seen = ({
  outcome,
  departure,
  given,
  planEndsOn,
  policeFile,
  crimeOutcomeNumber,
  prosecuting,
  ending,
  victimNeedsOn,
}: CaseFacts): CaseFacts => ({
  ...(outcome && { outcome }),
  ...(departure && { departure }),
  ...(given && { given }),
  ...(planEndsOn && { planEndsOn: on }),
  ...(policeFile !== undefined && { policeFile }),
  ...(crimeOutcomeNumber && { crimeOutcomeNumber: '2' }),
  ...(prosecuting !== undefined && { prosecuting }),
  ...(ending && { ending }),
  ...(victimNeedsOn && { victimNeedsOn: on }),
});

/** The same facts are the same object with a number of its own, so that what follows from them is worked out once for all deletions. */
const known = new Map<string, CaseFacts>();
const numbers = new WeakMap<CaseFacts, number>();
const same = (facts: CaseFacts): CaseFacts => {
  const key = JSON.stringify(facts);
  const found = known.get(key) ?? facts;
  if (!known.has(key)) numbers.set(facts, known.size);
  known.set(key, found);
  return found;
};
/** `more` follows from the key. */
const remembered = <K extends object, L, V, M extends readonly unknown[]>(work: (key: K, other: L, ...more: M) => V) => {
  const memory = new WeakMap<K, Map<L, V>>();
  return (key: K, other: L, ...more: M): V => {
    const row = memory.get(key) ?? new Map<L, V>();
    memory.set(key, row);
    const value = row.get(other) ?? work(key, other, ...more);
    row.set(other, value);
    return value;
  };
};
const learnedFrom = remembered((facts: CaseFacts, event: CaseEvent) => learn(facts, event, on));
const leftIn = remembered((facts: CaseFacts, state: State) => same(seen(leaveBehind(facts, state))));
const movesClock = ({ effects }: Pick<Branch, 'effects'>): boolean => effects.some((effect) => 'clock' in effect);

function clocksAfter(
  clocks: readonly string[],
  branch: Pick<Branch, 'effects'>,
  fault: (what: string) => void,
): readonly string[] {
  if (!movesClock(branch)) return clocks;
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

/** The same configuration is the same object, in every walk. */
const places = new Map<string, Configuration>();
function placed(state: State, facts: CaseFacts, clocks: readonly string[]): Configuration {
  const key = `${state} ${numbers.get(facts)} ${clocks.join()}`;
  const found = places.get(key) ?? { state, facts, clocks };
  places.set(key, found);
  return found;
}

type Steps = {
  readonly steps: readonly { readonly event: CaseEvent; readonly branch: Branch; readonly there: Configuration }[];
  readonly faults: readonly string[];
};

/** What one kind of event does in a configuration. A broken pathway has the very branches of the sound one but for what was broken. */
const taken = remembered((branches: readonly Branch[], here: Configuration, type: CaseEventType): Steps => {
  const faults: string[] = [];
  const steps = variantsOf(type).flatMap((event) => {
    const learned = learnedFrom(here.facts, event);
    const open = branches.filter(({ guard }) => fits(guard, learned));
    if (open.length > 1) faults.push(`${here.state}: ${event.type} has ${open.length} ways open at once`);
    const [branch] = open;
    if (branch === undefined) return [];
    const clocks = clocksAfter(here.clocks, branch, (what) => faults.push(`${here.state}, ${event.type}: ${what}`));
    return [{ event, branch, there: placed(branch.next, leftIn(learned, branch.next), clocks) }];
  });
  return { steps, faults };
});

/** A case as the walk sees it, with the clocks that run where it waits. */
export const configurationOf = (pathway: Pathway, state: State, facts: CaseFacts): Configuration =>
  placed(state, leftIn(facts, state), [...clocksIn(pathway, state)].sort());

/** Every configuration that any order of events can reach from the beginning, or from these, rules permitting, with every way between them. */
export function walk({ table, beginning }: Pathway, others: readonly Configuration[] = []): Graph {
  const faults = new Set<string>();
  const clocks = clocksAfter([], beginning, (what) => faults.add(`beginning: ${what}`));
  const nodes = [...new Set([placed(beginning.state, same({}), clocks), ...others])];
  const placeOf = new Map(nodes.map((node, place) => [node, place]));
  const edges: Edge[] = [];
  for (const [from, here] of nodes.entries()) {
    for (const [type, branches] of Object.entries(table[here.state]) as [CaseEventType, readonly Branch[]][]) {
      const { steps, faults: found } = taken(branches, here, type);
      for (const fault of found) faults.add(fault);
      for (const { event, branch, there } of steps) {
        const to = placeOf.get(there) ?? nodes.push(there) - 1;
        placeOf.set(there, to);
        edges.push({ from, to, event, branch });
      }
    }
  }
  return { nodes, edges, faults: [...faults], placeOf: (configuration) => placeOf.get(configuration) };
}
