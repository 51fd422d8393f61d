import fc from 'fast-check';
import { addDays, addMonths, ageOn, birthday, dayName, daysBetween, parseDay } from './index.js';

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a calendar day', () => {
  it.each(['2026-12-24', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    ['a day that does not exist', '2026-02-30'],
    ['29 February of an ordinary year', '2026-02-29'],
    ['29 February of a century that is no leap year', '2100-02-29'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-01-00'],
    ['the year 0', '0000-01-01'],
    ['one digit', '2026-1-01'],
    ['a space', ' 2026-01-01'],
    ['a line feed at the end', '2026-01-01\n'],
    ['an instant', '2026-01-01T00:00:00Z'],
    ['digits of another script', '２０２６-01-01'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('throws where a text that is no day is counted with', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it('agrees with the Gregorian calendar of Date on every day of 400 years', () => {
    let day = '1900-01-01';
    for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2300, 0, 1); at += 86_400_000) {
      if (day !== new Date(at).toISOString().slice(0, 10)) throw new Error(`${day} differs`);
      day = addDays(day, 1);
    }
    expect(day).toBe('2300-01-01');
  });

  it('takes away what was added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    );
  });

  it.each([
    ['2026-11-23', 'monday'],
    ['2026-11-24', 'tuesday'],
    ['2026-12-25', 'friday'],
    ['1969-12-31', 'wednesday'],
    ['2028-02-29', 'tuesday'],
    ['2026-11-22', 'sunday'],
  ])('%s is a %s', (day, name) => {
    expect(dayName(day)).toBe(name);
  });
});

describe('months', () => {
  it.each([
    ['2026-06-01', 6, '2026-12-01'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -25, '2023-12-15'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(400),
        fc.nat(36),
        (day, later, months) => addMonths(day, months) <= addMonths(addDays(day, later), months),
      ),
    );
  });
});

describe('age', () => {
  it('changes at midnight on the birthday', () => {
    expect(ageOn('2008-12-27', '2026-12-26')).toBe(17);
    expect(ageOn('2008-12-27', '2026-12-27')).toBe(18);
    expect(birthday('2008-12-27', 18)).toBe('2026-12-27');
  });

  it('born on 29 February: reached on 1 March of an ordinary year, on the day itself in a leap year', () => {
    expect(birthday('2008-02-29', 18)).toBe('2026-03-01');
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
    expect(birthday('2008-02-29', 20)).toBe('2028-02-29');
    expect(ageOn('2008-02-29', '2028-02-28')).toBe(19);
    expect(ageOn('2008-02-29', '2028-02-29')).toBe(20);
  });

  it('is 0 on the day of birth and negative before', () => {
    expect(ageOn('2015-06-01', '2015-06-01')).toBe(0);
    expect(ageOn('2015-06-01', '2015-05-31')).toBe(-1);
  });

  it('is the largest whose birthday has come', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(20_000), (birth, lived) => {
        const day = addDays(birth, lived);
        const age = ageOn(birth, day);
        return birthday(birth, age) <= day && birthday(birth, age + 1) > day;
      }),
    );
  });
});
