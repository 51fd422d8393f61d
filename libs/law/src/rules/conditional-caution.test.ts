import { ask, judged } from '../ordinary-case.js';

const indictable = [{ code: 'TH68023', on: '2026-11-14', triable: 'indictable-only' }] as const;

describe('the youth conditional caution', () => {
  it('s.66B(1)-(2) CDA 1998 (evidenceSufficesForConditionalCaution): evidence is held and suffices to charge', () => {
    const rule = 'evidenceSufficesForConditionalCaution';
    expect(ask(rule)).toBe('met');
    expect(ask(rule, { evidence: { level: 'offenceTookPlace', isMet: true } })).toBe('notMet');
    expect(ask(rule, { evidence: undefined })).toBe('unknown');
  });

  it('s.66B(3) CDA 1998 (childAdmitsToAuthorisedPerson): the third requirement, an admission', () => {
    const rule = 'childAdmitsToAuthorisedPerson';
    expect(ask(rule)).toBe('met');
    expect(ask(rule, { admissionNoted: 'NO_COMMENT' })).toBe('notMet');
    expect(judged(rule, { admissionNoted: undefined })).toMatchObject({ answer: 'unknown', help: 'none' });
  });

  it('s.66A with s.117 CDA 1998 (childIsUnderEighteenAtConditionalCaution): under 18 when given', () => {
    const rule = 'childIsUnderEighteenAtConditionalCaution';
    const given = (on: string) => ask(rule, { bornOn: '2008-12-27' }, { on, moment: 'giving' });
    expect(given('2026-12-26')).toBe('met');
    expect(given('2026-12-27')).toBe('notMet');
    expect(ask(rule, { bornOn: '2008-12-21' })).toBe('unknown');
  });

  it('DPP Guidance 2019 (prosecutorAuthorisesIndictableConditionalCaution): stays unknown until the reference is entered', () => {
    const rule = 'prosecutorAuthorisesIndictableConditionalCaution';
    const cps = {
      reference: 'CPS 1',
      authorityFor: 'ycc',
      at: '2026-11-24T09:00:00.000Z',
      hasChildInformationForm: true,
    } as const;
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { offences: indictable })).toMatchObject({ answer: 'unknown', missing: ['cps'], help: 'obtain' });
    expect(ask(rule, { offences: indictable, cps })).toBe('met');
    expect(ask(rule, { offences: indictable, cps: { ...cps, reference: '' } })).toBe('unknown');
    expect(ask(rule, { offences: indictable, cps: { ...cps, authorityFor: 'court' } })).toBe('unknown');
  });

  it('s.66B(2) CDA 1998 (authorisedPersonDecided): an authorised person or a prosecutor decides', () => {
    const decision = { by: 'person-1', on: '2026-12-01' };
    expect(ask('authorisedPersonDecided', { policeDecision: { ...decision, isAuthorised: true } })).toBe('met');
    expect(ask('authorisedPersonDecided', { policeDecision: { ...decision, isAuthorised: false } })).toBe('notMet');
    expect(ask('authorisedPersonDecided')).toBe('unknown');
  });

  it('s.66B(6) CDA 1998 (consentToConditionsGiven): a no goes before a signature, and without either nothing is known', () => {
    const rule = 'consentToConditionsGiven';
    expect(ask(rule, { consentGiven: true })).toBe('met');
    expect(ask(rule, { documentSigned: true })).toBe('met');
    expect(ask(rule, { consentGiven: false, documentSigned: true })).toBe('notMet');
    expect(judged(rule, {})).toMatchObject({ answer: 'unknown', missing: ['consentGiven'], help: 'none' });
  });

  it('s.66B(6) CDA 1998 (documentSigned): the child signs, and no other fact stands for it', () => {
    expect(ask('documentSigned', { documentSigned: true })).toBe('met');
    expect(ask('documentSigned', { documentSigned: false })).toBe('notMet');
    expect(judged('documentSigned', { consentGiven: true, admissionHeard: true })).toMatchObject({
      answer: 'unknown',
      help: 'none',
    });
  });

  it('UIN 134625 (childHeardOnReasonableExcuse): reasonable excuse is looked at first', () => {
    const rule = 'childHeardOnReasonableExcuse';
    expect(ask(rule, { nonCompliance: { on: '2027-02-01', isChildHeard: true } })).toBe('met');
    expect(ask(rule, { nonCompliance: { on: '2027-02-01', isChildHeard: false } })).toBe('notMet');
    expect(ask(rule)).toBe('unknown');
  });

  it('hate crime gate, to be confirmed (hateCrimeGateIsMet): by the code or by the flag of the police; it only warns', () => {
    const rule = 'hateCrimeGateIsMet';
    const offences = (code: string, isHateCrime?: boolean) => [
      { code, on: '2026-11-14', ...(isHateCrime !== undefined && { isHateCrime }) },
    ];
    expect(ask(rule)).toBe('doesNotApply');
    expect(ask(rule, { offences: offences('CD98070') })).toBe('notMet');
    expect(ask(rule, { offences: offences('CJ88116', false) })).toBe('doesNotApply');
    expect(judged(rule, { offences: offences('CJ88116', true) })).toMatchObject({
      answer: 'notMet',
      blocks: false,
      status: 'toBeConfirmed',
    });
    expect(ask(rule, { offences: undefined })).toBe('unknown');
  });

  it('domestic abuse gate, to be confirmed (domesticAbuseGateIsMet): only warns while it is not confirmed', () => {
    const victims = [{ ref: 'V1', isFamily: true, isDomesticAbuse: true }];
    expect(judged('domesticAbuseGateIsMet', {})).toMatchObject({ answer: 'met', applies: false, blocks: false });
    expect(judged('domesticAbuseGateIsMet', { victims })).toMatchObject({
      answer: 'notMet',
      blocks: false,
      status: 'toBeConfirmed',
    });
  });

  it('DPP Guidance 2019, 1.2 (serviceConsultedOnConditionalCaution): an assessment or a voice at the panel is a consultation', () => {
    const rule = 'serviceConsultedOnConditionalCaution';
    const sat = (isYouthJustice: boolean) => ({
      panel: {
        present: [{ person: 'P', role: 'teamManager', isYouthJustice }],
        conflicts: [],
        hasVictimInput: true,
        isOpen: false,
      },
    });
    expect(ask(rule, { assessmentAuthor: 'assessor' })).toBe('met');
    expect(ask(rule, sat(true))).toBe('met');
    expect(judged(rule, sat(false))).toMatchObject({ answer: 'unknown', missing: ['panel'], help: 'record', blocks: true });
    expect(ask(rule)).toBe('unknown');
  });

  it('s.66E(4)-(5) CDA 1998, our reading (arrestPowerUseIsRecorded): yes and no are answers; blank only warns', () => {
    const rule = 'arrestPowerUseIsRecorded';
    expect(ask(rule, { arrestedForBreach: true })).toBe('met');
    expect(ask(rule, { arrestedForBreach: false })).toBe('met');
    expect(judged(rule, {})).toMatchObject({ answer: 'unknown', missing: ['arrestedForBreach'], help: 'record', blocks: false });
  });
});
