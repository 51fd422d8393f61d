import { judge, type LawContext, type Moment, type RuleAnswer } from '#law';
import { type Allowed } from './allowed.js';
import { type CaseFacts, factsForLaw } from './case-facts.js';

/** The day it is decided for, the working days of that time, and what was said of the law by then. */
export type DecideContext = Omit<LawContext, 'moment'>;

/** What the rules of a branch say of these facts at that moment. */
export const judged = (
  guard: Allowed,
  facts: CaseFacts,
  moment: Moment,
  context: DecideContext,
): readonly RuleAnswer[] =>
  (guard.rules ?? []).map((rule) => judge(rule, factsForLaw(facts), { ...context, moment }));
