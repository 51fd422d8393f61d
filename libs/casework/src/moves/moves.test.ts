import { caseEventTypes } from '#pathway';
import { shapeOfFields } from './field.js';
import { kebabOf, moveOf, moveOfAddress, moves } from './moves.js';
import { paperKinds } from './paper-kinds.js';

/** What partners rely on: the fields that each event needs. */
const needed: { readonly [event: string]: string } = {
  caseAllocated: 'practitioner',
  referralReturned: 'missing reason',
  referralResent: '',
  divertedAtTriage: 'to screen reason',
  assessmentCompleted: 'document',
  assessmentNotPossible: 'reason attempts',
  assessmentCountersigned: 'judgements',
  assessmentSentBack: 'reason',
  caseListed: 'meeting',
  caseUnlisted: 'reason',
  panelOpened: 'present',
  panelAdjourned: 'reason',
  viewRecorded: 'outcome reasons',
  conflictDeclared: 'reason',
  panelDecisionRecorded: 'outcome reasons diversity whyNothingLessIntrusive dissent',
  consensusNotReached: 'positions',
  escalationDecided: 'outcome reasons',
  escalationReturned: 'reason',
  policeDecisionConfirmed: '',
  policeDecisionDeparted: 'outcome reasons',
  departureStands: '',
  departureChallenged: 'reasons',
  cpsAuthorityRequested: 'childInformationForm',
  cpsAuthorised: 'cpsReference',
  cpsRefused: 'reason',
  cpsReturned: 'reason',
  planAgreed: 'document endsOn',
  planChangeRequested: 'change',
  planDeclined: '',
  deliveryArranged: 'at place appropriateAdult',
  deliveryPostponed: 'cause whose',
  disposalGiven: 'admissionHeard effectExplained understanding appropriateAdult adviceAnswer',
  admissionNotConfirmed: '',
  consentNotGiven: '',
  decisionReopened: 'reason',
  interventionCompleted: 'exitPlan feedbackAsked',
  activityNotCompleted: 'reason',
  conditionsVaried: 'conditions consent',
  nonComplianceReported: 'what childSays',
  yccWithdrawn: '',
  reasonableExcuseFound: 'reasons',
  notInPublicInterest: 'reasons',
  limitPassed: 'reasons',
  prosecutionDecided: 'reasons',
  nfaConfirmed: '',
  nfaDeclined: 'reasons',
  chargeRecorded: 'chargedOn',
  chargeDeclined: 'reasons',
  returnedForOutOfCourt: 'reasons',
  crimeOutcomeRecorded: 'outcomeNumber pnc',
  caseRelisted: 'reason',
  decisionTakenAfresh: 'outcome reasons',
  caseWithdrawn: 'reason',
  caseReopened: 'reason',
  outcomeSetAside: 'reason',
  factRecorded: 'fact value on',
};

describe('the table of moves', () => {
  it.each(Object.entries(needed))('%s needs: %s', (event, fields) => {
    const move = moves.find((one) => one.event === event);
    expect(shapeOfFields(move?.fields ?? {}).required.join(' ')).toBe(fields);
  });

  it('has a row for every event of the pathways but those that come by another way', () => {
    const otherwise = [
      'policeFileReceived',
      'documentRecorded',
      'victimUpdated',
      'victimInformed',
      'victimReviewRequested',
      'victimReviewWindowClosed',
    ];
    expect(caseEventTypes.filter((event) => moveOf(event) === undefined).sort()).toEqual([...otherwise].sort());
    expect(new Set(moves.map(({ event }) => event)).size).toBe(moves.length);
  });

  it('is found by the address of an event, and by nothing else', () => {
    expect(kebabOf('cpsAuthorityRequested')).toBe('cps-authority-requested');
    expect(moveOfAddress('cps-authority-requested')?.event).toBe('cpsAuthorityRequested');
    expect([moveOfAddress('cpsAuthorityRequested'), moveOfAddress('constructor'), moveOfAddress('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps the words of every body that has some in a document, and what a child told the practitioner in the youth justice view', () => {
    const hasWords = (shape: object): boolean => JSON.stringify(shape).includes('"is":"text"');
    const codesOnly = ['factRecorded', 'victimReviewAnswered'];
    const wordless = moves.filter(
      ({ paper, fields, event }) => paper === null && hasWords(shapeOfFields(fields)) && !codesOnly.includes(event),
    );
    // What is left are references and codes that the row itself checks.
    expect(wordless.map(({ event }) => event).sort()).toEqual(['causeOfLatenessRecorded', 'cpsAuthorised']);
    const papers = new Map(moves.map(({ event, paper }) => [event as string, paper]));
    for (const event of ['assessmentNotPossible', 'assessmentCountersigned', 'assessmentSentBack', 'interventionCompleted'])
      expect([event, paperKinds[papers.get(event) ?? 'reasons']]).toEqual([event, 'youthJustice']);
  });
});
