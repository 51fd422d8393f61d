import { bankHolidays } from '#calendar';
import { type Deadline } from './deadline.js';
import { type DeadlineKind, deadlines } from './deadlines.js';
import { dayZero, dueOn } from './due-on.js';

const rows = Object.entries(deadlines) as [DeadlineKind, Deadline][];

describe('the clocks as policy rows', () => {
  it('have a source with an address, and count from something', () => {
    const faulty = rows.filter(
      ([, { source, countedFrom }]) => !source.act || !source.at || !/^(https:\/\/|docs\/)/.test(source.url) || !countedFrom,
    );
    expect(faulty).toEqual([]);
  });

  it('climb: each step of a ladder comes later than the one before', () => {
    for (const [kind, { alerts }] of rows) {
      const steps = alerts.map(({ workingDays }) => workingDays);
      expect({ kind, steps }).toEqual({ kind, steps: [...new Set(steps)].sort((a, b) => a - b) });
    }
  });

  it('tell somebody of every clock that runs, before or when it is due', () => {
    const silent = rows.filter(([, { is, alerts }]) => is !== 'lookedUp' && !alerts.some(({ workingDays }) => workingDays <= 0));
    expect(silent.map(([kind]) => kind)).toEqual([]);
  });

  it('never suggest a charge where a charging limit runs', () => {
    expect(deadlines.chargingLimit.neverSuggestsCharge).toBe(true);
    expect(deadlines.charge.neverSuggestsCharge).toBe(true);
  });

  it('Vale pack: panel 15, delivery 5, first appointment 5; YJB 2014: assessment 10', () => {
    const days = (['panel', 'delivery', 'firstAppointment', 'assessment', 'policeFile'] as const).map(
      (kind) => deadlines[kind].length.workingDays,
    );
    expect(days).toEqual([15, 5, 5, 10, 2]);
  });

  it('Victims’ Code right 6: 5 working days, 1 with enhanced rights; review within 3 months, answered in 30 working days', () => {
    expect(deadlines.victimTold.length).toEqual({ workingDays: 5 });
    expect(deadlines.victimToldEnhanced.length).toEqual({ workingDays: 1 });
    expect(deadlines.victimReviewWindow.length).toEqual({ months: 3 });
    expect(deadlines.victimReviewAnswer.length).toEqual({ workingDays: 30 });
  });

  it('count each kind of length', () => {
    const count = (kind: DeadlineKind, from: string) => dueOn(deadlines[kind], from, bankHolidays);
    expect(count('panel', '2026-12-24')).toBe('2027-01-19');
    expect(count('yccEnd', '2026-12-31')).toBe('2027-04-22');
    expect(count('accuracyDispute', '2027-01-31')).toBe('2027-02-28');
    expect(count('mentalHealthAssessment', '2026-12-01')).toBe('2026-12-29');
    expect(count('bailEnd', '2026-12-01')).toBeNull();
    expect(count('releaseUnderInvestigation', '2026-12-01')).toBeNull();
  });

  it('begin at the deemed receipt where they have a cut-off, else on the day itself', () => {
    expect(dayZero(deadlines.panel, '2026-12-24T17:05:00.000Z', bankHolidays)).toBe('2026-12-29');
    expect(dayZero(deadlines.panel, '2026-12-24T16:55:00.000Z', bankHolidays)).toBe('2026-12-24');
    expect(dayZero(deadlines.delivery, '2026-12-24T17:05:00.000Z', bankHolidays)).toBe('2026-12-24');
  });
});
