import { type Calendar, isWorkingDay, restOfNumber } from './calendar.js';
import { type CalendarDay, dayNumber, dayOfNumber } from './day.js';
import { type Instant, isTimeOfDay, londonDay, londonTime } from './instant.js';

/**
 * The day from which a clock counts (day 0, not itself counted). With a cut-off (`HH:MM` in London), a receipt at or after it, or on a
 * day that is not a working day, is deemed received on the next working day; without one (null) the calendar day itself is day 0.
 * So a later receipt is never due earlier.
 */
export function deemedReceipt(calendar: Calendar, instant: Instant, cutOff: string | null): CalendarDay {
  const day = londonDay(instant);
  if (cutOff === null) return day;
  return isWorkingDay(calendar, day) && !isAfterCutOff(instant, cutOff) ? day : nextWorkingDay(calendar, day);
}

/** Whether London's clocks show the cut-off or later: 17:00:00 is after 17:00, 16:59:59 is not. */
export function isAfterCutOff(instant: Instant, cutOff: string): boolean {
  if (!isTimeOfDay(cutOff)) throw new RangeError('not a time of day');
  return londonTime(instant) >= cutOff;
}

/** The n-th working day after `dayZero` (before it, for a negative n); `dayZero` itself for 0, working day or not. */
export function addWorkingDays(calendar: Calendar, dayZero: CalendarDay, n: number): CalendarDay {
  if (!Number.isSafeInteger(n)) throw new RangeError('working days are whole numbers');
  const step = n < 0 ? -1 : 1;
  let number = dayNumber(dayZero);
  // Asked for its refusal only: a start outside the calendar is refused even where the days counted lie inside.
  restOfNumber(calendar, number);
  for (let left = Math.abs(n); left > 0;) {
    number += step;
    if (restOfNumber(calendar, number) === null) left -= 1;
  }
  return dayOfNumber(number);
}

/** The first working day after that day; never the day itself. */
export const nextWorkingDay = (calendar: Calendar, day: CalendarDay): CalendarDay => addWorkingDays(calendar, day, 1);

/**
 * Working days after `from` up to and including `to`: how late `to` is for what was due on `from`. When `to` is earlier, the negative
 * count of working days from `to` up to but not including `from`. `workingDaysBetween(c, d, addWorkingDays(c, d, n))` is n.
 */
export function workingDaysBetween(calendar: Calendar, from: CalendarDay, to: CalendarDay): number {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  restOfNumber(calendar, start);
  restOfNumber(calendar, end);
  let count = 0;
  for (let number = start + 1; number <= end; number += 1) if (restOfNumber(calendar, number) === null) count += 1;
  for (let number = end; number < start; number += 1) if (restOfNumber(calendar, number) === null) count -= 1;
  return count;
}
