import fc from 'fast-check';
import { addDays, instantOfLondon, isTimeOfDay, londonDay, londonTime, parseInstant } from './index.js';

const hour = 3_600_000;

describe('an instant', () => {
  it.each([
    ['2026-12-24T16:55:00Z', '2026-12-24T16:55:00.000Z'],
    ['2026-12-24T16:55Z', '2026-12-24T16:55:00.000Z'],
    ['2026-07-31T17:30:00+01:00', '2026-07-31T16:30:00.000Z'],
    ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00.000Z'],
    ['2026-12-31T23:30:00-01:00', '2027-01-01T00:30:00.000Z'],
    ['2026-11-18T16:59:59.9Z', '2026-11-18T16:59:59.900Z'],
    ['2026-11-18T16:59:59.999999Z', '2026-11-18T16:59:59.999Z'],
    ['2026-11-18T16:00:00-00:00', '2026-11-18T16:00:00.000Z'],
    ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00.000Z'],
    ['0050-01-01T00:00:00Z', '0050-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    ['a day that does not exist', '2026-02-30T12:00:00Z'],
    ['24:00', '2026-02-03T24:00:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['minute 60', '2026-02-03T12:60:00Z'],
    ['no offset', '2026-02-03T12:00:00'],
    ['a day alone', '2026-02-03'],
    ['an offset without colon', '2026-02-03T12:00:00+0100'],
    ['an offset of 24 hours', '2026-02-03T12:00:00+24:00'],
    ['a space for the T', '2026-02-03 12:00:00Z'],
    ['small letters', '2026-02-03t12:00:00z'],
    ['a comma', '2026-02-03T12:00:00,5Z'],
    ['ten digits of a second', '2026-02-03T12:00:00.0123456789Z'],
    ['white space at the end', '2026-02-03T12:00:00Z\n'],
    ['a year before 0001', '0001-01-01T00:00:00+01:00'],
    ['a year after 9999', '9999-12-31T23:30:00-01:00'],
  ])('refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('reads what it has written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        (date) => parseInstant(date.toISOString()) === date.toISOString(),
      ),
    );
  });
});

describe('London', () => {
  it.each([
    ['2026-07-31T22:59:59.000Z', '2026-07-31', '23:59:59'],
    ['2026-07-31T23:30:00.000Z', '2026-08-01', '00:30:00'],
    ['2026-12-31T23:30:00.000Z', '2026-12-31', '23:30:00'],
    ['2027-03-28T00:59:59.000Z', '2027-03-28', '00:59:59'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28', '02:00:00'],
    ['2026-10-25T00:59:59.000Z', '2026-10-25', '01:59:59'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25', '01:00:00'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01', '01:00:00'],
  ])('%s is %s %s', (instant, day, time) => {
    expect([londonDay(instant), londonTime(instant)]).toEqual([day, time]);
  });

  it('agrees with the time zone tables from 1990 to 2037: every six hours, every hour of the months of change, and a millisecond before', () => {
    const zone = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      hourCycle: 'h23',
      day: '2-digit',
    });
    const wrong: string[] = [];
    for (let at = Date.UTC(1990, 0, 1); at < Date.UTC(2037, 0, 1); at += hour) {
      if (![2, 3, 9, 10].includes(new Date(at).getUTCMonth()) && at % (6 * hour) !== 0) continue;
      for (const moment of [at - 1, at]) {
        const instant = new Date(moment).toISOString();
        const told = zone.formatToParts(moment);
        const part = (type: string) => told.find((one) => one.type === type)?.value;
        if (londonTime(instant).slice(0, 2) !== part('hour') || londonDay(instant).slice(8) !== part('day')) wrong.push(instant);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2026-12-24', '16:55', '2026-12-24T16:55:00.000Z'],
    ['2026-07-31', '17:30', '2026-07-31T16:30:00.000Z'],
    ['2026-07-31', '00:15:30', '2026-07-30T23:15:30.000Z'],
    // Forward: 01:00 to 01:59 do not occur.
    ['2027-03-28', '00:59:59', '2027-03-28T00:59:59.000Z'],
    ['2027-03-28', '01:00', '2027-03-28T01:00:00.000Z'],
    ['2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28', '02:00', '2027-03-28T01:00:00.000Z'],
    // Back: 01:00 to 01:59 occur twice, and the first is meant.
    ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '01:00', '2026-10-25T00:00:00.000Z'],
    ['2026-10-25', '01:59:59', '2026-10-25T00:59:59.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s at %s is %s', (day, time, instant) => {
    expect(instantOfLondon(day, time)).toBe(instant);
  });

  it('finds every shown time of a year again, except what March leaves out', () => {
    const lost: string[] = [];
    for (let day = '2026-01-01'; day < '2027-12-31'; day = addDays(day, 1)) {
      for (let h = 0; h < 24; h += 1) {
        const time = `${String(h).padStart(2, '0')}:30:00`;
        const instant = instantOfLondon(day, time);
        if (londonDay(instant) !== day || londonTime(instant) !== time) lost.push(`${day} ${time}`);
      }
    }
    expect(lost).toEqual(['2026-03-29 01:30:00', '2027-03-28 01:30:00']);
  });

  it.each(['24:00', '9:00', '12:60', '12:00:60', '', 'noon'])('refuses %p as a time of day', (time) => {
    expect(isTimeOfDay(time)).toBe(false);
    expect(() => instantOfLondon('2026-01-01', time)).toThrow(RangeError);
  });
});
