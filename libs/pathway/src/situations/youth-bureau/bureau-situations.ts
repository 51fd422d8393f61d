import { type CaseFacts } from '../../case-facts.js';
import { day, type Situation, step } from '../situation.js';
import {
  afresh,
  agreed,
  allocated,
  assessed,
  because,
  bornOn,
  departs,
  gives,
  listed,
  panelSays,
  reasonsRecorded,
  records,
  usualChild,
} from '../usual-steps.js';
import { agreesAtClinic, countersigns, needsSaid, opened, toClinic, toDelivery, toOutcome, toPanel } from './bureau-steps.js';

const silent: CaseFacts = { ...usualChild, admissionNoted: 'NO_COMMENT' };
const merger = { other: 'SW-26-OTHER1', firstReceivedAt: '2026-11-12T09:00:00.000Z' } as const;

/** Situations of the field as the Bureau meets them. */
export const bureauSituations: readonly Situation[] = [
  {
    number: 2,
    title: 'turns 18 between the panel and the clinic',
    facts: bornOn('2008-11-26'),
    steps: [
      ...toClinic('yc'),
      ...day(
        '2026-11-26',
        step(agreesAtClinic, ['childIsUnderEighteenAtCaution']),
        step({ type: 'turnedEighteen' }, 'awaitingReconsideration', [
          'end eighteenthBirthday',
          'stop delivery',
          'start reconsideration',
          'end crimeRecord',
          'end victimReviewWindow',
        ]),
        step(afresh('o22'), 'awaitingPlanAgreement'),
      ),
    ],
  },
  {
    number: 6,
    title: 'takes the admission back at the clinic: what the child says there is not argued with',
    facts: usualChild,
    steps: [
      ...toClinic('yc'),
      step({ type: 'admissionWithdrawn' }, 'awaitingReconsideration'),
      step(afresh('yc'), ['childAdmits']),
      step(because('caseRelisted'), 'awaitingPanel'),
      opened,
      step(panelSays('o22'), 'awaitingClinic'),
      step({ type: 'admissionWithdrawn' }, 'awaitingClinic', ['record']),
      step(agreesAtClinic, 'awaitingPlanAgreement'),
    ],
  },
  {
    number: 7,
    title: 'made no comment: no caution, and outcome 22 is agreed without an admission',
    facts: silent,
    steps: [
      ...toPanel,
      step(panelSays('yc'), ['childAdmits']),
      step(panelSays('o22'), 'awaitingClinic'),
      step(agreesAtClinic, 'awaitingPlanAgreement'),
    ],
  },
  {
    number: 10,
    title: 'the sergeant of the clinic made the arrest',
    facts: { ...usualChild, arrestingOfficer: 'P-ARRESTED' },
    steps: [
      ...toClinic('o22'),
      step({ type: 'outcomeAgreedAtClinic', by: 'P-ARRESTED', isAuthorised: true, isChildPresent: true, isAdultPresent: true }, [
        'deciderDidNotArrest',
      ]),
      step(agreesAtClinic, 'awaitingPlanAgreement'),
    ],
  },
  {
    number: 20,
    title: 'does not come to the clinic, or family and sergeant do not agree: nobody raises the outcome there',
    facts: usualChild,
    steps: [
      ...toClinic('o22'),
      step({ type: 'childMissing' }, 'awaitingClinic', ['record']),
      step(departs('yc'), 'notNow'),
      step(afresh('yc'), 'notNow'),
      step(because('outcomeNotAgreedAtClinic'), 'awaitingReconsideration', [
        'stop delivery',
        'start reconsideration',
        'end crimeRecord',
        'end victimReviewWindow',
      ]),
      step(afresh('nfa'), 'awaitingSergeantDecision'),
    ],
  },
  {
    number: 21,
    title: 'two referrals for one incident are merged, and it can be undone',
    facts: usualChild,
    steps: [
      allocated,
      step({ type: 'referralsMerged', part: 'absorbed', ...merger }, 'closed'),
      step({ type: 'referralsUnmerged', part: 'absorbed', ...merger }, 'awaitingAllocation', [
        'end retention',
        'start chargingLimit',
        'start eighteenthBirthday',
        'start panel',
        'start allocation',
      ]),
    ],
  },
  {
    number: 23,
    title: 'exploitation emerges before the clinic, or the offence is re-classified',
    facts: usualChild,
    steps: [
      ...toClinic('yc'),
      step({ type: 'nrmReferred' }, 'awaitingReconsideration'),
      step({ type: 'nrmDecided', decision: 'NO_CONCLUSIVE_GROUNDS' }, 'awaitingReconsideration', ['record']),
      step(because('caseRelisted'), 'awaitingPanel'),
      opened,
      step(panelSays('yc'), 'awaitingClinic'),
      step({ type: 'offencesChanged', offences: usualChild.offences ?? [] }, 'awaitingReconsideration'),
    ],
  },
  {
    number: 24,
    title: 'the victim wants no meeting: it is recorded as a need, and it is no veto',
    facts: usualChild,
    steps: [
      allocated,
      assessed,
      step(countersigns, 'awaitingVictimNeeds'),
      step({ type: 'victimUpdated', victim: { ref: 'V1', hasEnhancedRights: false } }, 'awaitingVictimNeeds', ['record']),
      step(needsSaid(true), 'awaitingPanel'),
      listed,
      opened,
      step(panelSays('yrd'), 'awaitingClinic'),
    ],
  },
  {
    number: 29,
    title: 'the prosecutor is asked before the clinic',
    facts: usualChild,
    steps: [
      ...toClinic('ycc'),
      step({ type: 'cpsAuthorityRequested', childInformationForm: 'D-5' }, 'awaitingCpsDecision', ['start cpsDecision']),
      step(because('cpsReturned'), 'awaitingClinic', ['stop cpsDecision']),
      step({ type: 'cpsAuthorityRequested', childInformationForm: 'D-5' }, 'awaitingCpsDecision'),
      step({ type: 'cpsAuthorised', reference: 'CPS-1', authorityFor: 'ycc', at: '2026-11-24T12:00:00.000Z' }, 'awaitingClinic'),
      step({ type: 'cpsAuthorityRequested', childInformationForm: 'D-5' }, 'awaitingCpsDecision'),
      step(because('cpsRefused'), 'awaitingReconsideration'),
    ],
  },
  {
    number: 37,
    title: 'whoever sat on the panel does not review it',
    facts: usualChild,
    steps: [
      ...toPanel,
      step({ type: 'memberLeft', person: 'P-SERGEANT' }, 'atPanel'),
      step({ type: 'consensusNotReached', positions: [], reasonsRecorded }, ['policeDeciderIsPresent']),
    ],
  },
  {
    number: 42,
    title: 'does not complete the activity of outcome 22: asked why, then decided afresh',
    facts: silent,
    steps: [
      ...toOutcome('o22'),
      step(agreed, 'inIntervention'),
      step(because('activityNotCompleted'), 'awaitingReconsideration'),
      step(afresh('yc'), ['childAdmits']),
      step(afresh('o22'), 'awaitingPlanAgreement'),
    ],
  },
  {
    number: null,
    title: 'a restorative activity that fails is noted, and the police may withdraw before anything is given',
    facts: usualChild,
    steps: [
      ...toDelivery('yrd'),
      step({ type: 'consentNotGiven' }, 'awaitingReconsideration'),
      step(afresh('yrd'), 'awaitingPlanAgreement'),
      step(agreed, 'awaitingDelivery'),
      step({ type: 'admissionNotConfirmed' }, 'awaitingReconsideration'),
      step({ type: 'admissionRecorded', admission: 'FULL' }, 'awaitingReconsideration', ['record']),
      step(afresh('yrd'), 'awaitingPlanAgreement'),
      step(agreed, 'awaitingDelivery'),
      step(gives(), 'inIntervention'),
      step(because('caseWithdrawn'), 'notNow'),
      step(because('activityNotCompleted'), 'awaitingCrimeOutcome'),
      step(records('8'), 'closed'),
    ],
  },
];
