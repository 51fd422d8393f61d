import { judge, type LawContext, type RuleAnswer } from '#law';
import { type Allowed } from './allowed.js';
import { type CaseFacts, factsForLaw } from './case-facts.js';
import { type CaseEventType } from './events/case-event.js';
import { momentOf } from './moments.js';

/** The day it is decided for, the working days of that time, and what was said of the law by then. */
export type DecideContext = Omit<LawContext, 'moment'>;

/** What the rules of a branch say of these facts at the event's moment. */
export const judged = (
  guard: Allowed,
  facts: CaseFacts,
  type: CaseEventType,
  context: DecideContext,
): readonly RuleAnswer[] =>
  (guard.rules ?? []).map((rule) => judge(rule, factsForLaw(facts), { ...context, moment: momentOf(type) }));
