import { addWorkingDays, birthday, type CalendarDay, deemedReceipt } from '#calendar';
import { deadlines } from './deadlines/deadlines.js';
import { type Facts } from './facts.js';
import { type LawContext } from './rule.js';

const { panel, delivery } = deadlines;
const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b);

/** When the panel is due, from the receipt; undefined where there is none. */
export const panelDueOn = (facts: Facts, { calendar }: Pick<LawContext, 'calendar'>): CalendarDay | undefined =>
  facts.receivedAt === undefined
    ? undefined
    : addWorkingDays(calendar, deemedReceipt(calendar, facts.receivedAt, panel.cutOff), panel.length.workingDays);

/** When the disposal is due to be given: from the decision, or else as if it were decided on the day the panel is due. */
export function deliveryDueOn(facts: Facts, context: Pick<LawContext, 'calendar'>): CalendarDay | undefined {
  const decidedOn = facts.decidedOn ?? panelDueOn(facts, context);
  return decidedOn === undefined ? undefined : addWorkingDays(context.calendar, decidedOn, delivery.length.workingDays);
}

/** The day of giving to reckon with: today when it is being given, the day arranged, or the day it is due; never before `on`. */
export function givingDay(facts: Facts, context: LawContext): CalendarDay {
  if (context.moment === 'giving') return context.on;
  if (facts.givenOn !== undefined) return facts.givenOn;
  return later(context.on, facts.givingOn ?? deliveryDueOn(facts, context) ?? context.on);
}

/** The first day on which the child is 18. */
export const eighteenthBirthday = (bornOn: CalendarDay): CalendarDay => birthday(bornOn, 18);
