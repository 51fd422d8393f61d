import { type CalendarDay, dayNumber, dayOfNumber, parseDay, weekdayOfNumber } from './day.js';

/** A moment as `2026-12-24T16:55:00.000Z`: always UTC, always milliseconds. Instants compare rightly as text. */
export type Instant = string;

/** Whoever needs the time is handed one of these; no library looks at a wall clock. */
export type Clock = { now(): Instant };

const hour = 3_600_000;
const day = 24 * hour;
const shape = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** ISO text of milliseconds since 1970, or null outside the years 0001 to 9999. */
function textOf(milliseconds: number): Instant | null {
  const text = new Date(milliseconds).toISOString();
  return text.length === 24 && text >= '0001' ? text : null;
}

/**
 * ISO 8601 with `Z` or an offset `±HH:MM`, seconds optional, capitals only, nothing trimmed; normalised to UTC. Null otherwise:
 * a day that does not exist, 24:00, a leap second, no offset. Digits beyond the millisecond are cut off, never rounded up:
 * rounding could carry 16:59:59.9999 over a cut-off.
 */
export function parseInstant(text: string): Instant | null {
  const found = shape.exec(text);
  const date = found?.[1] === undefined ? null : parseDay(found[1]);
  if (!found || date === null) return null;
  const part = (index: number) => Number(found[index] ?? 0);
  const offset = (found[6] === '-' ? -1 : 1) * (part(7) * hour + part(8) * 60_000);
  const time = part(2) * hour + part(3) * 60_000 + part(4) * 1000 + Number((found[5] ?? '').padEnd(3, '0').slice(0, 3));
  return textOf(dayNumber(date) * day + time - offset);
}

function millisecondsOf(instant: Instant): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError('not an instant');
  return milliseconds;
}

/** The last Sunday of March or October, 01:00 UTC: when summer time begins and ends. */
function changeOf(year: number, month: 3 | 10): number {
  const last = dayNumber(`${String(year).padStart(4, '0')}-${month === 3 ? '03' : '10'}-31`);
  return (last - ((weekdayOfNumber(last) + 1) % 7)) * day + hour;
}

const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });

/**
 * Milliseconds that London is ahead of UTC. The rule of the last Sundays holds since 1996; it is written out because a due date must
 * not depend on the time zone tables of the computer, and a test compares it with them. Older moments are rare and ask the tables.
 */
function offsetAt(milliseconds: number): number {
  const year = new Date(milliseconds).getUTCFullYear();
  if (year >= 1996) return milliseconds >= changeOf(year, 3) && milliseconds < changeOf(year, 10) ? hour : 0;
  const name = zone.formatToParts(milliseconds).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * hour + Number(found[3]) * 60_000 + Number(found[4] ?? 0) * 1000);
}

function londonText(instant: Instant): string {
  const milliseconds = millisecondsOf(instant);
  return new Date(milliseconds + offsetAt(milliseconds)).toISOString();
}

/** The day in London: 23:30Z on 31 July is already 1 August there. */
export const londonDay = (instant: Instant): CalendarDay => londonText(instant).slice(0, 10);

/** The time of day in London as `HH:MM:SS`. */
export const londonTime = (instant: Instant): string => londonText(instant).slice(11, 19);

/** Whether the text is a time of day, `HH:MM` or `HH:MM:SS`, up to 23:59:59. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text);

/**
 * The moment at which clocks in London show that day and time (`HH:MM` or `HH:MM:SS`; anything else is a RangeError).
 * The hour that occurs twice in October means its first passing. The hour that March leaves out is read as if the clocks had not
 * yet changed: 01:30 becomes 02:30 summer time.
 */
export function instantOfLondon(on: CalendarDay, time: string): Instant {
  if (!isTimeOfDay(time)) throw new RangeError('not a time of day');
  const [h = 0, m = 0, s = 0] = time.split(':').map(Number);
  const shown = dayNumber(on) * day + h * hour + m * 60_000 + s * 1000;
  // The larger offset is the earlier moment; it is right unless London does not show that time then.
  const early = shown - hour;
  const milliseconds = early + offsetAt(early) === shown ? early : shown - offsetAt(early);
  const text = textOf(milliseconds);
  if (text === null) throw new RangeError(`outside the years 0001 to 9999: ${dayOfNumber(dayNumber(on))}`);
  return text;
}
