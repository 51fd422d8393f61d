/** A day in Europe/London as `2026-12-24`. Days compare rightly as text. */
export type CalendarDay = string;

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

const weekdays: readonly [Weekday, Weekday, Weekday, Weekday, Weekday, Weekday, Weekday] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

const digits = (n: number, width: number) => String(n).padStart(width, '0');
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days the month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day as text, or null: four-digit year from 0001, and a day that the Gregorian calendar has. Nothing is trimmed. */
export function parseDay(text: string): CalendarDay | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? text : null;
}

function partsOf(day: CalendarDay): { year: number; month: number; dayOfMonth: number } {
  if (parseDay(day) === null) throw new RangeError('not a calendar day');
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) };
}

function textOf(year: number, month: number, dayOfMonth: number): CalendarDay {
  if (year < 1 || year > 9999) throw new RangeError('a calendar day lies in the years 0001 to 9999');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
}

/**
 * Days since 1970-01-01. Years begin in March here, so that the leap day is the last day of a year.
 * `Date.UTC` is not used because it reads the years 0 to 99 as 1900 to 1999.
 */
export function dayNumber(day: CalendarDay): number {
  const { year, month, dayOfMonth } = partsOf(day);
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

/** The inverse of `dayNumber`. */
export function dayOfNumber(number: number): CalendarDay {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return textOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

/** 0 is Monday, 6 is Sunday. */
export const weekdayOfNumber = (number: number): number => (((number + 3) % 7) + 7) % 7;

export function dayName(day: CalendarDay): Weekday {
  return weekdays[weekdayOfNumber(dayNumber(day))] ?? 'monday';
}

/** Calendar days later (or earlier, for a negative number). */
export const addDays = (day: CalendarDay, days: number): CalendarDay => dayOfNumber(dayNumber(day) + days);

/** Calendar days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from);

/**
 * The same day of the month `months` later (or earlier), which is the last day in time of a limit in months.
 * Where the month has no such day it is the last of that month: 31 August and six months is 28 (29) February.
 */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const { year, month, dayOfMonth } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return textOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/**
 * The day at whose first moment a person born on `birth` reaches `age` (whole years).
 * Born on 29 February: in an ordinary year the age is reached on 1 March. No provision known to us settles it; 1 March is the later
 * day, so the child comes of criminal responsibility later and stops being a child later. `addMonths` would say 28 February.
 */
export function birthday(birth: CalendarDay, age: number): CalendarDay {
  const { year, month, dayOfMonth } = partsOf(birth);
  const exists = dayOfMonth <= daysInMonth(year + age, month);
  return exists ? textOf(year + age, month, dayOfMonth) : textOf(year + age, 3, 1);
}

/** Whole years of age on that day (negative before birth). For a 29 February birth see `birthday`. */
export function ageOn(birth: CalendarDay, day: CalendarDay): number {
  const years = partsOf(day).year - partsOf(birth).year;
  return day >= birthday(birth, years) ? years : years - 1;
}
