import { addDays, addWorkingDays, bankHolidays, type CalendarDay, dayName, type Instant, instantOfLondon, isWorkingDay, londonDay, londonTime } from '#calendar';

/** People of the demonstration do things at three times of a working day, so that several stories share a move of the clock. */
export const morning = '10:00';
export const afternoon = '15:00';
export const evening = '16:00';

/** That time of day in London, so many working days later. */
export const inWorkingDays = (from: Instant, days: number, time = morning): Instant =>
  instantOfLondon(addWorkingDays(bankHolidays, londonDay(from), days), time);

/** The next time that somebody is at a desk: later today, else the next working morning. */
export function nextDeskTime(now: Instant): Instant {
  const today = londonDay(now);
  const later = [morning, afternoon].map((time) => instantOfLondon(today, time)).find((at) => at > now);
  return isWorkingDay(bankHolidays, today) && later !== undefined ? later : inWorkingDays(now, 1);
}

const panelDays = ['tuesday', 'thursday'];

/**
 * When a panel meets for a case that is ready now: on the next Tuesday or Thursday at ten that leaves a day for reading, or, where that
 * would be after `latest`, as soon as it can.
 */
export function panelTime(now: Instant, latest: CalendarDay): Instant {
  const soonest = londonDay(inWorkingDays(now, 1));
  const usual = Array.from({ length: 5 }, (_, index) => addDays(londonDay(inWorkingDays(now, 2)), index)).find(
    (day) => panelDays.includes(dayName(day)) && isWorkingDay(bankHolidays, day),
  );
  return instantOfLondon(usual !== undefined && usual <= latest ? usual : soonest, morning);
}

const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `Thu 24 Dec 2026`. */
export const shortDay = (day: CalendarDay): string => short.format(new Date(`${day}T12:00:00Z`)).replace(/,/g, '');
export const shortTime = (instant: Instant): string => londonTime(instant).slice(0, 5);
