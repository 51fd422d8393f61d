import { financialMaximum } from './financial-maximum.js';
import { type TrialClass } from './facts.js';
import { gravityDirection } from './gravity.js';
import { disposals } from './disposal.js';
import { effectsOf, legalEffects, spentOn } from './legal-effects.js';
import { offence, offences } from './offence.js';
import { caseWith } from './ordinary-case.js';
import { isAlarm, isRecordable, outcomeNumbers } from './outcome-numbers.js';
import directions from './tables/gravity-directions.json' with { type: 'json' };
import limits from './tables/charging-limits.json' with { type: 'json' };
import groups from './tables/offence-groups.json' with { type: 'json' };
import outcomes from './tables/outcome-numbers.json' with { type: 'json' };

describe('SI 2013/608, financial maxima', () => {
  const rows: readonly (readonly [TrialClass, number, number])[] = [
    ['summary', 15, 30],
    ['either-way', 25, 50],
    ['indictable-only', 35, 75],
  ];

  it.each(rows)('SI 2013/608: %s, %i pounds to 13 and %i from 14', (triable, younger, older) => {
    for (const age of [10, 13]) expect(financialMaximum(triable, age)).toBe(younger);
    for (const age of [14, 17]) expect(financialMaximum(triable, age)).toBe(older);
    for (const age of [9, 18]) expect(financialMaximum(triable, age)).toBeNull();
  });
});

describe('gravity: three scales, never one', () => {
  it('NPCC 1 to 5 has one direction for each score, without gap or overlap', () => {
    expect(directions.rows.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
    expect(directions.scales.map(({ from, to }) => [from, to])).toEqual([
      [1, 5],
      [1, 4],
      [1, 8],
    ]);
  });

  it('guards read the NPCC score of the case and never the statistical one of the offence', () => {
    expect(offence('TH68023')?.seriousness).toBe(6);
    expect(gravityDirection(caseWith({ offences: [{ code: 'TH68023', on: '2026-11-14' }] }))).toBeUndefined();
  });

  it('the highest score of several offences counts', () => {
    const scored = (final: number) => ({
      code: 'TH68010',
      on: '2026-11-14',
      gravity: { start: final, adjustment: 0, final, isScorerNamed: true },
    });
    expect(gravityDirection(caseWith({ offences: [scored(2), scored(4)] }))).toMatchObject({ score: 4, disposals: ['ycc'] });
  });
});

describe('outcome numbers follow the facts', () => {
  const numbers = (disposal: 'nfa' | 'yrd', changes = {}) => outcomeNumbers(disposal, caseWith(changes), '2026-11-24');

  it('no further action: 10, 20, 21; 9 where the prosecutor decides; 9 alone once proceedings have begun', () => {
    expect(numbers('nfa')).toEqual(['10', '20', '21']);
    expect(numbers('nfa', { offences: [{ code: 'PU86003', on: '2026-11-14' }] })).toEqual(['9', '10', '20', '21']);
    expect(numbers('nfa', { court: { chargedOn: '2026-11-20' } })).toEqual(['9']);
  });

  it('no further action: 15 and 16 where the evidence itself is in question', () => {
    const offences = [{ code: 'PU86149', on: '2026-11-05' }];
    expect(numbers('nfa', { offences })).toEqual(['10', '15', '16', '20', '21']);
    expect(numbers('nfa', { offences, wasOutsideDwelling: false })).toEqual(['10', '15', '16', '20', '21']);
    expect(numbers('nfa', { offences, wasOutsideDwelling: true })).toEqual(['10', '20', '21']);
    expect(numbers('nfa', { evidence: { level: 'enoughToCharge', isMet: false } })).toEqual(['10', '15', '16', '20', '21']);
  });

  it('restorative: 8 where responsibility is accepted, 22 where only that fits, both while it is not known', () => {
    expect(numbers('yrd')).toEqual(['8']);
    expect(numbers('yrd', { admissionNoted: 'NO_COMMENT' })).toEqual(['22']);
    expect(numbers('yrd', { resolutionNumber: '22' })).toEqual(['22']);
    expect(numbers('yrd', { admissionNoted: undefined })).toEqual(['8', '22']);
  });

  it('no further action: each of its numbers is offered in some case, or may be recorded and is not offered: no fact on record says it', () => {
    const cases = [
      { evidence: { level: 'enoughToCharge', isMet: false }, offences: [{ code: 'PU86003', on: '2026-11-14' }] },
      { bornOn: '2017-11-15', offences: [{ code: 'TH68010', on: '2026-11-14' }] },
    ] as const;
    const offered = [...new Set(cases.flatMap((changes) => numbers('nfa', changes)))];
    expect(outcomes.notOffered.filter((number) => offered.includes(number))).toEqual([]);
    expect([...offered, ...outcomes.notOffered].sort()).toEqual([...outcomes.numbers.nfa].sort());
    for (const number of outcomes.notOffered) expect(isRecordable(number, caseWith({ outcome: 'nfa' }))).toBe(true);
  });

  it('never a child’s: each of them stands in a row that says on which source', () => {
    expect(outcomes.adultsOnlyBasis.flatMap((row) => row.numbers)).toEqual(outcomes.adultsOnly);
  });

  it('17 is an alarm and never offered', () => {
    expect(isAlarm('17')).toBe(true);
    expect(isAlarm('10')).toBe(false);
  });
});

describe('the offence table', () => {
  it('has 120 offences with one code each, and no score that was not found', () => {
    expect(new Set(offences.map(({ code }) => code)).size).toBe(120);
    expect(offences.filter(({ npccGravity, acpoGravity }) => npccGravity !== null || acpoGravity !== null)).toEqual([]);
    expect(
      offences.filter(({ seriousness }) => seriousness !== null).map(({ code, seriousness }) => [code, seriousness]),
    ).toEqual([
      ['CJ88001', 3],
      ['CJ88116', 3],
      ['TH68023', 6],
    ]);
  });

  it('knows what it has and says null of what it has not', () => {
    expect(offence('TH68010')).toMatchObject({ title: 'Theft from a shop', triable: 'either-way', isRecordable: true });
    expect(offence('XX00001')).toBeNull();
  });

  it('has a limit of six months for summary-only offences and for no other', () => {
    for (const { triable, limitMonths } of offences)
      expect(limitMonths).toBe(triable === 'summary' ? limits.summaryOnly.months : null);
  });

  it('has every code that a table of the law names', () => {
    const named = [
      ...Object.values(groups).flat(),
      ...limits.domesticCommonAssault.codes,
      ...limits.shopTheft.codes,
      ...limits.believedLonger.codes,
    ];
    expect(named.filter((code) => offence(code) === null)).toEqual([]);
  });
});

describe('legal effects', () => {
  it('spent: a youth caution at once, a conditional one with its conditions or after three months', () => {
    expect(spentOn('yc', '2026-12-21')).toBe('2026-12-21');
    expect(spentOn('ycc', '2026-12-21')).toBe('2027-03-21');
    expect(spentOn('ycc', '2026-12-21', '2027-02-01')).toBe('2027-02-01');
    expect(spentOn('ycc', '2026-12-21', '2027-04-12')).toBe('2027-03-21');
  });

  it('every disposal leaves something said about the record, and only the cautions and a conviction are one', () => {
    const record = disposals.map((disposal) => effectsOf(disposal).find(({ effect }) => effect === 'criminalRecord')?.code);
    expect(record).toEqual([
      'noRecord',
      'noRecord',
      'localRecordOnly',
      'noRecordOnceComplete',
      'cautionOnRecord',
      'cautionOnRecord',
      'ifConvicted',
    ]);
    expect(effectsOf('nfa').map(({ effect }) => effect)).toEqual(['firstTimeEntry', 'criminalRecord']);
    expect(effectsOf('yc').map(({ effect }) => effect)).not.toContain('withdrawal');
    expect(effectsOf('ycc').map(({ effect, code }) => [effect, code])).toContainEqual(['withdrawal', 'atAnyTime']);
  });

  it('HC 306 (2020): both cautions count as a first entry, a charge only with a conviction, and nothing else does', () => {
    const entry = disposals.map((disposal) => effectsOf(disposal).find(({ effect }) => effect === 'firstTimeEntry')?.code);
    expect(entry).toEqual(['no', 'no', 'no', 'no', 'yes', 'yes', 'onlyIfConvicted']);
  });

  it('an effect is told once for a disposal', () => {
    for (const disposal of disposals) {
      const told = effectsOf(disposal).map(({ effect }) => effect);
      expect({ disposal, told }).toEqual({ disposal, told: [...new Set(told)] });
    }
  });

  it('since 28 November 2020 no check shows a youth caution automatically', () => {
    for (const effect of ['standardCheck', 'enhancedCheck'])
      expect(legalEffects.find((row) => row.effect === effect)?.yc).not.toBe('automatic');
    expect(legalEffects.filter(({ source }) => !source.url.startsWith('https://') && source.act !== 'Local policy')).toEqual([]);
  });
});
