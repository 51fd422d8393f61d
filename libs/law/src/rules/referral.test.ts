import { ask, judged, ordinaryCase } from '../ordinary-case.js';

describe('who and what comes before a panel', () => {
  it('Blueprint plan 2019 (caseIsReferredForDecision): a street resolution is no case', () => {
    expect(ask('caseIsReferredForDecision')).toBe('met');
    expect(ask('caseIsReferredForDecision', { source: 'COURT_RETURN' })).toBe('met');
    expect(ask('caseIsReferredForDecision', { source: 'STREET_CR_NOTICE' })).toBe('notMet');
    expect(ask('caseIsReferredForDecision', { source: undefined })).toBe('unknown');
  });

  it('outcome 11 (childIsTenOrOver): ten years old on the day of the offence, not a day less', () => {
    expect(ask('childIsTenOrOver', { bornOn: '2016-11-14' })).toBe('met');
    expect(ask('childIsTenOrOver', { bornOn: '2016-11-15' })).toBe('notMet');
    expect(judged('childIsTenOrOver', { bornOn: undefined })).toMatchObject({ answer: 'unknown', help: 'none' });
    expect(ask('childIsTenOrOver', { offences: undefined })).toBe('unknown');
    expect(ask('childIsTenOrOver', { offences: [] })).toBe('unknown');
  });

  it('outcome 11 (childIsTenOrOver): the earliest offence counts', () => {
    const [offence] = ordinaryCase.offences ?? [];
    const offences = offence === undefined ? [] : [offence, { ...offence, on: '2026-11-10' }];
    expect(ask('childIsTenOrOver', { bornOn: '2016-11-12', offences })).toBe('notMet');
  });

  it('proceedings (proceedingsHaveEnded): what a court has begun only the prosecutor ends', () => {
    const court = { chargedOn: '2026-09-18' };
    expect(ask('proceedingsHaveEnded')).toBe('met');
    expect(judged('proceedingsHaveEnded', { court })).toMatchObject({
      answer: 'unknown',
      missing: ['proceedingsEndedOn'],
      help: 'obtain',
    });
    expect(ask('proceedingsHaveEnded', { chargedOn: '2026-09-18' })).toBe('unknown');
    expect(ask('proceedingsHaveEnded', { source: 'COURT_RETURN' })).toBe('unknown');
    expect(ask('proceedingsHaveEnded', { court, proceedingsEndedOn: '2026-12-01' })).toBe('met');
  });

  it('Public Order Act 1986 ss.4, 4A, 5 (someoneOutsideDwellingAffected): the dwelling question is answered first', () => {
    const rule = 'someoneOutsideDwellingAffected';
    const offences = [{ code: 'PU86149', on: '2026-11-05' }];
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { offences })).toMatchObject({
      answer: 'unknown',
      missing: ['wasOutsideDwelling'],
      help: 'record',
      blocks: true,
    });
    expect(ask(rule, { offences, wasOutsideDwelling: true })).toBe('met');
    expect(ask(rule, { offences, wasOutsideDwelling: false })).toBe('notMet');
    expect(ask(rule, { offences: undefined })).toBe('unknown');
  });

  it('national referral mechanism (referralMechanismHasDecided): a pending decision is waited for', () => {
    const rule = 'referralMechanismHasDecided';
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { trafficking: { isReferred: true, decision: 'pending' } })).toMatchObject({
      answer: 'unknown',
      help: 'wait',
    });
    expect(ask(rule, { trafficking: { isReferred: true } })).toBe('unknown');
    expect(ask(rule, { trafficking: { isReferred: true, decision: 'conclusive' } })).toBe('met');
    expect(ask(rule, { trafficking: undefined })).toBe('doesNotApply');
  });
});
