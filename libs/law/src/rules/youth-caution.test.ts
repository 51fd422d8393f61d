import { ask, judged } from '../ordinary-case.js';

describe('the youth caution', () => {
  it('s.66ZA(1)(a) CDA 1998 (evidenceSufficesForCaution): asks for enough evidence to charge', () => {
    const rule = 'evidenceSufficesForCaution';
    expect(ask(rule)).toBe('met');
    expect(ask(rule, { evidence: { level: 'fullCodeTest', isMet: true } })).toBe('met');
    expect(ask(rule, { evidence: { level: 'offenceTookPlace', isMet: true } })).toBe('notMet');
    expect(ask(rule, { evidence: { level: 'enoughToCharge', isMet: false } })).toBe('notMet');
    expect(judged(rule, { evidence: undefined })).toMatchObject({ answer: 'unknown', missing: ['evidence'], help: 'record' });
  });

  it('s.66ZA(1)(b) CDA 1998 (childAdmits): refuses a caution when the child does not admit the offence', () => {
    expect(ask('childAdmits')).toBe('met');
    for (const said of ['PARTIAL', 'ACCEPTS_RESPONSIBILITY', 'NONE', 'NO_COMMENT', 'NOT_INTERVIEWED'] as const)
      expect(ask('childAdmits', { admissionNoted: said })).toBe('notMet');
    const silence = { answer: 'unknown', missing: ['admissionNoted'], help: 'none' };
    expect(judged('childAdmits', { admissionNoted: undefined })).toMatchObject(silence);
    expect(ask('childAdmits', { admissionNoted: undefined, admissionHeard: true })).toBe('met');
  });

  it('s.66ZA(1)(b) CDA 1998 (childAdmits): an admission that was taken back, or not repeated when given, is none', () => {
    expect(ask('childAdmits', { admissionWithdrawn: true })).toBe('notMet');
    expect(ask('childAdmits', { admissionHeard: false })).toBe('notMet');
    expect(ask('childAdmits', { admissionHeard: true, admissionWithdrawn: true })).toBe('notMet');
  });

  it('s.66ZA(1)(b) CDA 1998 (childAdmits): what a solicitor indicates is a note that may open the way to hear it', () => {
    expect(ask('childAdmits', { admissionNoted: 'PARTIAL', admissionIndicated: 'FULL' })).toBe('met');
    expect(ask('childAdmits', { admissionNoted: 'FULL', admissionIndicated: 'NONE' })).toBe('notMet');
  });

  it('s.66ZA with s.117 CDA 1998 (childIsUnderEighteenAtCaution): blocks at the first moment of the 18th birthday', () => {
    const rule = 'childIsUnderEighteenAtCaution';
    const given = (on: string) => ask(rule, { bornOn: '2008-12-27' }, { on, moment: 'giving' });
    expect(given('2026-12-26')).toBe('met');
    expect(given('2026-12-27')).toBe('notMet');
    expect(judged(rule, { bornOn: '2008-12-27' }, { on: '2026-12-27' })).toMatchObject({ answer: 'notMet', blocks: true });
  });

  it('s.66ZA with s.117 CDA 1998 (childIsUnderEighteenAtCaution): a day of giving that may lie after the birthday is not known', () => {
    const rule = 'childIsUnderEighteenAtCaution';
    // Received on 23 November: due to be given on 21 December.
    expect(ask(rule, { bornOn: '2008-12-22' })).toBe('met');
    expect(judged(rule, { bornOn: '2008-12-21' })).toMatchObject({ answer: 'unknown', missing: ['ageAtGiving'], help: 'none' });
    expect(ask(rule, { bornOn: '2008-12-21', givingOn: '2026-12-18' })).toBe('met');
    expect(ask(rule, { bornOn: '2008-12-21', decidedOn: '2026-11-24' })).toBe('met');
    expect(judged(rule, { bornOn: undefined })).toMatchObject({ answer: 'unknown', help: 'none' });
  });

  it('local policy (cautionComesWithinChargingLimit): a caution is given on or before the charging limit', () => {
    const rule = 'cautionComesWithinChargingLimit';
    const offences = [{ code: 'CJ88116', on: '2026-06-14', triable: 'summary' }] as const;
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { offences })).toMatchObject({ answer: 'unknown', missing: ['givingOn'], help: 'record' });
    expect(ask(rule, { offences, givingOn: '2026-12-14' })).toBe('met');
    expect(ask(rule, { offences, givingOn: '2026-12-15' })).toBe('unknown');
    expect(ask(rule, { offences }, { on: '2026-12-14', moment: 'giving' })).toBe('met');
    const late = { on: '2026-12-15', moment: 'giving' } as const;
    expect(judged(rule, { offences }, late)).toMatchObject({ answer: 'unknown', missing: ['policeLegalView'], help: 'obtain' });
    expect(ask(rule, { offences, policeLegalView: true }, late)).toBe('met');
    expect(judged(rule, { offences, policeLegalView: false }, late)).toMatchObject({ answer: 'notMet', reach: 'local' });
    expect(ask(rule, { offences: undefined })).toBe('unknown');
    expect(ask(rule, { offences: [{ code: 'XX00001', on: '2026-06-14' }] })).toBe('unknown');
  });

  it('DPP Guidance on Charging (prosecutorAuthorisesIndictableCaution): indictable only waits for the prosecutor', () => {
    const rule = 'prosecutorAuthorisesIndictableCaution';
    const offences = [{ code: 'TH68023', on: '2026-11-14', triable: 'indictable-only' }] as const;
    const cps = {
      reference: 'CPS 1',
      authorityFor: 'yc',
      at: '2026-11-24T09:00:00.000Z',
      hasChildInformationForm: true,
    } as const;
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { offences })).toMatchObject({ answer: 'unknown', missing: ['cps'], help: 'obtain', blocks: true });
    expect(ask(rule, { offences, cps })).toBe('met');
    expect(ask(rule, { offences, cps: { ...cps, authorityFor: 'ycc' } })).toBe('unknown');
    expect(ask(rule, { offences, cps: { ...cps, hasChildInformationForm: false } })).toBe('unknown');
    expect(ask(rule, { offences: [{ code: 'XX00001', on: '2026-11-14' }] })).toBe('unknown');
  });
});
