import { type Situation, step } from '../situation.js';
import {
  afresh,
  agreed,
  allocated,
  assessed,
  authorisedToCharge,
  because,
  completes,
  escalationSays,
  gives,
  listed,
  panelSays,
  reasonsRecorded,
  records,
  usualChild,
} from '../usual-steps.js';
import { agreesAtClinic, countersigns, needsSaid, opened, toClinic, toDelivery, toOutcome, toPanel } from './bureau-steps.js';

const way = (title: string, steps: Situation['steps']): Situation => ({ number: null, title, facts: usualChild, steps });
const disagree = step({ type: 'consensusNotReached', positions: [], reasonsRecorded }, 'awaitingEscalationReview', [
  'start escalationReview',
]);
const clinicOn = (on: string) => ({ type: 'deliveryArranged', at: `${on}T16:00:00.000Z`, on, place: 'BUREAU' }) as const;

/** The five stages of the Bureau from the arrest to the clinic, each outcome to its end, and the turns on the way. */
export const bureauWays: readonly Situation[] = [
  way('assessment, needs of the victim, a provisional outcome 22, and a clinic at which child and parent agree', [
    ...toClinic('o22'),
    step(clinicOn('2026-11-26'), 'awaitingClinic', ['record']),
    step({ type: 'deliveryPostponed', cause: 'ILLNESS', whose: 'CHILD' }, 'awaitingClinic', ['record']),
    step(clinicOn('2026-11-27'), 'awaitingClinic', ['record']),
    step(agreesAtClinic, 'awaitingPlanAgreement', ['start victimTold', 'start planAgreement']),
    step(agreed, 'inIntervention', ['stop planAgreement', 'stop delivery', 'start intervention']),
    step(completes, 'awaitingCrimeOutcome'),
    step(records('22'), 'closed'),
  ]),
  way('the needs of the victim are known before the assessment is: the case does not wait for them', [
    allocated,
    step(needsSaid(true), 'awaitingAssessment', ['record']),
    assessed,
    step(because('assessmentSentBack'), 'awaitingAssessment', []),
    assessed,
    step(countersigns, 'awaitingPanel', ['stop assessment', 'start assessmentReview']),
  ]),
  way('the needs of the victim come while the assessment is read', [
    allocated,
    assessed,
    step(needsSaid(true), 'awaitingCountersignature', ['record']),
    step(countersigns, 'awaitingPanel'),
  ]),
  way('nobody could be heard for the victim: it is said, and the case goes on', [
    allocated,
    assessed,
    step(countersigns, 'awaitingVictimNeeds'),
    step({ type: 'panelOpened', present: [], hasVictimInput: true }, 'notNow'),
    step(needsSaid(false), 'awaitingPanel', ['stop assessment']),
    listed,
    step(because('caseUnlisted'), 'awaitingPanel', ['record']),
    listed,
    opened,
  ]),
  way('a youth caution is agreed and given', [
    ...toDelivery('yc'),
    step({ type: 'planDeclined' }, 'awaitingDelivery', ['record']),
    step(gives(), 'awaitingCrimeOutcome'),
    step(records('2', 'recorded'), 'closed'),
  ]),
  way('a restorative disposal and outcome 23 are agreed', [
    ...toDelivery('yrd'),
    step(gives(), 'inIntervention', ['stop delivery', 'start crimeRecord', 'start intervention']),
    step(because('decisionReopened'), 'awaitingReconsideration'),
    step(because('caseRelisted'), 'awaitingPanel', ['stop reconsideration', 'start panel']),
    opened,
    step(panelSays('o23'), 'awaitingClinic'),
    step(agreesAtClinic, 'awaitingPlanAgreement'),
    step(agreed, 'inIntervention'),
    step(completes, 'awaitingCrimeOutcome'),
    step(records('23'), 'closed'),
  ]),
  way('conditions of a conditional caution are changed at a clinic only', [
    ...toOutcome('ycc'),
    step({ type: 'planChangeRequested', changeRecorded: true }, 'awaitingClinic', ['stop planAgreement']),
    step(agreesAtClinic, 'awaitingPlanAgreement'),
    step(agreed, 'awaitingDelivery'),
    step(gives(), 'inIntervention'),
    step({ type: 'conditionsVaried', conditions: [], consentGiven: true }, 'inIntervention', ['start yccEnd']),
    step(records('2', 'recorded'), 'inIntervention', ['end crimeRecord']),
    step(completes, 'closed'),
  ]),
  way('for no further action, and for a charging decision, nobody is called to a clinic', [
    ...toPanel,
    step(panelSays('nfa'), 'awaitingSergeantDecision', ['stop panel', 'start sergeantDecision']),
    step(because('nfaDeclined'), 'awaitingReconsideration'),
    step(because('caseRelisted'), 'awaitingPanel'),
    opened,
    step(panelSays('court'), 'awaitingCharge', ['stop panel', 'start victimTold', 'end crimeRecord', 'start charge']),
    ...authorisedToCharge,
    step(because('chargeDeclined'), 'awaitingReconsideration'),
    step(afresh('nfa'), 'awaitingSergeantDecision'),
    step({ type: 'nfaConfirmed' }, 'awaitingCrimeOutcome'),
    step(records('10'), 'closed'),
  ]),
  way('the panel does not agree: the escalation is provisional as well', [
    ...toPanel,
    step({ type: 'memberLeft', person: 'P-COMMUNITY' }, 'atPanel', ['record']),
    step(because('panelAdjourned'), 'awaitingPanel', []),
    opened,
    disagree,
    step(because('escalationReturned'), 'awaitingPanel', ['stop escalationReview']),
    opened,
    disagree,
    step(escalationSays('yrd', 'P-SERGEANT', 'sergeant', true), ['escalationDeciderDidNotSit']),
    step(escalationSays('yrd', 'P-OTHER', 'sergeant', true), 'awaitingClinic'),
    step(agreesAtClinic, 'awaitingPlanAgreement'),
  ]),
  way('returned, resent, diverted at triage', [
    step({ type: 'referralReturned', missing: ['/notice/offences'], reasonsRecorded }, 'returnedToReferrer', [
      'stop allocation',
      'start resend',
    ]),
    step({ type: 'referralResent' }, 'awaitingAllocation', ['stop resend', 'start allocation']),
    step(
      { type: 'divertedAtTriage', to: 'SCHOOL', isCareExperienced: false, screenedBy: 'P-MANAGER', reasonsRecorded },
      'awaitingCrimeOutcome',
    ),
    step(records('20'), 'closed'),
  ]),
];
