import { bankHolidays } from '#calendar';
import { alertAt } from './alert-at.js';

const at = (workingDays: number, dueOn: string) => alertAt({ workingDays, tell: 'practitioner' }, dueOn, bankHolidays);

describe('when a step of an alert ladder falls due', () => {
  it('counts working days from the due day, over a weekend and over Christmas, to eight in the morning in London', () => {
    expect(at(-3, '2026-11-27')).toBe('2026-11-24T08:00:00.000Z');
    expect(at(1, '2026-11-27')).toBe('2026-11-30T08:00:00.000Z');
    expect(at(1, '2026-12-24')).toBe('2026-12-29T08:00:00.000Z');
    expect(at(-1, '2026-07-14')).toBe('2026-07-13T07:00:00.000Z');
  });

  it('takes the due day itself for step 0, also where it is a rest day', () => {
    expect(at(0, '2026-12-25')).toBe('2026-12-25T08:00:00.000Z');
  });

  it('is placed by weeks where the calendar does not reach: a birthday in years, a retention review', () => {
    expect(at(0, '2040-03-01')).toBe('2040-03-01T08:00:00.000Z');
    expect(at(-20, '2040-03-29')).toBe('2040-03-01T08:00:00.000Z');
    expect(at(-1, '2040-03-29')).toBe('2040-03-28T07:00:00.000Z');
  });
});
