import { type Disposal, disposals, type RuleAnswer, standsInTheWay } from '#law';
import { type Allowed, outcomeKey, routeAnswer, type RouteName, routeNames } from './allowed.js';
import { type CaseFactName, type CaseFacts } from './case-facts.js';
import { type CaseEventType, outcomeEvents } from './events/case-event.js';
import { type DecideContext, judged } from './judged.js';
import { broughtBy, without } from './learn/learn.js';
import { momentOf } from './moments.js';
import { type Branch, type Pathway } from './pathway.js';
import { type State } from './states.js';

/** One event that may come next. Closed by law: the rules that stand in the way, as far as the event itself does not bring their facts. */
export type PossibleEvent = {
  readonly event: CaseEventType;
  readonly open: boolean;
  readonly because?: 'law';
  readonly rules?: readonly RuleAnswer[];
  /** For an event that names an outcome: those which nothing stands in the way of, from least to most intrusive. */
  readonly outcomes?: readonly Disposal[];
};

/** The facts that answer each question of a route. */
const routeFacts: { readonly [name in RouteName]: CaseFactName } = {
  isDecided: 'outcome',
  isGiven: 'given',
  hasPlan: 'planEndsOn',
  hasPoliceFile: 'policeFile',
  isCrimeOutcomeRecorded: 'crimeOutcomeNumber',
  isProsecuting: 'prosecuting',
  isMerged: 'ending',
  hasPoliceAuthority: 'escalation',
  isAbsorbed: 'merger',
  isVictimHeard: 'victimNeedsOn',
};
/** These say an outcome of their own; `departureStands` only lets one stand. */
const namesOutcome = (type: CaseEventType): boolean => outcomeEvents.some((one) => one === type);

/** The answer to advice that the giving will bring stands in for a second offer of it; the rule that waits for one need not. */
const saidAtTheEvent: { readonly [T in CaseEventType]?: CaseFacts } = { disposalGiven: { adviceAnswer: 'STILL_TO_BE_ASKED' } };

/** Whether the branch may be the one: what the event itself will say is left open. */
export const mayFit = ({ outcome, route }: Allowed, facts: CaseFacts, type: CaseEventType): boolean =>
  (outcome === undefined || namesOutcome(type) || outcome.includes(outcomeKey(facts))) &&
  routeNames.every(
    (name) =>
      route?.[name] === undefined || broughtBy(type).includes(routeFacts[name]) || route[name] === routeAnswer(name, facts),
  );

type Asked = { readonly outcome: Disposal | undefined; readonly inTheWay: readonly RuleAnswer[] };

function askBranch(type: CaseEventType, { guard, next }: Branch, facts: CaseFacts, context: DecideContext): Asked {
  const brought = broughtBy(type);
  const outcome = namesOutcome(type) ? disposals.find((disposal) => guard.outcome?.includes(disposal)) : undefined;
  const known: CaseFacts = { ...without(facts, brought), ...saidAtTheEvent[type], ...(outcome && { outcome }) };
  const isBrought = ({ missing }: RuleAnswer): boolean => missing.some((fact) => brought.some((one) => one === fact));
  const moment = momentOf(type, next);
  return {
    outcome,
    inTheWay: judged(guard, known, moment, context).filter((one) => standsInTheWay(one, moment) && !isBrought(one)),
  };
}

/** Everything the state hears whose branch the facts allow, with the law's answer: what may happen next, asked before the click. */
export function possible(pathway: Pathway, state: State, facts: CaseFacts, context: DecideContext): readonly PossibleEvent[] {
  return (Object.entries(pathway.table[state]) as [CaseEventType, readonly Branch[]][]).flatMap(
    ([event, branches]): PossibleEvent[] => {
      const asked = branches
        .filter(({ guard }) => mayFit(guard, facts, event))
        .map((branch) => askBranch(event, branch, facts, context));
      const [first] = asked;
      if (first === undefined) return [];
      const open = asked.filter(({ inTheWay }) => inTheWay.length === 0);
      const outcomes = disposals.filter((disposal) => open.some(({ outcome }) => outcome === disposal));
      const named = first.outcome === undefined ? {} : { outcomes };
      return open.length > 0
        ? [{ event, open: true, ...named }]
        : [{ event, open: false, because: 'law', rules: first.inTheWay, ...named }];
    },
  );
}
