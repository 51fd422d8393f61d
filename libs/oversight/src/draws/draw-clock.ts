import { addDays, addWorkingDays, type Calendar, type CalendarDay, CalendarNotCovered, instantOfLondon } from '#calendar';
import { deadlines, dueOn } from '#law';
import { type Context, type NewClock } from '#ledger';
import { type DrawRecord } from './draw-record.js';

/** The deadline under which the law's table of deadlines keeps it, with its alert ladder. */
const policy = 'scrutinyDraw/1';
export const drawClockKind = 'draw';
/** When people begin work, in London. */
const hour = '08:00';

/** The clock of a draw: counted from the end of its window, or from today where that lies behind. One clock from preparation to publication. */
export function drawClock(
  { window }: Pick<DrawRecord, 'window'>,
  { today, calendar }: Pick<Context, 'today' | 'calendar'>,
): NewClock {
  const anchorOn = window.last > today ? window.last : today;
  const due = lastDay(anchorOn, calendar);
  const [first] = deadlines.scrutinyDraw.alerts;
  return {
    kind: drawClockKind,
    anchorOn,
    dueOn: due,
    policy,
    nextAlertAt: instantOfLondon(workingDaysFrom(due, first.workingDays, calendar), hour),
  };
}

function lastDay(anchorOn: CalendarDay, calendar: Calendar): CalendarDay {
  const { workingDays } = deadlines.scrutinyDraw.length;
  try {
    return dueOn(deadlines.scrutinyDraw, anchorOn, calendar) ?? anchorOn;
  } catch (error) {
    if (error instanceof CalendarNotCovered) return byWeeks(anchorOn, workingDays);
    throw error;
  }
}

/** Beyond the calendar nobody knows the bank holidays yet: there weeks of five days stand in. */
export function workingDaysFrom(day: CalendarDay, workingDays: number, calendar: Calendar): CalendarDay {
  try {
    return addWorkingDays(calendar, day, workingDays);
  } catch (error) {
    if (error instanceof CalendarNotCovered) return byWeeks(day, workingDays);
    throw error;
  }
}

const byWeeks = (day: CalendarDay, workingDays: number): CalendarDay => addDays(day, Math.trunc((workingDays * 7) / 5));
