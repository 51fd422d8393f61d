import { type Calendar, type CalendarDay } from '#calendar';
import { judge, type RuleAnswer } from '#law';
import { type Allowed } from './allowed.js';
import { type CaseFacts, factsForLaw } from './case-facts.js';
import { type CaseEventType } from './events/case-event.js';
import { momentOf } from './moments.js';

/** The day it is decided for, and the working days of that time. */
export type DecideContext = { readonly on: CalendarDay; readonly calendar: Calendar };

/** What the rules of a branch say of these facts at the event's moment. */
export const judged = (
  guard: Allowed,
  facts: CaseFacts,
  type: CaseEventType,
  { on, calendar }: DecideContext,
): readonly RuleAnswer[] =>
  (guard.rules ?? []).map((rule) => judge(rule, factsForLaw(facts), { on, calendar, moment: momentOf(type) }));
