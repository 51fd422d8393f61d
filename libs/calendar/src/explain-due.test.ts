import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  bankHolidays,
  CalendarNotCovered,
  daysBetween,
  deemedReceipt,
  explainDue,
  londonDay,
} from './index.js';

describe('a due date explains itself', () => {
  it('day by day over Christmas, after the cut-off', () => {
    const told = explainDue(bankHolidays, { receivedAt: '2026-12-24T17:05:00.000Z', cutOff: '17:00', workingDays: 3 });
    expect(told).toEqual({
      dayZero: '2026-12-29',
      dueOn: '2027-01-04',
      calendar: 'ew-2026-02',
      days: [
        { on: '2026-12-24', weekday: 'thursday', counts: null, why: 'afterCutOff' },
        { on: '2026-12-25', weekday: 'friday', counts: null, why: 'bankHoliday', holiday: 'Christmas Day' },
        { on: '2026-12-26', weekday: 'saturday', counts: null, why: 'weekend' },
        { on: '2026-12-27', weekday: 'sunday', counts: null, why: 'weekend' },
        { on: '2026-12-28', weekday: 'monday', counts: null, why: 'bankHoliday', holiday: 'Boxing Day', isSubstitute: true },
        { on: '2026-12-29', weekday: 'tuesday', counts: 0, why: 'dayZero' },
        { on: '2026-12-30', weekday: 'wednesday', counts: 1, why: 'counted' },
        { on: '2026-12-31', weekday: 'thursday', counts: 2, why: 'counted' },
        { on: '2027-01-01', weekday: 'friday', counts: null, why: 'bankHoliday', holiday: 'New Year’s Day' },
        { on: '2027-01-02', weekday: 'saturday', counts: null, why: 'weekend' },
        { on: '2027-01-03', weekday: 'sunday', counts: null, why: 'weekend' },
        { on: '2027-01-04', weekday: 'monday', counts: 3, why: 'counted' },
      ],
    });
  });

  it('from a known day zero, with an extension and its reason', () => {
    const told = explainDue(bankHolidays, {
      anchorOn: '2026-11-23',
      workingDays: 1,
      extensions: [{ workingDays: 2, reason: 'interpreterNotFound' }],
    });
    expect(told.dueOn).toBe('2026-11-26');
    expect(told.days.map(({ counts, why, reason }) => [counts, why, reason])).toEqual([
      [0, 'dayZero', undefined],
      [1, 'counted', undefined],
      [2, 'extension', 'interpreterNotFound'],
      [3, 'extension', 'interpreterNotFound'],
    ]);
  });

  it('without a cut-off the calendar day itself is day zero, Sunday or not', () => {
    const told = explainDue(bankHolidays, { receivedAt: '2026-11-22T23:50:00.000Z', cutOff: null, workingDays: 1 });
    expect(told.days.map(({ on, why }) => `${on} ${why}`)).toEqual(['2026-11-22 dayZero', '2026-11-23 counted']);
  });

  it('refuses a negative number of days and a day outside the calendar', () => {
    expect(() => explainDue(bankHolidays, { anchorOn: '2026-11-23', workingDays: -1 })).toThrow(RangeError);
    expect(() => explainDue(bankHolidays, { anchorOn: '2028-12-20', workingDays: 15 })).toThrow(CalendarNotCovered);
  });

  it('adds up: every day once, the counted ones are the limit, the last is the due day', () => {
    const moment = fc.date({ min: new Date('2019-06-01T00:00:00Z'), max: new Date('2028-06-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.nat(40), fc.constantFrom('17:00', '12:30', null), (at, workingDays, cutOff) => {
        const receivedAt = at.toISOString();
        const told = explainDue(bankHolidays, { receivedAt, cutOff, workingDays });
        const dayZero = deemedReceipt(bankHolidays, receivedAt, cutOff);
        const first = londonDay(receivedAt);
        expect(told.dayZero).toBe(dayZero);
        expect(told.dueOn).toBe(addWorkingDays(bankHolidays, dayZero, workingDays));
        expect(told.days.map((day) => day.on)).toEqual(
          Array.from({ length: daysBetween(first, told.dueOn) + 1 }, (_, index) => addDays(first, index)),
        );
        expect(told.days.filter((day) => day.why === 'counted').map((day) => day.counts)).toEqual(
          Array.from({ length: workingDays }, (_, index) => index + 1),
        );
        expect(told.days.at(-1)?.counts).toBe(workingDays);
        expect(told.days.filter((day) => day.why === 'dayZero')).toHaveLength(1);
      }),
    );
  });
});
