import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  bankHolidays,
  type Calendar,
  CalendarNotCovered,
  deemedReceipt,
  explainDue,
  isWorkingDay,
  londonDay,
  nextWorkingDay,
  parseInstant,
  workingDaysBetween,
} from './index.js';
import file from './working-day-vectors.json' with { type: 'json' };

type Version = { minus: string[]; plus: string[]; covers: string };
const versions = new Map<string, Calendar>(
  Object.entries<Version>(file.calendar_versions).map(([version, { minus, plus, covers }]) => {
    const [from = '', to = ''] = covers.split('/');
    const kept = bankHolidays.holidays.filter((one) => one.date >= from && one.date <= to && !minus.includes(one.date));
    return [version, { version, covers: { from, to }, holidays: [...kept, ...plus.map((date) => ({ date, title: 'added' }))] }];
  }),
);
const calendarOf = (version: string): Calendar => {
  const calendar = versions.get(version);
  if (!calendar) throw new Error(`no calendar ${version}`);
  return calendar;
};
const instantOf = (text: string) => {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
};

describe('the contract of the working-day clock', () => {
  it('has 40 vectors and 7 calendars, one of them the current one', () => {
    expect([file.vectors.length, versions.size]).toEqual([40, 7]);
    expect(calendarOf(bankHolidays.version)).toEqual({
      version: 'ew-2026-02',
      covers: bankHolidays.covers,
      holidays: bankHolidays.holidays,
    });
    expect(bankHolidays.holidays).toHaveLength(83);
  });

  it.each(file.vectors)('$id: $received_at and $working_days is due on $due_on', (vector) => {
    const calendar = calendarOf(vector.calendar_version);
    const receivedAt = instantOf(vector.received_at);
    const dayZero = deemedReceipt(calendar, receivedAt, vector.cut_off);
    expect(dayZero).toBe(vector.day_0);
    expect(addWorkingDays(calendar, dayZero, vector.working_days)).toBe(vector.due_on);
    const told = explainDue(calendar, { receivedAt, cutOff: vector.cut_off, workingDays: vector.working_days });
    expect([told.dayZero, told.dueOn, told.calendar]).toEqual([vector.day_0, vector.due_on, vector.calendar_version]);
  });

  it.each([
    ['ew-2019-05', '2020-05-01', 4, '2020-05-08'],
    ['ew-2022-09', '2023-05-05', 1, '2023-05-08'],
  ])('before the change, under %s, %s and %i is due on %s', (version, day, n, due) => {
    expect(addWorkingDays(calendarOf(version), day, n)).toBe(due);
  });
});

describe('working days', () => {
  it.each([
    ['Christmas Eve', '2026-12-24', true],
    ['Christmas Day', '2026-12-25', false],
    ['the substitute for Boxing Day', '2026-12-28', false],
    ["New Year's Eve", '2026-12-31', true],
    ["St David's Day", '2027-03-01', true],
    ['2 January on a weekday', '2026-01-02', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
  ])('%s (%s): %p', (_, day, works) => {
    expect(isWorkingDay(bankHolidays, day)).toBe(works);
  });

  it('counts back over a holiday for a step before the due day, and 0 stays', () => {
    expect(addWorkingDays(bankHolidays, '2026-12-29', -1)).toBe('2026-12-24');
    expect(addWorkingDays(bankHolidays, '2026-12-26', 0)).toBe('2026-12-26');
    expect(nextWorkingDay(bankHolidays, '2026-12-23')).toBe('2026-12-24');
    expect(workingDaysBetween(bankHolidays, '2026-12-24', '2027-01-19')).toBe(15);
  });

  it('says so where the calendar ends, instead of taking a day for a working day', () => {
    const beyond = () => addWorkingDays(bankHolidays, '2028-12-28', 5);
    expect(beyond).toThrow(CalendarNotCovered);
    expect(beyond).toThrow('calendar ew-2026-02 does not cover 2029-01-01');
    expect(() => isWorkingDay(bankHolidays, '2018-12-31')).toThrow(CalendarNotCovered);
    expect(() => addWorkingDays(bankHolidays, '2018-12-31', 1)).toThrow(CalendarNotCovered);
    expect(() => workingDaysBetween(bankHolidays, '2028-12-01', '2029-01-02')).toThrow(CalendarNotCovered);
    expect(addWorkingDays(bankHolidays, '2028-12-28', 1)).toBe('2028-12-29');
  });

  it('refuses half days and a cut-off that is no time', () => {
    expect(() => addWorkingDays(bankHolidays, '2026-11-24', 1.5)).toThrow(RangeError);
    expect(() => deemedReceipt(bankHolidays, '2026-11-24T10:00:00.000Z', '9:00')).toThrow(RangeError);
  });

  const covered = fc.integer({ min: 400, max: 3200 }).map((n) => addDays('2019-01-01', n));

  it('counts between what it has counted to, forward and back', () => {
    fc.assert(
      fc.property(
        covered,
        fc.integer({ min: -200, max: 200 }),
        (day, n) => workingDaysBetween(bankHolidays, day, addWorkingDays(bankHolidays, day, n)) === n,
      ),
    );
  });

  it('is what a list of all working days says by position', () => {
    const all: string[] = [];
    for (let day = '2019-01-01'; day <= '2028-12-31'; day = addDays(day, 1)) if (isWorkingDay(bankHolidays, day)) all.push(day);
    fc.assert(
      fc.property(covered, fc.integer({ min: 1, max: 200 }), (day, n) => {
        const before = all.filter((one) => one <= day).length;
        return addWorkingDays(bankHolidays, day, n) === all[before + n - 1];
      }),
    );
  });
});

describe('a later receipt is never due earlier', () => {
  it.each([
    ['17:00', '2028-01-25'],
    ['16:00', '2028-01-25'],
    [null, '2028-01-24'],
  ])('over every hour of two years, and each last millisecond before it (cut-off %p)', (cutOff, latest) => {
    let last = '';
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 3_600_000) {
      for (const moment of [at - 1, at]) {
        const dayZero = deemedReceipt(bankHolidays, new Date(moment).toISOString(), cutOff);
        const due = addWorkingDays(bankHolidays, dayZero, 15);
        if (due < last) throw new Error(`${new Date(moment).toISOString()} is due ${due}, earlier than ${last}`);
        last = due;
      }
    }
    expect(last).toBe(latest);
  });

  it('at any two moments, for any number of days', () => {
    const moment = fc.date({ min: new Date('2019-06-01T00:00:00Z'), max: new Date('2028-06-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, fc.nat(40), fc.constantFrom('17:00', '09:30', null), (one, other, n, cutOff) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const due = (at: Date) => addWorkingDays(bankHolidays, deemedReceipt(bankHolidays, at.toISOString(), cutOff), n);
        return due(early) <= due(late);
      }),
    );
  });

  it('with a cut-off, day zero is a working day and not before the day of receipt', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2019-06-01T00:00:00Z'), max: new Date('2028-06-01T00:00:00Z'), noInvalidDate: true }),
        (at) => {
          const dayZero = deemedReceipt(bankHolidays, at.toISOString(), '17:00');
          return isWorkingDay(bankHolidays, dayZero) && dayZero >= londonDay(at.toISOString());
        },
      ),
    );
  });
});
