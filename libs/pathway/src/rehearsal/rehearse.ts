import { type CaseFacts } from '../case-facts.js';
import { type WaitingClock } from '../clock-kinds.js';
import { clocksIn } from '../clocks-in.js';
import { type CaseEventType } from '../events/case-event.js';
import { type DecideContext } from '../judged.js';
import { configurationOf, walk } from '../model/graph.js';
import { ruleClasses } from '../model/valuations.js';
import { isSure, waysToClosing } from '../model/way-checks.js';
import { type Pathway } from '../pathway.js';
import { mayFit, possible } from '../possible.js';
import { isState, type State } from '../states.js';

/** A case that is not closed, as its row has it. */
export type OpenCase = { readonly reference: string; readonly state: string; readonly facts: CaseFacts };

/** Why a case would be stuck: its state is gone, or nothing leads from it to the end that cannot be kept from happening. */
export type Stranding = 'stateIsGone' | 'cannotBeClosed' | 'cannotBeClosedWithoutChild';

/** What the other version would change for one case as it stands on that day. Everything empty: nothing. */
export type CaseChange = {
  readonly reference: string;
  readonly state: string;
  readonly opens: readonly CaseEventType[];
  readonly closes: readonly CaseEventType[];
  /** Open in both, and leading to other states. */
  readonly leadsElsewhere: readonly {
    readonly event: CaseEventType;
    readonly was: readonly State[];
    readonly is: readonly State[];
  }[];
  readonly startsClocks: readonly WaitingClock[];
  readonly stopsClocks: readonly WaitingClock[];
  readonly strands: Stranding | null;
};

/** `ok` is false where the version would strand a case: it must not be used, and `stranded` names every such case. */
export type Rehearsal = {
  readonly ok: boolean;
  readonly stranded: readonly string[];
  readonly cases: readonly CaseChange[];
};

const lacking = <T>(from: readonly T[], other: readonly T[]): readonly T[] => from.filter((one) => !other.includes(one));

const opensIn = (pathway: Pathway, state: State, facts: CaseFacts, context: DecideContext): readonly CaseEventType[] =>
  possible(pathway, state, facts, context).flatMap(({ event, open }) => (open ? [event] : []));
const leadsTo = ({ table }: Pathway, state: State, facts: CaseFacts, event: CaseEventType): readonly State[] => [
  ...new Set((table[state][event] ?? []).flatMap(({ guard, next }) => (mayFit(guard, facts, event) ? [next] : []))),
];

function strandingIn(to: Pathway, openCases: readonly OpenCase[]): (one: OpenCase) => Stranding | null {
  const has = (state: string): state is State => isState(state) && to.states.includes(state);
  const graph = walk(
    to,
    openCases.flatMap(({ state, facts }) => (has(state) ? [configurationOf(to, state, facts)] : [])),
  );
  const { byTheWay, withoutTheChild } = waysToClosing(graph, ruleClasses(graph.edges));
  return ({ state, facts }) => {
    if (!has(state)) return 'stateIsGone';
    const place = graph.placeOf(configurationOf(to, state, facts)) ?? -1;
    if (!isSure(byTheWay[place])) return 'cannotBeClosed';
    return isSure(withoutTheChild[place]) ? null : 'cannotBeClosedWithoutChild';
  };
}

/**
 * What would change for every open case if it stood on the other version. Nothing is moved: a case stays on the version that it began
 * with, and this is how a version is tried before new cases begin on it, or old ones are brought over.
 */
export function rehearse(from: Pathway, to: Pathway, openCases: readonly OpenCase[], context: DecideContext): Rehearsal {
  const stranding = strandingIn(to, openCases);
  const cases = openCases.map((one): CaseChange => {
    const { reference, state, facts } = one;
    const strands = stranding(one);
    if (!isState(state))
      return { reference, state, opens: [], closes: [], leadsElsewhere: [], startsClocks: [], stopsClocks: [], strands };
    const [was, is] = [opensIn(from, state, facts, context), opensIn(to, state, facts, context)];
    const [clocksWere, clocksAre] = [clocksIn(from, state), clocksIn(to, state)];
    const leadsElsewhere = was
      .filter((event) => is.includes(event))
      .map((event) => ({ event, was: leadsTo(from, state, facts, event), is: leadsTo(to, state, facts, event) }))
      .filter(({ was: before, is: after }) => lacking(before, after).length > 0 || lacking(after, before).length > 0);
    return {
      reference,
      state,
      opens: lacking(is, was),
      closes: lacking(was, is),
      leadsElsewhere,
      startsClocks: lacking(clocksAre, clocksWere),
      stopsClocks: lacking(clocksWere, clocksAre),
      strands,
    };
  });
  const stranded = cases.flatMap(({ reference, strands }) => (strands === null ? [] : [reference]));
  return { ok: stranded.length === 0, stranded, cases };
}
