import { type Calendar, type CalendarDay, holidayOn, type Instant } from '#calendar';

/** What might have been otherwise. `holidays` are days off that were none, `noHolidays` bank holidays that were moved away. */
export type Changes = {
  readonly received?: Instant;
  readonly holidays?: readonly CalendarDay[];
  readonly noHolidays?: readonly CalendarDay[];
  /** Working days from the receipt to the panel. */
  readonly panelLimit?: number;
};

export type ChangeFault = { readonly pointer: string; readonly code: 'notCovered' | 'holidayKnown' | 'holidayUnknown' };

const isCovered = ({ covers }: Calendar, day: CalendarDay): boolean => covers.from <= day && day <= covers.to;

/** Why a change of the calendar is none: a day off already, a working day already, a day it knows nothing of. */
export function faultsOfChanges({ holidays = [], noHolidays = [] }: Changes, calendar: Calendar): readonly ChangeFault[] {
  const fault = (pointer: string, code: ChangeFault['code']): ChangeFault => ({ pointer, code });
  return [
    ...holidays.flatMap((day) => {
      if (!isCovered(calendar, day)) return [fault('/holiday', 'notCovered')];
      return holidayOn(calendar, day) === null ? [] : [fault('/holiday', 'holidayKnown')];
    }),
    ...noHolidays.flatMap((day) => (holidayOn(calendar, day) === null ? [fault('/no-holiday', 'holidayUnknown')] : [])),
  ];
}

/** The calendar as it would be; the same where nothing of it changes. Its version says that it is none. */
export function changedCalendar(calendar: Calendar, { holidays = [], noHolidays = [] }: Changes): Calendar {
  if (holidays.length === 0 && noHolidays.length === 0) return calendar;
  const kept = calendar.holidays.filter(({ date }) => !noHolidays.includes(date));
  return {
    ...calendar,
    version: `${calendar.version}+what-if`,
    holidays: [...kept, ...holidays.map((date) => ({ date, title: 'what-if' }))].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}
