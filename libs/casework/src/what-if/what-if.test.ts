import { addWorkingDays, bankHolidays, type CalendarDay, type Instant } from '#calendar';
import { dayZero, type DeadlineKind, deadlines, dueOn } from '#law';
import { type CaseFacts } from '#pathway';
import * as fc from 'fast-check';
import { policyOf } from '../clocks/clock-kind.js';
import { changedCalendar, type Changes, faultsOfChanges } from './changed-calendar.js';
import { type Standing, type StandingClock, whatIf } from './what-if.js';

const receivedAt: Instant = '2026-12-24T16:55:00.000Z';
const known: CaseFacts = { receivedAt, bornOn: '2012-03-14' };

const clock = (kind: DeadlineKind, anchorOn: CalendarDay, name: string = kind): StandingClock => ({
  kind: name,
  anchorOn,
  dueOn: dueOn(deadlines[kind], anchorOn, bankHolidays) ?? anchorOn,
  policy: policyOf(kind),
  status: 'running',
  countedWith: bankHolidays,
});
const fromReceipt = (kind: DeadlineKind, at: Instant = receivedAt) => clock(kind, dayZero(deadlines[kind], at, bankHolidays));

const standing = (more: Partial<Standing> = {}): Standing => ({
  known,
  clocks: [fromReceipt('panel'), fromReceipt('assessment'), clock('departureChallenge', '2026-12-29')],
  calendar: bankHolidays,
  today: '2027-01-04',
  ...more,
});
const asked = (changes: Changes, more: Partial<Standing> = {}) => whatIf(standing(more), changes);
const due = (changes: Changes, kind: string, more: Partial<Standing> = {}) =>
  asked(changes, more).clocks.find((one) => one.kind === kind)?.wouldBe.dueOn;

describe('what if', () => {
  it('nothing were otherwise: no day moves, and each day says why it is that day', () => {
    const { clocks, wouldBreach, wouldNotBreach } = asked({});
    expect(clocks.map(({ kind, is, movesBy }) => [kind, is.dueOn, movesBy])).toEqual([
      ['panel', '2027-01-19', 0],
      ['assessment', '2027-01-12', 0],
      ['departureChallenge', '2026-12-31', 0],
      ['delivery', '2027-01-26', 0],
    ]);
    expect([wouldBreach, wouldNotBreach]).toEqual([[], []]);
    const panel = clocks[0]?.wouldBe.explanation ?? [];
    expect(panel.map(({ counts }) => counts).at(-1)).toBe(15);
    expect(panel.find(({ on }) => on === '2026-12-28')).toMatchObject({ why: 'bankHoliday', isSubstitute: true });
  });

  it('it had come ten minutes later: received after Christmas, and all that counts from the receipt moves', () => {
    const later = { received: '2026-12-24T17:05:00.000Z' };
    expect([due(later, 'panel'), due(later, 'assessment'), due(later, 'departureChallenge'), due(later, 'delivery')]).toEqual([
      '2027-01-20',
      '2027-01-13',
      '2026-12-31',
      '2027-01-27',
    ]);
    expect(asked(later).clocks[0]).toMatchObject({
      is: { dayZero: '2026-12-24' },
      wouldBe: { dayZero: '2026-12-29' },
      movesBy: 1,
    });
  });

  it('a day became a bank holiday: every clock over it is a working day longer', () => {
    const holiday = { holidays: ['2026-12-30'] };
    expect(asked(holiday).clocks.map(({ wouldBe }) => wouldBe.dueOn)).toEqual([
      '2027-01-20',
      '2027-01-13',
      '2027-01-04',
      '2027-01-27',
    ]);
    expect(asked(holiday).calendar).toBe('ew-2026-02+what-if');
  });

  it('a bank holiday moved: the days between the old one and the new one shift, what ends before or after does not', () => {
    const moved = { holidays: ['2027-01-15'], noHolidays: ['2027-01-01'] };
    expect([due(moved, 'panel'), due(moved, 'assessment')]).toEqual(['2027-01-19', '2027-01-11']);
  });

  it('the panel were due within ten working days: the panel and the delivery after it, and nothing else', () => {
    const { clocks } = asked({ panelLimit: 10 });
    expect(clocks.map(({ kind, movesBy, wouldBe }) => [kind, movesBy, wouldBe.dueOn])).toEqual([
      ['panel', -7, '2027-01-12'],
      ['assessment', 0, '2027-01-12'],
      ['departureChallenge', 0, '2026-12-31'],
      ['delivery', -7, '2027-01-19'],
    ]);
  });

  it('names what would be overdue today and is not, and the other way about', () => {
    const late = { today: '2027-01-13' } as const;
    expect(asked({ panelLimit: 10 }, late)).toMatchObject({ wouldBreach: ['panel'], wouldNotBreach: [] });
    expect(asked({ holidays: ['2027-01-05'] }, late)).toMatchObject({ wouldBreach: [], wouldNotBreach: ['assessment'] });
    // Due today is in time.
    expect(asked({ panelLimit: 10 }, { today: '2027-01-12' }).wouldBreach).toEqual([]);
  });

  it('says what a panel or a giving would run into, and never that anybody be charged for it', () => {
    const summary = {
      offences: [{ code: 'CJ88116', on: '2026-07-15', triable: 'summary' }],
      bail: { status: 'PRE_CHARGE_BAIL', endsOn: '2027-01-13' },
      bornOn: '2009-01-22',
    } as const;
    const { runsInto } = asked({ panelLimit: 10 }, { known: { ...known, ...summary } });
    expect(runsInto.is).toEqual(['chargingLimitBeforePanel', 'bailEndsBeforePanel', 'eighteenByGiving']);
    expect(runsInto.wouldBe).toEqual([]);
  });

  it('leaves alone what no working day counts: an agreed end, a birthday; and a second run its own beginning', () => {
    const clocks = [
      { ...fromReceipt('allocation'), anchorOn: '2026-12-30', dueOn: '2026-12-31' },
      { ...clock('intervention', '2026-12-30'), dueOn: '2027-03-01' },
      { ...clock('eighteenthBirthday', '2026-12-24'), dueOn: '2030-03-14' },
    ];
    const { clocks: told } = asked({ received: '2026-11-24T09:00:00.000Z' }, { clocks });
    expect(told.map(({ movesBy }) => movesBy)).toEqual([0, 0, 0]);
  });

  it('tells each victim’s clock apart', () => {
    const clocks = [
      clock('victimTold', '2026-12-30', 'victimTold:V1'),
      clock('victimToldEnhanced', '2026-12-30', 'victimTold:V2'),
    ];
    expect(asked({ holidays: ['2026-12-31'] }, { clocks, today: '2027-01-04' })).toMatchObject({
      clocks: [
        { kind: 'victimTold', of: 'V1', movesBy: 1 },
        { kind: 'victimTold', of: 'V2', movesBy: 4 },
      ],
      wouldNotBreach: ['victimTold:V2'],
    });
  });

  it('changes nothing that it was given, and agrees with the count itself on any day', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addWorkingDays(bankHolidays, '2026-12-24', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (holiday, panelLimit) => {
        const before = standing();
        const { clocks } = whatIf(before, { holidays: [holiday], panelLimit });
        const calendar = changedCalendar(bankHolidays, { holidays: [holiday] });
        const from = dayZero(deadlines.panel, receivedAt, calendar);
        expect(clocks[0]?.wouldBe.dueOn).toBe(addWorkingDays(calendar, from, panelLimit));
        expect(before).toEqual(standing());
      }),
    );
  });
});

describe('a change of the calendar', () => {
  it('is a day that was none before, within what the calendar knows', () => {
    expect(faultsOfChanges({ holidays: ['2026-12-30'], noHolidays: ['2026-12-28'] }, bankHolidays)).toEqual([]);
    expect(faultsOfChanges({ holidays: ['2026-12-25', '2050-01-03'], noHolidays: ['2026-12-30'] }, bankHolidays)).toEqual([
      { pointer: '/holiday', code: 'holidayKnown' },
      { pointer: '/holiday', code: 'notCovered' },
      { pointer: '/no-holiday', code: 'holidayUnknown' },
    ]);
  });

  it('leaves the calendar itself as it is', () => {
    expect(changedCalendar(bankHolidays, {})).toBe(bankHolidays);
    changedCalendar(bankHolidays, { holidays: ['2026-12-30'] });
    expect(bankHolidays.holidays.some(({ date }) => date === '2026-12-30')).toBe(false);
  });
});
