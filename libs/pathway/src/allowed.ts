import { type Disposal, type RuleId } from '#law';
import { type CaseFacts, outcomeInQuestion } from './case-facts.js';

/** An outcome in question, or `none` while there is none. */
export type OutcomeKey = Disposal | 'none';

/** Where a branch leads depends on these; they are no law and are never shown as a reason. */
export type Route = {
  readonly isDecided?: boolean;
  readonly isGiven?: boolean;
  readonly hasPlan?: boolean;
  readonly hasPoliceFile?: boolean;
  readonly isCrimeOutcomeRecorded?: boolean;
  readonly isProsecuting?: boolean;
  readonly isMerged?: boolean;
  readonly hasPoliceAuthority?: boolean;
  readonly isAbsorbed?: boolean;
  readonly isVictimHeard?: boolean;
};
export type RouteName = keyof Route;

/** The one guard of the machine: `outcome` and `route` pick the branch, `rules` are the law and are explained. */
export type Allowed = { readonly outcome?: readonly OutcomeKey[]; readonly route?: Route; readonly rules?: readonly RuleId[] };

const answers: { readonly [name in RouteName]: (facts: CaseFacts) => boolean } = {
  isDecided: (facts) => facts.outcome !== undefined,
  isGiven: (facts) => facts.given !== undefined,
  hasPlan: (facts) => facts.planEndsOn !== undefined,
  hasPoliceFile: (facts) => facts.policeFile === true,
  isCrimeOutcomeRecorded: (facts) => facts.crimeOutcomeNumber !== undefined,
  isProsecuting: (facts) => facts.prosecuting === true,
  isMerged: (facts) => facts.ending === 'merged',
  hasPoliceAuthority: (facts) => facts.escalation?.hasPoliceAuthority === true,
  isAbsorbed: (facts) => facts.merger?.part === 'absorbed',
  isVictimHeard: (facts) => facts.victimNeedsOn !== undefined,
};

export const routeNames = Object.keys(answers) as readonly RouteName[];

/** What the facts answer to each question of a route. */
export const routeAnswer = (name: RouteName, facts: CaseFacts): boolean => answers[name](facts);

/** The outcome that branches compare with. */
export const outcomeKey = (facts: CaseFacts): OutcomeKey => outcomeInQuestion(facts) ?? 'none';

/** True where the branch is the one that these facts take; its rules are another question. */
export const fits = ({ outcome, route }: Allowed, facts: CaseFacts): boolean =>
  (outcome === undefined || outcome.includes(outcomeKey(facts))) &&
  (route === undefined || routeNames.every((name) => route[name] === undefined || route[name] === answers[name](facts)));
