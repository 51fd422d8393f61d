import { ask, judged } from '../ordinary-case.js';

const on = '2026-11-14';
const court = { chargedOn: '2026-11-20' };

describe('a charge', () => {
  it('DG6, Full Code Test (evidenceMeetsFullCodeTest): the evidence suffices to charge', () => {
    const rule = 'evidenceMeetsFullCodeTest';
    expect(ask(rule)).toBe('met');
    expect(ask(rule, { evidence: { level: 'offenceTookPlace', isMet: true } })).toBe('notMet');
    expect(ask(rule, { evidence: undefined })).toBe('unknown');
  });

  it('DG6 (chargerHasAuthority): where the police may not charge, the prosecutor’s decision is on record with its form', () => {
    const rule = 'chargerHasAuthority';
    const offences = [{ code: 'PU86003', on, triable: 'either-way' }] as const;
    const cps = {
      reference: 'CPS 1',
      authorityFor: 'court',
      at: '2026-11-24T09:00:00.000Z',
      hasChildInformationForm: true,
    } as const;
    expect(ask(rule)).toBe('met');
    expect(judged(rule, { offences })).toMatchObject({ answer: 'unknown', missing: ['cps'], help: 'obtain' });
    expect(ask(rule, { offences, cps })).toBe('met');
    expect(ask(rule, { offences, cps: { ...cps, hasChildInformationForm: false } })).toBe('unknown');
    expect(ask(rule, { offences, cps: { ...cps, authorityFor: 'ycc' } })).toBe('unknown');
    expect(ask(rule, { offences, court })).toBe('doesNotApply');
    // A charge does not authorise itself.
    expect(ask(rule, { offences, chargedOn: '2026-11-24' })).toBe('unknown');
    expect(judged(rule, { offences: [{ code: 'TH68006', on }], admissionNoted: undefined })).toMatchObject({ help: 'none' });
    expect(ask(rule, { offences: undefined })).toBe('unknown');
  });

  it('s.1(3) Protection of Children Act 1978 (directorConsents): proceedings need the Director', () => {
    const rule = 'directorConsents';
    const offences = [{ code: 'PK78003', on }];
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { offences })).toMatchObject({ answer: 'unknown', missing: ['directorAuthority'], help: 'obtain' });
    expect(ask(rule, { offences: [{ code: 'CJ88115', on }] })).toBe('unknown');
    expect(ask(rule, { offences, directorAuthority: true })).toBe('met');
    expect(ask(rule, { offences, directorAuthority: false })).toBe('notMet');
    expect(ask(rule, { offences, court })).toBe('doesNotApply');
  });

  it('s.127 MCA 1980 (chargeComesWithinLimit): charged on the last day is in time, a day later is not', () => {
    const rule = 'chargeComesWithinLimit';
    const offences = [{ code: 'CJ88116', on: '2026-06-03', triable: 'summary' }] as const;
    expect(ask(rule)).toBe('doesNotApply');
    expect(ask(rule, { offences }, { on: '2026-12-03', moment: 'charging' })).toBe('met');
    expect(ask(rule, { offences }, { on: '2026-12-04', moment: 'charging' })).toBe('notMet');
    expect(ask(rule, { offences, chargedOn: '2026-12-03' })).toBe('met');
    expect(ask(rule, { offences, court: { chargedOn: '2026-12-04' } })).toBe('notMet');
    expect(ask(rule, { offences: undefined })).toBe('unknown');
  });

  it('s.127 MCA 1980 (chargeComesWithinLimit): before a charge its day is open, and nobody is sent to bring it about', () => {
    const offences = [{ code: 'CJ88116', on: '2026-06-03', triable: 'summary' }] as const;
    const rule = 'chargeComesWithinLimit';
    expect(judged(rule, { offences }, { on: '2026-12-03' })).toMatchObject({
      answer: 'unknown',
      missing: ['chargeDay'],
      help: 'none',
    });
    expect(ask(rule, { offences }, { on: '2026-12-04' })).toBe('notMet');
    expect(ask(rule, { offences: [{ code: 'XX00001', on }] })).toBe('unknown');
  });

  it('s.127 MCA 1980 (chargingLimitHasPassed): not on the last day, from the day after it, and for every offence', () => {
    const rule = 'chargingLimitHasPassed';
    const summary = { code: 'CJ88116', on: '2026-06-03', triable: 'summary' } as const;
    expect(ask(rule, { offences: [summary] }, { on: '2026-12-03' })).toBe('notMet');
    expect(ask(rule, { offences: [summary] }, { on: '2026-12-04' })).toBe('met');
    const later = { ...summary, on: '2026-06-05' };
    expect(ask(rule, { offences: [summary, later] }, { on: '2026-12-05' })).toBe('notMet');
    expect(ask(rule, { offences: [summary, later] }, { on: '2026-12-06' })).toBe('met');
  });

  it('s.127 MCA 1980 (chargingLimitHasPassed): without a day on record nobody can say it, whatever the offence', () => {
    const rule = 'chargingLimitHasPassed';
    expect(judged(rule, {})).toMatchObject({ answer: 'unknown', missing: ['offences'], help: 'record' });
    expect(judged(rule, { offences: [{ code: 'XX00001', on }] })).toMatchObject({ answer: 'unknown', missing: ['triable'] });
    expect(ask(rule, { offences: [] })).toBe('unknown');
    expect(ask(rule, { offences: undefined })).toBe('unknown');
    // A longer limit is believed to exist for this one: the police file has to state the day.
    const longer = { code: 'RT88191', on: '2026-03-01', triable: 'summary' } as const;
    expect(ask(rule, { offences: [longer] })).toBe('unknown');
    expect(ask(rule, { offences: [{ ...longer, limitOn: '2026-11-23' }] })).toBe('met');
    expect(ask(rule, { offences: [{ ...longer, limitOn: '2026-11-24' }] })).toBe('notMet');
  });
});
