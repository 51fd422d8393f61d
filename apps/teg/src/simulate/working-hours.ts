import { addDays, addWorkingDays, bankHolidays, type CalendarDay, dayName, type Instant, instantOfLondon, isWorkingDay, londonDay } from '#calendar';

/**
 * When the service does what it does: at four in the afternoon, every working day. One moment a day, so that one move of the clock serves
 * every case of that day.
 */
export const deskAt = (day: CalendarDay): Instant => instantOfLondon(day, '16:00');

/** When a supervisor sends what came in: at four as well, on every day of the week. The notice says itself when it came. */
export const sentAt = (receivedAt: Instant): Instant => {
  const day = londonDay(receivedAt);
  return deskAt(receivedAt <= deskAt(day) ? day : addDays(day, 1));
};

/** The first time at the desk that is not before that moment. */
export function nextDesk(at: Instant): Instant {
  const day = londonDay(at);
  return isWorkingDay(bankHolidays, day) && deskAt(day) >= at ? deskAt(day) : deskAt(addWorkingDays(bankHolidays, day, 1));
}

/** At the desk that many working days after a moment; 0: the same day, or at once where the desk was open already. */
export const deskAfter = (at: Instant, workingDays: number): Instant =>
  workingDays === 0 ? nextDesk(at) : deskAt(addWorkingDays(bankHolidays, londonDay(at), workingDays));

/** The panel sits every Wednesday; on a bank holiday it does not. */
const isPanelDay = (day: CalendarDay): boolean => dayName(day) === 'wednesday' && isWorkingDay(bankHolidays, day);

/** The first panel that leaves the coordinator two working days to send the papers out. */
export function panelAfter(at: Instant): Instant {
  let day = addWorkingDays(bankHolidays, londonDay(at), 2);
  while (!isPanelDay(day)) day = addDays(day, 1);
  return deskAt(day);
}
