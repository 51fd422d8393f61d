import { type CaseFacts } from '../../case-facts.js';
import { type CaseEvent } from '../../events/case-event.js';
import { type Situation, step, type Step } from '../situation.js';
import { afresh, agreed, because, completes, gives, reasonsRecorded, records, usualChild } from '../usual-steps.js';

const silent: CaseFacts = { ...usualChild, source: 'CUSTODY_INTERVIEW', admissionNoted: 'NO_COMMENT' };
const offers = (outcome: 'o22' | 'yrd', by = 'P-POLICE'): CaseEvent => ({
  type: 'diversionOffered',
  outcome,
  by,
  isAuthorised: true,
  reasonsRecorded,
});
const assesses = step({ type: 'assessmentCompleted', document: 'D-1', author: 'P-WORKER' }, 'awaitingPlanAgreement', [
  'stop assessment',
  'start planAgreement',
]);
const toProgramme: readonly Step[] = [
  step(offers('o22'), 'awaitingAssessment', ['stop eligibilityCheck', 'start assessment', 'start victimTold']),
  assesses,
  step(agreed, 'inIntervention', ['stop planAgreement', 'start intervention']),
];
const toResolution: readonly Step[] = [
  step(offers('yrd'), 'awaitingAssessment'),
  assesses,
  step(agreed, 'awaitingDelivery', ['stop planAgreement', 'start delivery']),
];
const fresh = ['start reconsideration', 'end crimeRecord', 'end victimReviewWindow'] as const;
const merger = { other: 'CF-26-OTHER1', firstReceivedAt: '2026-11-12T09:00:00.000Z' } as const;

/** From the notice of the custody suite to the result that goes back to the police. */
export const divertSituations: readonly Situation[] = [
  {
    number: 7,
    title: 'made no comment: eligible without an admission, a brief assessment, a short programme, recorded as outcome 22',
    facts: silent,
    steps: [
      ...toProgramme,
      step(records('22'), 'notNow'),
      step(completes, 'awaitingCrimeOutcome', ['stop intervention', 'start followUp', 'start crimeOutcome']),
      step(records('2', 'recorded'), ['outcomeNumberFits', 'pncEntryIsRight']),
      step(records('22'), 'closed'),
    ],
  },
  {
    number: null,
    title: 'accepts responsibility: a community resolution, its number recorded on the way',
    facts: usualChild,
    steps: [
      ...toResolution,
      step({ type: 'deliveryArranged', at: '2026-11-25T10:00:00.000Z', on: '2026-11-25', place: 'SUITE' }, 'awaitingDelivery', [
        'record',
      ]),
      step({ type: 'deliveryPostponed', cause: 'ADVICE', whose: 'CHILD' }, 'awaitingDelivery', ['record']),
      step(gives(), 'inIntervention', ['stop delivery', 'start crimeRecord', 'start intervention']),
      step(records('8'), 'inIntervention', ['end crimeRecord']),
      step(completes, 'closed'),
    ],
  },
  {
    number: null,
    title: 'a community resolution whose activity fails is noted, no more',
    facts: usualChild,
    steps: [
      ...toResolution,
      step(gives(), 'inIntervention'),
      step(because('activityNotCompleted'), 'awaitingCrimeOutcome'),
      step(records('8'), 'closed'),
    ],
  },
  {
    number: null,
    title: 'a community resolution whose activity fails, after its number was recorded',
    facts: usualChild,
    steps: [
      ...toResolution,
      step(gives(), 'inIntervention'),
      step(records('8'), 'inIntervention'),
      step(because('activityNotCompleted'), 'closed'),
      step(because('caseReopened'), 'awaitingReconsideration'),
      step(afresh('yrd'), 'awaitingPlanAgreement'),
    ],
  },
  {
    number: null,
    title: 'not eligible: the police take no further action, or a panel decides on a case of its own',
    facts: usualChild,
    steps: [
      step(because('diversionNotOffered'), 'awaitingReconsideration', ['stop eligibilityCheck', ...fresh]),
      step(because('caseRelisted'), 'notNow'),
      step(afresh('nfa'), 'awaitingSergeantDecision', ['stop reconsideration', 'start sergeantDecision']),
      step(because('nfaDeclined'), 'awaitingReconsideration', ['stop sergeantDecision', ...fresh]),
      step(because('referredForPanel'), 'closed'),
      step(because('caseReopened'), 'awaitingReconsideration'),
      step(afresh('nfa'), 'awaitingSergeantDecision'),
      step({ type: 'nfaConfirmed' }, 'awaitingCrimeOutcome', ['stop sergeantDecision', 'start victimTold', 'start crimeOutcome']),
      step(records('10'), 'closed'),
    ],
  },
  {
    number: 42,
    title: 'does not complete the programme: asked why and offered again; nothing here leads to a caution or a charge',
    facts: silent,
    steps: [
      ...toProgramme,
      step(because('activityNotCompleted'), 'awaitingReconsideration', ['stop intervention', ...fresh]),
      step(afresh('yc'), 'notNow'),
      step(afresh('ycc'), 'notNow'),
      step(afresh('court'), 'notNow'),
      step(afresh('o22'), 'awaitingPlanAgreement', ['stop reconsideration', 'start planAgreement', 'start victimTold']),
      step(agreed, 'inIntervention'),
      step(because('decisionReopened'), 'awaitingReconsideration'),
      step(because('referredForPanel'), 'closed'),
    ],
  },
  {
    number: 31,
    title: 'declines the assessment: the programme may be agreed all the same, and be declined',
    facts: silent,
    steps: [
      step(offers('o22'), 'awaitingAssessment'),
      step(
        { type: 'assessmentNotPossible', attemptedOn: ['2026-11-23'], author: 'P-WORKER', reasonsRecorded },
        'awaitingPlanAgreement',
        ['stop assessment', 'start planAgreement', 'end firstAppointment'],
      ),
      step({ type: 'planChangeRequested', changeRecorded: true }, 'awaitingPlanAgreement', ['record']),
      step({ type: 'planDeclined' }, 'awaitingReconsideration', ['stop planAgreement', ...fresh]),
    ],
  },
  {
    number: 6,
    title: 'takes the acceptance back: a community resolution is looked at again, outcome 22 stands',
    facts: usualChild,
    steps: [
      ...toResolution,
      step({ type: 'admissionWithdrawn' }, 'awaitingReconsideration', ['stop delivery', ...fresh]),
      step(afresh('o22'), 'awaitingPlanAgreement'),
      step({ type: 'admissionWithdrawn' }, 'awaitingPlanAgreement', ['record']),
      step(agreed, 'inIntervention'),
    ],
  },
  {
    number: 6,
    title: 'does not agree at the meeting, or does not confirm there',
    facts: usualChild,
    steps: [
      ...toResolution,
      step({ type: 'consentNotGiven' }, 'awaitingReconsideration'),
      step(afresh('yrd'), 'awaitingPlanAgreement'),
      step(agreed, 'awaitingDelivery'),
      step({ type: 'admissionNotConfirmed' }, 'awaitingReconsideration'),
      step(afresh('o22'), 'awaitingPlanAgreement'),
    ],
  },
  {
    number: 10,
    title: 'the officer who made the arrest does not offer the diversion alone',
    facts: { ...silent, arrestingOfficer: 'P-ARRESTED' },
    steps: [step(offers('o22', 'P-ARRESTED'), ['deciderDidNotArrest']), step(offers('o22'), 'awaitingAssessment')],
  },
  {
    number: 20,
    title: 'goes missing: no clock stops and it is no refusal',
    facts: silent,
    steps: [
      step(offers('o22'), 'awaitingAssessment'),
      step({ type: 'childMissing' }, 'awaitingAssessment', ['record']),
      step({ type: 'childFound' }, 'awaitingAssessment', ['record']),
      assesses,
    ],
  },
  {
    number: 21,
    title: 'two referrals for one incident are merged, and it can be undone',
    facts: silent,
    steps: [
      step({ type: 'referralReturned', missing: ['/notice/offences'], reasonsRecorded }, 'returnedToReferrer', [
        'stop eligibilityCheck',
        'start resend',
      ]),
      step({ type: 'referralResent' }, 'awaitingEligibilityCheck', ['stop resend', 'start eligibilityCheck']),
      step({ type: 'referralsMerged', part: 'absorbed', ...merger }, 'closed'),
      step({ type: 'referralsUnmerged', part: 'absorbed', ...merger }, 'awaitingEligibilityCheck', [
        'end retention',
        'start chargingLimit',
        'start eighteenthBirthday',
        'start eligibilityCheck',
      ]),
      step(offers('o22'), 'awaitingAssessment'),
      step({ type: 'referralsMerged', part: 'absorbed', ...merger }, 'notNow'),
    ],
  },
  {
    number: 23,
    title: 'exploitation emerges during the assessment, or the offence is re-classified',
    facts: silent,
    steps: [
      step(offers('o22'), 'awaitingAssessment'),
      step({ type: 'nrmReferred' }, 'awaitingReconsideration', ['stop assessment', ...fresh]),
      step(afresh('o22'), 'awaitingPlanAgreement'),
      step({ type: 'offencesChanged', offences: silent.offences ?? [] }, 'awaitingReconsideration'),
      step(afresh('nfa'), 'awaitingSergeantDecision'),
      step({ type: 'nfaConfirmed' }, ['referralMechanismHasDecided']),
    ],
  },
];
