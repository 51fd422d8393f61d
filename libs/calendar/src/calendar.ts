import { type CalendarDay, dayNumber, dayOfNumber, weekdayOfNumber } from './day.js';
import data from './bank-holidays.json' with { type: 'json' };

/** A bank holiday. `title` is the feed's own English word; `isSubstitute` marks a day that stands for a holiday on a weekend. */
export type Holiday = { readonly date: CalendarDay; readonly title: string; readonly isSubstitute?: boolean };

/** One state of the list of bank holidays. Outside `covers` (both days included) it knows nothing and says so. */
export type Calendar = {
  readonly version: string;
  readonly holidays: readonly Holiday[];
  readonly covers: { readonly from: CalendarDay; readonly to: CalendarDay };
};

/** Thrown where an answer would need a day that the calendar does not cover: no holiday listed is not the same as none. */
export class CalendarNotCovered extends Error {
  constructor(
    readonly version: string,
    readonly day: CalendarDay,
  ) {
    super(`calendar ${version} does not cover ${day}`);
    this.name = 'CalendarNotCovered';
  }
}

/** England and Wales, version `ew-2026-02`, 2019 to 2028; the source stands in the file. */
export const bankHolidays: Calendar = { version: data.version, holidays: data.holidays, covers: data.covers };

type Index = { readonly holidays: ReadonlyMap<number, Holiday>; readonly from: number; readonly to: number };

// A calendar is immutable, so its index may live as long as the object does.
const indexes = new WeakMap<Calendar, Index>();

function indexOf(calendar: Calendar): Index {
  const known = indexes.get(calendar);
  if (known) return known;
  const index = {
    holidays: new Map(calendar.holidays.map((holiday) => [dayNumber(holiday.date), holiday])),
    from: dayNumber(calendar.covers.from),
    to: dayNumber(calendar.covers.to),
  };
  indexes.set(calendar, index);
  return index;
}

/** Why a day is not a working day, or null where it is one. A weekend comes before a holiday. By day number, for counting loops. */
export function restOfNumber(calendar: Calendar, number: number): 'weekend' | 'bankHoliday' | null {
  const index = indexOf(calendar);
  if (number < index.from || number > index.to) throw new CalendarNotCovered(calendar.version, dayOfNumber(number));
  if (weekdayOfNumber(number) >= 5) return 'weekend';
  return index.holidays.has(number) ? 'bankHoliday' : null;
}

/** The holiday on that day, if the calendar lists one. */
export const holidayOn = (calendar: Calendar, day: CalendarDay): Holiday | null =>
  indexOf(calendar).holidays.get(dayNumber(day)) ?? null;

/** Monday to Friday and not a bank holiday. Christmas Eve, New Year's Eve and St David's Day are working days. */
export const isWorkingDay = (calendar: Calendar, day: CalendarDay): boolean => restOfNumber(calendar, dayNumber(day)) === null;
