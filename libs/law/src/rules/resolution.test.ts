import { type OffenceFact } from '../facts.js';
import { ask, judged } from '../ordinary-case.js';

const scored = (final: number, more: Partial<OffenceFact> = {}): readonly OffenceFact[] => [
  {
    code: 'TH68010',
    on: '2026-11-14',
    triable: 'either-way',
    gravity: { start: final, adjustment: 0, final, isScorerNamed: true },
    ...more,
  },
];

describe('the restorative disposal and outcome 22', () => {
  it('NPCC community resolution guidance (evidenceShowsAnOffence): enough that an offence took place', () => {
    const rule = 'evidenceShowsAnOffence';
    expect(ask(rule, { evidence: { level: 'offenceTookPlace', isMet: true } })).toBe('met');
    expect(ask(rule, { evidence: { level: 'offenceTookPlace', isMet: false } })).toBe('notMet');
    expect(ask(rule, { evidence: { level: 'enoughToCharge', isMet: true } })).toBe('met');
    // A higher test that failed says nothing about the lower one.
    expect(judged(rule, { evidence: { level: 'enoughToCharge', isMet: false } })).toMatchObject({
      answer: 'unknown',
      help: 'record',
    });
    expect(ask(rule, { evidence: undefined })).toBe('unknown');
  });

  it('NPCC community resolution guidance (acceptsResponsibilityOrAdmits): acceptance is enough, no admission is asked for', () => {
    const rule = 'acceptsResponsibilityOrAdmits';
    expect(ask(rule)).toBe('met');
    expect(ask(rule, { admissionNoted: 'ACCEPTS_RESPONSIBILITY' })).toBe('met');
    for (const admissionNoted of ['PARTIAL', 'NONE', 'NO_COMMENT', 'NOT_INTERVIEWED'] as const) {
      expect(judged(rule, { admissionNoted })).toMatchObject({
        answer: 'unknown',
        missing: ['resolutionNumber'],
        help: 'record',
      });
      expect(ask(rule, { admissionNoted, resolutionNumber: '22' })).toBe('met');
      expect(ask(rule, { admissionNoted, resolutionNumber: '8' })).toBe('notMet');
    }
    expect(ask(rule, { admissionWithdrawn: true, resolutionNumber: '8' })).toBe('notMet');
    expect(judged(rule, { admissionNoted: undefined })).toMatchObject({
      answer: 'unknown',
      missing: ['admissionNoted'],
      help: 'none',
    });
  });

  it('NPCC statement of 17 June 2019 (inspectorAuthorisesResolution): sexual, indictable-only or gravity 4 and 5 need an inspector', () => {
    const rule = 'inspectorAuthorisesResolution';
    expect(ask(rule, { offences: scored(3) })).toBe('doesNotApply');
    expect(judged(rule, { offences: scored(4) })).toMatchObject({
      answer: 'unknown',
      missing: ['inspectorAuthority'],
      help: 'obtain',
    });
    expect(ask(rule, { offences: scored(2, { code: 'SX03007' }) })).toBe('unknown');
    expect(ask(rule, { offences: scored(2, { code: 'SX03249' }) })).toBe('unknown');
    expect(ask(rule, { offences: scored(2, { code: 'TH68023', triable: 'indictable-only' }) })).toBe('unknown');
    expect(ask(rule, { offences: scored(4), inspectorAuthority: true })).toBe('met');
    expect(ask(rule, { offences: scored(4), inspectorAuthority: false })).toBe('notMet');
    expect(judged(rule, { offences: [{ code: 'TH68010', on: '2026-11-14' }] })).toMatchObject({ missing: ['gravity'] });
    expect(ask(rule, { offences: undefined })).toBe('unknown');
  });

  it('ACPO guidance 2012 (abuseIsNotByPartner): no resolution for domestic abuse of a partner', () => {
    const rule = 'abuseIsNotByPartner';
    expect(ask(rule)).toBe('met');
    expect(ask(rule, { victims: [{ ref: 'V1', isFamily: true, isDomesticAbuse: true }] })).toBe('met');
    expect(ask(rule, { victims: [{ ref: 'V1', isPartner: true }] })).toBe('met');
    expect(ask(rule, { victims: [{ ref: 'V1', isPartner: true, isDomesticAbuse: true }] })).toBe('notMet');
    expect(ask(rule, { victims: [{ ref: 'V1', isPartner: true }], offences: scored(2, { code: 'CJ88116' }) })).toBe('notMet');
  });

  it('local policy (homeIsSafeForMeeting): the home is looked at before any meeting', () => {
    const rule = 'homeIsSafeForMeeting';
    const victims = [{ ref: 'V1', isFamily: true, isDomesticAbuse: true }];
    expect(ask(rule)).toBe('doesNotApply');
    expect(judged(rule, { victims })).toMatchObject({
      answer: 'unknown',
      missing: ['victimSafetyReview'],
      help: 'record',
      blocks: true,
    });
    expect(ask(rule, { victims, victimSafetyReview: true })).toBe('met');
  });

  it('NPCC matrix 2023 (informalDisposalHasReason): at a score of 4 or 5 the reason is on record', () => {
    const rule = 'informalDisposalHasReason';
    expect(ask(rule, { offences: scored(3) })).toBe('doesNotApply');
    expect(judged(rule, { offences: scored(4) })).toMatchObject({
      answer: 'unknown',
      missing: ['informalReason'],
      help: 'record',
    });
    expect(ask(rule, { offences: scored(4), informalReason: true })).toBe('met');
    const decision = { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true };
    expect(ask(rule, { offences: scored(5), decision })).toBe('met');
    expect(judged(rule, { offences: [...scored(2), { code: 'TH68001', on: '2026-11-14' }] })).toMatchObject({
      missing: ['gravity'],
    });
  });

  it('local policy (seniorOfficerApprovesInformalDisposal): at a score of 4 or 5 a senior officer approves outcome 22', () => {
    const rule = 'seniorOfficerApprovesInformalDisposal';
    expect(ask(rule, { offences: scored(3) })).toBe('doesNotApply');
    expect(judged(rule, { offences: scored(4) })).toMatchObject({ answer: 'unknown', help: 'obtain', blocks: true });
    expect(ask(rule, { offences: scored(4), seniorOfficerApproval: true })).toBe('met');
    expect(judged(rule, { offences: scored(4), seniorOfficerApproval: false })).toMatchObject({
      answer: 'notMet',
      reach: 'local',
    });
    expect(ask(rule, { offences: [{ code: 'TH68010', on: '2026-11-14' }] })).toBe('unknown');
  });

  it('NPCC community resolution guidance (agreementGiven): a resolution rests on agreement', () => {
    expect(ask('agreementGiven', { consentGiven: true })).toBe('met');
    expect(ask('agreementGiven', { consentGiven: false })).toBe('notMet');
    expect(judged('agreementGiven', {})).toMatchObject({ answer: 'unknown', help: 'none' });
  });

  it('NPCC outcome 22 guidance (activityIsComplete): number 22 only after the activity is complete', () => {
    const rule = 'activityIsComplete';
    expect(judged(rule, { crimeOutcomeNumber: '22' })).toMatchObject({ answer: 'unknown', help: 'wait', blocks: true });
    expect(ask(rule, { crimeOutcomeNumber: '22', activityCompletedOn: '2027-02-01' })).toBe('met');
    expect(ask(rule, { crimeOutcomeNumber: '10' })).toBe('doesNotApply');
    expect(ask(rule)).toBe('unknown');
  });

  it('NPCC community resolution guidance (historyWasConsultedOn): with a history a sergeant or the service is asked', () => {
    const rule = 'historyWasConsultedOn';
    const before = [{ on: '2026-02-01', type: 'COMMUNITY_RESOLUTION', isConfirmed: true }];
    const sat = (who: object) => ({
      previousOutcomes: before,
      panel: { present: [{ person: 'P', role: 'x', ...who }], conflicts: [], hasVictimInput: true, isOpen: false },
    });
    expect(ask(rule, { previousOutcomes: [] })).toBe('doesNotApply');
    expect(ask(rule, { previousOutcomes: before.map((one) => ({ ...one, isSetAside: true })) })).toBe('doesNotApply');
    expect(ask(rule, { previousOutcomes: undefined })).toBe('unknown');
    expect(judged(rule, { previousOutcomes: before })).toMatchObject({ answer: 'unknown', missing: ['panel'], blocks: true });
    expect(ask(rule, sat({}))).toBe('unknown');
    expect(ask(rule, sat({ isPoliceDecider: true }))).toBe('met');
    expect(ask(rule, sat({ isYouthJustice: true }))).toBe('met');
    expect(ask(rule, { previousOutcomes: before, assessmentAuthor: 'assessor' })).toBe('met');
  });

  it('Home Office counting rules (noActionIsInPublicInterest): outcome 22 has its reason in the public interest', () => {
    const rule = 'noActionIsInPublicInterest';
    const decision = { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true };
    expect(ask(rule, { crimeOutcomeNumber: '10' })).toBe('doesNotApply');
    expect(judged(rule, { crimeOutcomeNumber: '22' })).toMatchObject({
      answer: 'unknown',
      missing: ['informalReason'],
      blocks: true,
    });
    expect(ask(rule, { crimeOutcomeNumber: '22', decision })).toBe('met');
    expect(ask(rule, { crimeOutcomeNumber: '22', informalReason: true })).toBe('met');
    expect(ask(rule, { crimeOutcomeNumber: '22', decision: { ...decision, hasReasons: false } })).toBe('unknown');
    expect(ask(rule)).toBe('unknown');
  });
});
