import { addDays, addMonths, type CalendarDay } from '#calendar';
import { deadlines } from '#law';
import { type DrawWindow, type ServiceSize } from './draw-record.js';
import usual from './usual-cadence.json' with { type: 'json' };

/** How often a body draws: windows of so many months from January on, prepared so many days before a window ends. */
export type DrawCadence = { readonly months: number; readonly services: readonly ServiceSize[]; readonly daysBefore: number };

/** What holds for a body that has said nothing: the months from the law's table of deadlines, every service that runs Teg. */
export const usualCadence = (services: readonly string[]): DrawCadence => ({
  months: deadlines.scrutinyPanel.length.months,
  services: services.map((service) => ({ service, n: usual.casesOfService })),
  daysBefore: usual.daysBefore,
});

/** The window that holds that day: of a year divided into windows of equal length, so `months` divides twelve. */
export function windowOf(day: CalendarDay, months: number): DrawWindow {
  const [year = '', month = ''] = day.split('-');
  const begins = Number(month) - 1 - ((Number(month) - 1) % months);
  const first = `${year}-${String(begins + 1).padStart(2, '0')}-01`;
  return { first, last: addDays(addMonths(first, months), -1) };
}

/**
 * The window that is to be prepared today, or null: the one that is about to end, or the one before it while that ended no longer ago than
 * it would have been prepared ahead. So a house that begins to use Teg in the middle of a year is not asked for draws of a time before.
 */
export function windowToPrepare(
  today: CalendarDay,
  { months, daysBefore }: Pick<DrawCadence, 'months' | 'daysBefore'>,
): DrawWindow | null {
  const now = windowOf(today, months);
  if (today >= addDays(now.last, -daysBefore)) return now;
  const before = windowOf(addDays(now.first, -1), months);
  return today <= addDays(before.last, daysBefore) ? before : null;
}
