import { addMonths, type CalendarDay } from '#calendar';
import table from './tables/street-notices.json' with { type: 'json' };

/**
 * Whether resolutions given in the street on these days are a pattern that somebody should look at: so many within so many months, both
 * ends counted. The threshold is a row with its source; a pattern is a reason to help, never a step up.
 */
export function isStreetNoticePattern(days: readonly CalendarDay[]): boolean {
  const inOrder = [...days].sort();
  return inOrder.some((first, index) => {
    const last = inOrder[index + table.count - 1];
    return last !== undefined && last <= addMonths(first, table.months);
  });
}
