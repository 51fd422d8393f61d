import { ask, judged } from '../ordinary-case.js';

const on = '2026-11-14';
const cps = { reference: 'CPS 1', authorityFor: 'o23', at: '2026-11-24T09:00:00.000Z', hasChildInformationForm: true } as const;

describe('outcome 23, the deferred prosecution', () => {
  it('Beyond admission (prosecutorMayBeHeldBack): whoever decides on a charge decides to hold it back', () => {
    const rule = 'prosecutorMayBeHeldBack';
    const offences = [{ code: 'TH68006', on, triable: 'either-way' }] as const;
    expect(ask(rule, { offences })).toBe('met');
    expect(judged(rule, { offences, admissionNoted: 'NO_COMMENT' })).toMatchObject({
      missing: ['cps'],
      help: 'obtain',
      blocks: true,
    });
    expect(ask(rule, { offences, admissionNoted: 'NO_COMMENT', cps })).toBe('met');
    expect(ask(rule, { offences, admissionNoted: 'NO_COMMENT', cps: { ...cps, authorityFor: 'court' } })).toBe('unknown');
    expect(judged(rule, { offences, admissionNoted: undefined })).toMatchObject({ answer: 'unknown', help: 'none' });
    expect(judged(rule, { offences: [{ code: 'XX00001', on }] })).toMatchObject({ missing: ['triable'] });
    // Before a court the prosecutor has the case already, and ends the proceedings first.
    expect(ask(rule, { offences, admissionNoted: 'NONE', court: { chargedOn: '2026-11-20' } })).toBe('doesNotApply');
  });

  it('local guard (deferralEndsBeforeChargingLimit): the activity ends 14 days before the limit, on both sides of the day', () => {
    const rule = 'deferralEndsBeforeChargingLimit';
    const offences = [{ code: 'CJ88116', on: '2026-10-11', triable: 'summary' }] as const;
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { offences })).toMatchObject({ answer: 'unknown', missing: ['planEndsOn'], help: 'record' });
    expect(ask(rule, { offences, planEndsOn: '2027-03-28' })).toBe('met');
    expect(ask(rule, { offences, planEndsOn: '2027-03-29' })).toBe('notMet');
    expect(ask(rule, { offences }, { on: '2027-03-28' })).toBe('unknown');
    expect(judged(rule, { offences }, { on: '2027-03-29' })).toMatchObject({ answer: 'notMet', reach: 'local', blocks: true });
    expect(ask(rule, { offences: [{ code: 'XX00001', on }] })).toBe('unknown');
  });

  it('knife guidance of February 2026 (knifePlanIsTargeted): possession of a blade is met by a targeted plan', () => {
    const rule = 'knifePlanIsTargeted';
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { offences: [{ code: 'CJ88152', on }] })).toMatchObject({ missing: ['targetedPlan'], help: 'record' });
    expect(ask(rule, { offences: [{ code: 'CJ88152', on }], targetedPlan: true })).toBe('met');
    // For an offensive weapon the flag of the offence decides, not the code; a robbery is no possession, whatever its flag.
    const weapon = (isKnife?: boolean) => [{ code: 'PC53001', on, ...(isKnife !== undefined && { isKnife }) }];
    expect(judged(rule, { offences: weapon(true) })).toMatchObject({ answer: 'unknown', missing: ['targetedPlan'] });
    expect(ask(rule, { offences: weapon(false) })).toBe('doesNotApply');
    expect(judged(rule, { offences: weapon() })).toMatchObject({ answer: 'unknown', missing: ['knifeItem'], help: 'record' });
    expect(ask(rule, { offences: [{ code: 'TH68023', on, isKnife: true }] })).toBe('doesNotApply');
  });

  it('outcome 23, age to be confirmed (deferralIsForChildren): warns from the 18th birthday on and does not block', () => {
    const rule = 'deferralIsForChildren';
    expect(judged(rule, { bornOn: '2008-11-25' })).toMatchObject({ answer: 'met', blocks: false });
    expect(judged(rule, { bornOn: '2008-11-24' })).toMatchObject({ answer: 'notMet', blocks: false });
    expect(ask(rule, { bornOn: undefined })).toBe('unknown');
  });

  it('Home Office outcome 23, not read (evidenceMeetsTestForDeferral): there is a prosecution that could be held back', () => {
    const rule = 'evidenceMeetsTestForDeferral';
    expect(judged(rule, {})).toMatchObject({ answer: 'met', status: 'toBeConfirmed', protective: true });
    expect(judged(rule, { evidence: { level: 'offenceTookPlace', isMet: true } })).toMatchObject({
      answer: 'notMet',
      blocks: true,
    });
    expect(ask(rule, { evidence: { level: 'fullCodeTest', isMet: false } })).toBe('notMet');
    expect(ask(rule, { evidence: undefined })).toBe('unknown');
  });
});
