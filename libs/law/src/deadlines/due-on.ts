import {
  addDays,
  addMonths,
  addWorkingDays,
  type Calendar,
  type CalendarDay,
  deemedReceipt,
  type Instant,
  londonDay,
} from '#calendar';
import { type Deadline } from './deadline.js';

/** Day 0 of a clock that began at that instant: the day itself, or with a cut-off the day of deemed receipt. */
export const dayZero = (deadline: Deadline, at: Instant, calendar: Calendar): CalendarDay =>
  deadline.cutOff === null ? londonDay(at) : deemedReceipt(calendar, at, deadline.cutOff);

/** The last day in time, counted from day 0; null where the length is a fact's own day or open. */
export function dueOn({ length }: Deadline, from: CalendarDay, calendar: Calendar): CalendarDay | null {
  if ('workingDays' in length) return addWorkingDays(calendar, from, length.workingDays);
  if ('days' in length) return addDays(from, length.days);
  if ('weeks' in length) return addDays(from, length.weeks * 7);
  return 'months' in length ? addMonths(from, length.months) : null;
}
