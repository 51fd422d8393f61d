import { disposals } from '#law';
import { type Answers } from './answers.js';

/** Where two pathways wait for the same, they wait for the same answers. */
const settling: Answers['states'] = {
  returnedToReferrer: ['referralResent'],
  inIntervention: ['interventionCompleted'],
  awaitingSergeantDecision: ['nfaConfirmed', 'nfaDeclined'],
  awaitingReconsideration: ['caseRelisted', 'decisionTakenAfresh'],
  awaitingCrimeOutcome: ['crimeOutcomeRecorded'],
};
const byPanel: Answers['states'] = {
  ...settling,
  awaitingAllocation: ['caseAllocated', 'referralReturned', 'divertedAtTriage'],
  awaitingAssessment: ['assessmentCompleted', 'assessmentNotPossible'],
  awaitingCountersignature: ['assessmentCountersigned', 'assessmentSentBack'],
  awaitingPanel: ['caseListed', 'caseUnlisted', 'panelOpened'],
  atPanel: ['memberLeft', 'panelDecisionRecorded', 'consensusNotReached', 'panelAdjourned'],
  awaitingEscalationReview: ['escalationDecided', 'escalationReturned'],
  awaitingCpsDecision: ['cpsAuthorised', 'cpsRefused', 'cpsReturned', 'decisionReopened'],
  awaitingPlanAgreement: ['planAgreed', 'planChangeRequested', 'planDeclined', 'decisionReopened'],
  awaitingDelivery: ['deliveryArranged', 'deliveryPostponed', 'disposalGiven', 'admissionNotConfirmed', 'decisionReopened'],
  awaitingNonComplianceDecision: [
    'reasonableExcuseFound',
    'conditionsVaried',
    'notInPublicInterest',
    'limitPassed',
    'prosecutionDecided',
    'yccWithdrawn',
    'decisionReopened',
  ],
  awaitingCharge: ['chargeRecorded', 'chargeDeclined', 'returnedForOutOfCourt'],
};

/** By the name of the pathway. */
export const expectedAnswers = {
  'vale-oocd': {
    outcomes: {
      panelDecisionRecorded: disposals,
      escalationDecided: disposals,
      policeDecisionDeparted: disposals,
      decisionTakenAfresh: disposals,
    },
    states: {
      ...byPanel,
      awaitingPoliceDecision: ['policeDecisionConfirmed', 'policeDecisionDeparted', 'cpsAuthorityRequested', 'decisionReopened'],
      awaitingChallenge: ['departureStands', 'departureChallenged', 'decisionReopened'],
    },
  },
  'youth-bureau': {
    outcomes: { panelDecisionRecorded: disposals, escalationDecided: disposals, decisionTakenAfresh: disposals },
    states: {
      ...byPanel,
      awaitingAssessment: ['assessmentCompleted', 'assessmentNotPossible', 'victimNeedsRecorded'],
      awaitingCountersignature: ['assessmentCountersigned', 'assessmentSentBack', 'victimNeedsRecorded'],
      awaitingVictimNeeds: ['victimNeedsRecorded'],
      awaitingClinic: [
        'deliveryArranged',
        'deliveryPostponed',
        'outcomeAgreedAtClinic',
        'outcomeNotAgreedAtClinic',
        'cpsAuthorityRequested',
        'decisionReopened',
      ],
    },
  },
  divert: {
    outcomes: { diversionOffered: ['o22', 'yrd'], decisionTakenAfresh: ['nfa', 'o22', 'yrd'] },
    states: {
      ...settling,
      awaitingEligibilityCheck: ['diversionOffered', 'diversionNotOffered', 'referralReturned'],
      awaitingAssessment: ['assessmentCompleted', 'assessmentNotPossible', 'decisionReopened'],
      awaitingPlanAgreement: ['planAgreed', 'planChangeRequested', 'planDeclined', 'decisionReopened'],
      awaitingDelivery: [
        'deliveryArranged',
        'deliveryPostponed',
        'disposalGiven',
        'admissionNotConfirmed',
        'consentNotGiven',
        'decisionReopened',
      ],
      inIntervention: ['interventionCompleted', 'activityNotCompleted', 'decisionReopened'],
      awaitingReconsideration: ['decisionTakenAfresh', 'referredForPanel'],
    },
  },
} as const satisfies { readonly [pathway: string]: Answers };
