import { disposals, givingRulesOf, type RuleId } from '#law';
import { type Allowed, routeNames } from './allowed.js';
import {
  bureauPanelDecision,
  bureauQuorum,
  countersigning,
  crimeOutcome,
  escalation,
  gates,
  limitPassed,
  listing,
  panelDecision,
  policeDecision,
  prosecution,
  quorum,
  variation,
  victimReview,
} from './gates.js';
import { type Branch, type Effect, type Pathway, type Table } from './pathway.js';
import { type State } from './states.js';

/** The lists of rules by name, longest first: what stands in them is the law's business, not the table's. */
const named: readonly (readonly [string, readonly RuleId[]])[] = [
  ...Object.entries({
    bureauPanelDecision,
    bureauQuorum,
    panelDecision,
    quorum,
    escalation,
    policeDecision,
    variation,
    prosecution,
    listing,
    countersigning,
    crimeOutcome,
    limitPassed,
    victimReview,
  }),
  ...disposals.map((disposal): [string, readonly RuleId[]] => [`gates of ${disposal}`, gates[disposal]]),
  ...Object.entries(givingRulesOf).map(([disposal, rules]): [string, readonly RuleId[]] => [`giving of ${disposal}`, rules]),
];

/** The rules as names of lists, and by their own id where they are in none. Lists are matched in the order in which branches name them. */
function rulesInWords(rules: readonly RuleId[], outcome: readonly string[] = []): readonly string[] {
  const [first, ...rest] = rules;
  if (first === undefined) return [];
  const fitting = named
    .filter(([name]) => !name.includes(' of ') || outcome.some((one) => name.endsWith(` of ${one}`)) || outcome.length === 0)
    .filter(([, list]) => list.length > 0 && list.every((rule, place) => rules[place] === rule))
    .sort(([, a], [, b]) => b.length - a.length)[0];
  if (fitting === undefined) return [first, ...rulesInWords(rest, outcome)];
  return [fitting[0], ...rulesInWords(rules.slice(fitting[1].length), outcome)];
}

const verbs = { startClock: 'start', stopClock: 'stop', startDuty: 'start', endDuty: 'end' } as const;
/** `start panel`, `end victimTold`, `record`. */
export const effectInWords = (effect: Effect): string =>
  effect.type === 'record' ? 'record' : `${verbs[effect.type]} ${'clock' in effect ? effect.clock : effect.duty}`;

/** What picks the branch: outcomes, then the answers of its route. */
export const conditionsInWords = ({ outcome, route }: Allowed): readonly string[] => [
  ...(outcome === undefined ? [] : [outcome.length > disposals.length / 2 ? butInWords(outcome) : outcome.join(' or ')]),
  ...routeNames.filter((name) => route?.[name] !== undefined).map((name) => (route?.[name] === true ? name : `not ${name}`)),
];
const butInWords = (outcome: readonly string[]): string =>
  `not ${['none', ...disposals].filter((one) => !outcome.includes(one)).join(' or ')}`;

export type BranchInWords = { readonly when?: string; readonly asks?: string; readonly next: string; readonly does?: string };

export function branchInWords({ guard, next, effects }: Branch): BranchInWords {
  const [when, asks, does] = [
    conditionsInWords(guard).join(', '),
    rulesInWords(guard.rules ?? [], guard.outcome).join(', '),
    effects.map(effectInWords).join(', '),
  ];
  return { ...(when && { when }), ...(asks && { asks }), next, ...(does && { does }) };
}

/** One state of the table: event, branches in words. */
export const rowInWords = (row: Table[State]): { readonly [event: string]: readonly BranchInWords[] } =>
  Object.fromEntries(Object.entries(row).map(([event, branches]) => [event, branches.map(branchInWords)]));

/** The compiled table as it is checked in, read and compared. */
export const tableFile = ({ name, version, states, beginning, table }: Pathway) => ({
  pathway: name,
  version,
  beginning: { state: beginning.state, does: beginning.effects.map(effectInWords).join(', ') },
  states: Object.fromEntries(states.map((state) => [state, rowInWords(table[state])])),
});
