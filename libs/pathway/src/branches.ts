import { type Disposal, disposals, type RuleId } from '#law';
import { type Allowed, type OutcomeKey, type Route } from './allowed.js';
import { type Duty, type WaitingClock, type WatchedDate } from './clock-kinds.js';
import { type CaseEventType } from './events/case-event.js';
import { gates, givingGates } from './gates.js';
import { type State } from './states.js';

type Effect =
  | { readonly type: 'startDuty' | 'endDuty'; readonly params: { readonly duty: Duty | WatchedDate } }
  | { readonly type: 'record' };
type Guard = { readonly type: 'allowed'; readonly params: Allowed };
type Target = `#${State}`;
export type Branch = { readonly target?: Target; readonly guard?: Guard; readonly actions?: readonly Effect[] };
/** What a state or region hears; a misspelt event does not compile. */
export type Events = { readonly [T in CaseEventType]?: Branch | readonly Branch[] };

const others: readonly OutcomeKey[] = ['none', ...disposals];

export const start = (duty: Duty | WatchedDate) => ({ type: 'startDuty', params: { duty } }) as const;
export const end = (duty: Duty | WatchedDate) => ({ type: 'endDuty', params: { duty } }) as const;
export const record = { type: 'record' } as const;

/** A state's or region's own clock: started on entry, stopped on every way out. */
export const waits = (clock: WaitingClock, entry: readonly Effect[] = [], exit: readonly Effect[] = []) => ({
  entry: [{ type: 'startClock', params: { clock } } as const, ...entry],
  exit: [{ type: 'stopClock', params: { clock } } as const, ...exit],
});

/** A state that waits for somebody; without a clock of its own the clock of its region runs. */
export const waitsFor = (id: State, clock: WaitingClock | null, events: Events, entry: readonly Effect[] = []) =>
  clock === null ? { id, on: events } : { id, ...waits(clock, entry), on: events };

/** A fact that moves nothing still has an action: XState takes a bare `{}` for refused. */
export const stays: Branch = { actions: [record] };
export const does = (...actions: readonly Effect[]): Branch => ({ actions });
export const on = (outcome?: readonly OutcomeKey[], rules?: readonly RuleId[], route?: Route): { guard: Guard } => ({
  guard: { type: 'allowed', params: { ...(outcome && { outcome }), ...(rules && { rules }), ...(route && { route }) } },
});
export const where = (route: Route): { guard: Guard } => ({ guard: { type: 'allowed', params: { route } } });
export const lawful = (rules: readonly RuleId[]): { guard: Guard } => ({ guard: { type: 'allowed', params: { rules } } });
/** Every outcome but these, and none. */
export const but = (...named: readonly OutcomeKey[]): readonly OutcomeKey[] =>
  others.filter((outcome) => !named.includes(outcome));

const wayTo: { readonly [d in Disposal]: Target } = {
  nfa: '#awaitingSergeantDecision',
  o22: '#awaitingPlanAgreement',
  yrd: '#awaitingPlanAgreement',
  o23: '#awaitingPlanAgreement',
  yc: '#awaitingDelivery',
  ycc: '#awaitingPlanAgreement',
  court: '#awaitingCharge',
};

/** One branch for each outcome, with the gates of that outcome. */
const perOutcome = (
  targetOf: (d: Disposal) => Target,
  rules: readonly RuleId[],
  route?: Route,
  among: readonly Disposal[] = disposals,
) =>
  among.map((d): Branch => {
    const isFinal = targetOf(d) === wayTo[d] && d !== 'nfa';
    return {
      target: targetOf(d),
      ...on([d], [...rules, ...gates[d]], route),
      ...(isFinal && { actions: [start('victimTold')] }),
    };
  });

/** The way of the outcome. The victim is told of what the police decided; of no further action once the sergeant confirms it. */
export const way = (rules: readonly RuleId[], route?: Route, among?: readonly Disposal[]): readonly Branch[] =>
  perOutcome((d) => wayTo[d], rules, route, among);
/** A recommendation that waits for the police: for their answer to it, or for their word at a clinic. */
export const recommended = (
  rules: readonly RuleId[],
  route?: Route,
  among?: readonly Disposal[],
  waitingFor: '#awaitingPoliceDecision' | '#awaitingClinic' = '#awaitingPoliceDecision',
): readonly Branch[] => perOutcome(() => waitingFor, rules, route, among);
/** One branch for each of these outcomes, to the same state, with the gates of the outcome. */
export const gated = (
  among: readonly Disposal[],
  target: Target,
  rules: readonly RuleId[] = [],
  actions: readonly Effect[] = [],
): readonly Branch[] =>
  among.map((d): Branch => ({ target, ...on([d], [...rules, ...gates[d]]), ...(actions.length > 0 && { actions }) }));
/** A disposal is given: everything is asked afresh. */
export const given = (d: 'yrd' | 'yc' | 'ycc', target: Target, actions: readonly Effect[], route?: Route): Branch => ({
  target,
  ...on([d], givingGates(d), route),
  actions,
});

export const reconsider = { target: '#awaitingReconsideration' } as const;
export const settle = { target: '#awaitingCrimeOutcome' } as const;
/** What nobody has to do any more once a case is closed. */
export const endAtClosing = [
  'policeFile',
  'firstAppointment',
  'agencyInformation',
  'assessmentReview',
  'crimeRecord',
  'chargingLimit',
  'bailEnd',
  'releaseReview',
  'courtDate',
  'eighteenthBirthday',
] as const;

/** An intervention that is over: closed where the crime outcome was recorded on the way. */
export const over = (outcome?: readonly Disposal[], rules?: readonly RuleId[]): readonly Branch[] => [
  { target: '#closed', ...on(outcome, rules, { isCrimeOutcomeRecorded: true }), actions: [start('followUp')] },
  { ...settle, ...on(outcome, rules, { isCrimeOutcomeRecorded: false }), actions: [start('followUp')] },
];
