import { type Mark } from './mark.js';
import { marks } from './marks.js';

/**
 * What the domain sheet says of each row. V: the named source, or a page that reproduces or summarises it, was read. S: a plan of the
 * service states it. V2: a secondary page alone was read. PJ: proposed here. Only the first two are verified.
 */
const verified = {
  V: [
    'clock.policeNotice',
    'clock.victimTold',
    'clock.victimToldEnhanced',
    'clock.victimReviewWindow',
    'clock.victimReviewAnswer',
    'clock.accuracyDispute',
    'clock.bailEnd',
    'clock.preChargeBail',
    'clock.preChargeBailInAll',
    'clock.releaseUnderInvestigation',
    'clock.turnaroundReferral',
    'clock.homeServiceKeeps',
    'effect.firstTimeEntry.nfa-o22-yrd-o23-yc-ycc-court',
    'effect.spent.yc-ycc',
    'effect.standardCheck.yc-ycc',
    'effect.enhancedCheck.yc-ycc',
    'effect.breach.ycc',
    'effect.withdrawal.ycc',
    'effect.standardCheck.yrd',
    'effect.enhancedCheck.yrd',
    'effect.notCompleted.o22',
    'effect.notCompleted.yrd-yc',
    'effect.notCompleted.o23',
    'charging.police',
    'charging.harassmentOrStalking',
    'charging.dpp-consent',
    'limit.domesticCommonAssault',
    'number.labels',
    'number.belowTen',
    'number.adultCaution',
    'gravity.1',
    'gravity.2',
    'gravity.3',
    'gravity.4',
    'gravity.5',
    'penalty.summary-10',
    'penalty.summary-14',
    'penalty.either-way-10',
    'penalty.either-way-14',
    'penalty.indictable-only-10',
    'penalty.indictable-only-14',
    'guard.basis.o22',
    'guard.basis.yrd',
    'guard.basis.yc',
    'guard.basis.ycc',
    'guard.victimView.yrd',
  ],
  S: [
    'clock.panel',
    'clock.delivery',
    'clock.firstAppointment',
    'clock.assessmentReview',
    'clock.followUp',
    'clock.courtAssessmentStart',
    'clock.courtAssessmentEnd',
    'clock.substanceAssessment',
    'clock.substanceTreatment',
    'clock.mentalHealthReferral',
    'clock.mentalHealthAssessment',
    'clock.mentalHealthTreatment',
    'clock.scrutinyPanel',
  ],
} as const;

const toBeConfirmed = {
  V2: [
    'charging.affray',
    'charging.violentDisorder',
    'charging.actualBodilyHarm',
    'charging.grievousBodilyHarm',
    'charging.grievousBodilyHarmWithIntent',
    'limit.domesticAge',
    'limit.shopTheft',
  ],
  'V of a text that was replaced': ['clock.assessment', 'clock.assessmentForBail'],
  'V in part': ['clock.knifeNotice', 'effect.sexualOffenceNotification.yc-ycc', 'effect.policeComputer.yc-ycc'],
  unverified: [
    'clock.chargingLimit',
    'clock.eighteenthBirthday',
    'clock.yccEnd',
    'clock.retention',
    'effect.fingerprints.yc-ycc',
    'effect.travelAndWork.yc-ycc',
    'effect.citedInCourt.yc',
    'effect.conditionalDischarge.yc',
    'effect.conditionalDischarge.ycc',
    'charging.dpp-consent-possible',
    'limit.summaryOnly',
    'limit.courseOfConduct',
    'limit.believedLonger',
    'limit.planWeeks',
    'number.penaltyNoticeOrWarning',
    'guard.basis.o23',
    'guard.basis.court',
  ],
  PJ: [
    'clock.allocation',
    'clock.eligibilityCheck',
    'clock.resend',
    'clock.escalationReview',
    'clock.policeDecision',
    'clock.departureChallenge',
    'clock.cpsDecision',
    'clock.planAgreement',
    'clock.intervention',
    'clock.nonComplianceDecision',
    'clock.sergeantDecision',
    'clock.crimeOutcome',
    'clock.charge',
    'clock.reconsideration',
    'clock.policeFile',
    'clock.agencyInformation',
    'clock.crimeRecord',
    'clock.handOff',
    'clock.releaseReview',
    'clock.courtDate',
    'clock.adviceTime',
    'clock.scrutinyDraw',
    'effect.criminalRecord.nfa-o22-yrd-o23-yc-ycc-court',
    'charging.controllingBehaviour',
    'limit.buffer',
    'number.nfa',
    'number.o22',
    'number.yrd',
    'number.o23',
    'number.yc',
    'number.ycc',
    'number.court',
    'number.deferralBeforeOutcome23',
    'gravity.informalFrom',
    'penalty.age',
    'street.threshold',
    'guard.appropriateAdult.nfa-o22-court',
    'guard.legalAdvice.nfa-o22-o23-court',
    'guard.victimView.nfa-o22-o23-yc-ycc-court',
  ],
} as const;

const named = (all: { readonly [mark: string]: readonly string[] }) => Object.values(all).flat();
const causes = marks.filter(({ kind }) => kind === 'cause');
const others = marks.filter(({ kind }) => kind !== 'cause');
const withStatus = (status: Mark['status']) => others.filter((mark) => mark.status === status).map(({ name }) => name);

describe('each row has the mark that the domain sheet gives it', () => {
  it('verified where the source was read (V) or a plan states it (S), and nowhere else', () => {
    expect(withStatus('verified').sort()).toEqual([...named(verified)].sort());
  });

  it('to be confirmed where a secondary page alone was read, nobody read it, or it is proposed here', () => {
    expect(withStatus('toBeConfirmed').sort()).toEqual([...named(toBeConfirmed)].sort());
  });

  it('no list of causes was found, so each of them is proposed here', () => {
    expect(causes.map(({ status, source }) => [status, source.act])).toEqual(
      causes.map(() => ['toBeConfirmed', 'Local policy']),
    );
    expect(causes).toHaveLength(16);
  });

  it('a row known from a secondary page says so in its source', () => {
    const sources = others.filter(({ name }) => (toBeConfirmed.V2 as readonly string[]).includes(name));
    expect(sources.filter(({ source }) => !/secondary page|case notes/.test(source.at))).toEqual([]);
  });

  it('nothing is verified by local policy: no authority is claimed for that', () => {
    expect(marks.filter(({ source, status }) => source.act === 'Local policy' && status === 'verified')).toEqual([]);
  });
});

it('each mark has one name, which begins with its kind, and says what exactly was read', () => {
  expect(new Set(marks.map(({ name }) => name)).size).toBe(marks.length);
  expect(marks.filter(({ name, kind, version }) => !name.startsWith(`${kind}.`) || version === '')).toEqual([]);
});
