import { bankHolidays, explainDue } from '#calendar';
import { said } from '../said.js';
import { tellWhatIf, tellWhatIfLines, type WhatIfCase } from './tell-what-if.js';

const day = (dueOn: string, isOverdue = false) => ({ dayZero: '2026-12-24', dueOn, isOverdue });
const told: WhatIfCase = {
  reference: 'VG-26-7KQ4M2',
  state: 'awaitingPanel',
  calendar: 'ew-2026-02',
  clocks: [
    {
      kind: 'assessment',
      status: 'running',
      is: day('2026-12-29'),
      wouldBe: { ...day('2026-12-30', true), explanation: explainDue(bankHolidays, { anchorOn: '2026-12-24', workingDays: 2 }).days },
      movesBy: 1,
    },
    { kind: 'victimTold', of: 'V1', status: 'ahead', is: day('2027-01-04'), wouldBe: { ...day('2027-01-04'), explanation: [] }, movesBy: 0 },
  ],
  wouldBreach: ['assessment'],
  wouldNotBreach: [],
  runsInto: { is: [], wouldBe: ['chargingLimitBeforePanel'] },
};

describe('teg what-if', () => {
  it('tells one case day by day where a date would move', () => {
    expect(tellWhatIf(told).split('\n')).toEqual([
      'VG-26-7KQ4M2, awaitingPanel, counted with ew-2026-02. Nothing was written.',
      '',
      'assessment: due 2026-12-29; would be 2026-12-30, overdue; 1 day later',
      '  2026-12-24  thu    0  day 0, not itself counted',
      '  2026-12-25  fri       bank holiday: Christmas Day',
      '  2026-12-26  sat       weekend',
      '  2026-12-27  sun       weekend',
      '  2026-12-28  mon       bank holiday: Boxing Day',
      '  2026-12-29  tue    1  working day',
      '  2026-12-30  wed    2  working day',
      'victimTold:V1 (not running yet): due 2027-01-04; would be 2027-01-04; does not move',
      '',
      'Would be overdue today: assessment',
      'Would run into: chargingLimitBeforePanel',
      '',
    ]);
  });

  it('tells many cases in lines that a program can read', () => {
    expect(tellWhatIfLines({ ...told, clocks: told.clocks.slice(0, 1) })).toBe(
      'VG-26-7KQ4M2\tassessment\t2026-12-29\t2026-12-30\t1\twould be overdue\n',
    );
  });

  it.each([
    [[], 'What would be otherwise?'],
    [['vg 1', '--panel-limit', '10'], 'is no reference'],
    [['--received', '2026-12-24'], 'give its reference'],
    [['VG-1', '--received', 'Thursday'], 'neither a day nor an instant'],
    [['--holiday', '2026-02-30'], '--holiday is a day'],
    [['--no-holiday', 'Friday'], '--no-holiday is a day'],
    [['--panel-limit', '0'], 'a number of working days'],
    [['VG-1', 'VG-2', '--panel-limit', '9'], 'one argument too many'],
  ])('%j is refused before anybody is asked, and says what to do', async (line, advice) => {
    const { code, out, err } = await said('what-if', ...line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(advice);
  });
});
