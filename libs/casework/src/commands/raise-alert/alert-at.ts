import {
  addDays,
  addWorkingDays,
  type Calendar,
  CalendarNotCovered,
  type CalendarDay,
  type Instant,
  instantOfLondon,
} from '#calendar';

/** One step of a clock's alert ladder, as the law's deadlines state it: working days before (negative), on or after the due day. */
export type AlertStep = { readonly workingDays: number; readonly tell: string };

/** When people begin work, in London: an alert that arrives in the night is read no earlier. */
const hour = '08:00';

/**
 * The moment at which a step of the ladder falls due. Beyond the calendar (an 18th birthday in six years) nobody knows the bank
 * holidays yet: the step is then placed by weeks of five days, which errs by days in a warning and moves no due day.
 */
export function alertAt(step: AlertStep, dueOn: CalendarDay, calendar: Calendar): Instant {
  return instantOfLondon(dayOf(step.workingDays, dueOn, calendar), hour);
}

function dayOf(workingDays: number, dueOn: CalendarDay, calendar: Calendar): CalendarDay {
  if (workingDays === 0) return dueOn;
  try {
    return addWorkingDays(calendar, dueOn, workingDays);
  } catch (error) {
    if (error instanceof CalendarNotCovered) return addDays(dueOn, Math.trunc((workingDays * 7) / 5));
    throw error;
  }
}
