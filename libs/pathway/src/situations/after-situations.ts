import { day, type Situation, step } from './situation.js';
import {
  afresh,
  agreed,
  because,
  gives,
  opened,
  panelSays,
  reasonsRecorded,
  records,
  toDelivery,
  toPanel,
  usualChild,
} from './usual-steps.js';

const merger = { other: 'VG-26-OTHER1', firstReceivedAt: '2026-11-12T09:00:00.000Z' } as const;
const toClosedNfa = [
  ...toPanel,
  step(panelSays('nfa'), 'awaitingSergeantDecision'),
  step({ type: 'nfaConfirmed' }, 'awaitingCrimeOutcome'),
  step(records('10'), 'closed'),
] as const;
const toClosedCaution = [
  ...toDelivery('yc'),
  step(gives(), 'awaitingCrimeOutcome'),
  step(records('2', 'recorded'), 'closed'),
] as const;
/** Situations after the giving or around the case: court, victims, mergers, what is set aside. */
export const afterSituations: readonly Situation[] = [
  {
    number: 17,
    title: 'a court sends the case back: before the charge is recorded, and after',
    facts: usualChild,
    steps: [
      ...toPanel,
      step(panelSays('court'), 'awaitingCharge'),
      step(because('returnedForOutOfCourt'), 'awaitingReconsideration'),
      step(because('caseRelisted'), 'awaitingPanel', ['stop reconsideration', 'start panel']),
      opened,
      step(panelSays('court'), 'awaitingCharge'),
      step({ type: 'chargeRecorded', chargedOn: '2026-11-24' }, 'closed'),
      step(because('caseReopened'), 'awaitingReconsideration', [
        'end retention',
        'start chargingLimit',
        'start eighteenthBirthday',
        'start reconsideration',
        'end crimeRecord',
        'end victimReviewWindow',
      ]),
      step(afresh('o22'), 'awaitingPlanAgreement'),
      // Proceedings that have begun are the prosecutor's to end, before anything is agreed.
      step(agreed, ['proceedingsHaveEnded']),
      step({ type: 'factRecorded', fact: 'proceedingsEndedOn', value: '2026-11-24' }, 'awaitingPlanAgreement'),
      step(agreed, 'inIntervention'),
    ],
  },
  {
    number: 21,
    title: 'two referrals for one incident are merged, and it can be undone',
    facts: usualChild,
    steps: [
      step({ type: 'referralsMerged', part: 'surviving', ...merger }, 'awaitingAllocation', ['record']),
      step({ type: 'referralsUnmerged', part: 'surviving', ...merger }, 'awaitingAllocation', ['record']),
      step({ type: 'referralsMerged', part: 'absorbed', ...merger }, 'closed'),
      step(because('caseReopened'), 'notNow'),
      step({ type: 'referralsUnmerged', part: 'absorbed', ...merger }, 'awaitingAllocation', [
        'end retention',
        'start chargingLimit',
        'start eighteenthBirthday',
        'start panel',
        'start allocation',
      ]),
      ...toPanel,
      step(panelSays('nfa'), 'awaitingSergeantDecision'),
      step({ type: 'referralsMerged', part: 'absorbed', ...merger }, 'notNow'),
    ],
  },
  {
    number: 24,
    title: 'the victim says no to a meeting: no veto, and the victim is told',
    facts: usualChild,
    steps: [
      ...toDelivery('yrd'),
      step({ type: 'victimUpdated', victim: { ref: 'V1', hasEnhancedRights: false } }, 'awaitingDelivery', ['record']),
      step({ type: 'victimInformed', ref: 'V1' }, 'awaitingDelivery', ['end victimTold']),
      step(gives(), 'inIntervention'),
    ],
  },
  {
    number: 25,
    title: 'scrutiny finds a caution unlawful: the case is not reopened by that; the outcome is set aside',
    facts: usualChild,
    steps: [
      ...toClosedCaution,
      // One offence has one outcome: while the caution stands nothing is decided beside it.
      step(because('caseReopened'), ['givenCautionIsSetAside']),
      step(because('outcomeSetAside'), 'closed', ['start victimTold']),
      step(because('caseReopened'), 'awaitingReconsideration'),
    ],
  },
  {
    number: 32,
    title: 'the parent is the victim and the appropriate adult',
    facts: {
      ...usualChild,
      interviewAdult: { isSuitable: true, isOverEighteen: true, isEmployedByPolice: false, isVictim: true },
    },
    steps: [
      ...toDelivery('yc'),
      step(gives({ adult: { isSuitable: true, isVictim: true } }), ['adultIsSuitable', 'adultSuitableAtGiving']),
      step({ type: 'factRecorded', fact: 'suitableAdult', value: true }, 'awaitingDelivery', ['record']),
      step(gives(), 'awaitingCrimeOutcome'),
    ],
  },
  {
    number: 39,
    title: 'the victim asks for a review of an NFA, and it is upheld',
    facts: usualChild,
    steps: [
      ...toClosedNfa,
      step({ type: 'victimInformed', ref: 'V1' }, 'closed', ['end victimTold', 'start victimReviewWindow']),
      ...day('2027-02-25', step({ type: 'victimReviewRequested', ref: 'V1' }, ['victimMayAskForReview'])),
      step({ type: 'victimReviewRequested', ref: 'V1' }, 'closed', ['end victimReviewWindow', 'start victimReviewAnswer']),
      step({ type: 'victimReviewAnswered', ref: 'V1', isUpheld: true, reasonsRecorded }, 'closed', ['end victimReviewAnswer']),
      step(because('caseReopened'), 'awaitingReconsideration'),
    ],
  },
  {
    number: 39,
    title: 'there is no such right against an out-of-court disposal',
    facts: usualChild,
    steps: [
      ...toClosedCaution,
      step({ type: 'victimInformed', ref: 'V1' }, 'closed', ['end victimTold']),
      step({ type: 'victimReviewRequested', ref: 'V1' }, 'notNow'),
    ],
  },
  {
    number: 40,
    title: 'a caution is set aside: it stays on record, counts no more, and whoever was told is told again',
    facts: usualChild,
    steps: [
      ...toClosedCaution,
      step({ type: 'victimInformed', ref: 'V1' }, 'closed'),
      step({ type: 'factDisputed', fact: 'given', document: 'D-6' }, 'closed', ['start accuracyDispute']),
      step(because('outcomeSetAside'), 'closed', ['start victimTold']),
      step({ type: 'disputeAnswered', fact: 'given', reasonsRecorded }, 'closed', ['end accuracyDispute']),
      step({ type: 'victimInformed', ref: 'V1' }, 'closed', ['end victimTold']),
    ],
  },
  {
    number: null,
    title: 'the police withdraw the referral, or the child dies',
    facts: usualChild,
    steps: [
      ...toDelivery('yc'),
      step(because('caseWithdrawn'), 'awaitingCrimeOutcome', ['stop delivery', 'start crimeOutcome']),
      step(because('decisionReopened'), 'awaitingReconsideration'),
      step({ type: 'childDied' }, 'awaitingCrimeOutcome'),
      step(records('5'), 'closed'),
    ],
  },
];
