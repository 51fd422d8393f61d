import { day, type Situation, step } from './situation.js';
import {
  afresh,
  agreed,
  because,
  confirms,
  departs,
  escalationSays,
  gives,
  opened,
  panelSays,
  reasonsRecorded,
  toDecision,
  toDelivery,
  toPanel,
  usualChild,
  withOffence,
} from './usual-steps.js';

const authority = 'prosecutorAuthorisesIndictableConditionalCaution';
const asksProsecutor = { type: 'cpsAuthorityRequested', childInformationForm: 'D-5' } as const;
const noConsensus = step({ type: 'consensusNotReached', positions: [], reasonsRecorded }, 'awaitingEscalationReview');

/** Situations that begin with whoever decides: quorum, conflicts, departures, the prosecutor, the offence itself. */
export const decisionSituations: readonly Situation[] = [
  {
    number: 9,
    title: 'a panel member is related to the victim',
    facts: usualChild,
    steps: [
      ...toPanel,
      step({ type: 'conflictDeclared', person: 'P-SERGEANT' }, 'atPanel', ['record']),
      step(panelSays('o22'), ['nobodyPresentHasConflict']),
      step({ type: 'memberLeft', person: 'P-SERGEANT' }, 'atPanel', ['record']),
      step(panelSays('o22'), 'awaitingPoliceDecision'),
    ],
  },
  {
    number: 10,
    title: 'the officer who decides made the arrest',
    facts: { ...usualChild, arrestingOfficer: 'P-ARRESTED' },
    steps: [
      ...toPanel,
      step(panelSays('yc'), 'awaitingPoliceDecision'),
      step({ type: 'policeDecisionConfirmed', by: 'P-ARRESTED', isAuthorised: true }, ['deciderDidNotArrest']),
      step(confirms, 'awaitingDelivery'),
    ],
  },
  {
    number: 11,
    title: 'the quorum is lost in the middle of the meeting',
    facts: usualChild,
    steps: [
      ...toPanel,
      step({ type: 'memberLeft', person: 'P-POLICE' }, 'atPanel'),
      step(panelSays('nfa'), ['policeDeciderIsPresent']),
      step({ type: 'consensusNotReached', positions: [], reasonsRecorded }, ['policeDeciderIsPresent']),
      step(because('panelAdjourned'), 'awaitingPanel', []),
      opened,
      step(panelSays('nfa'), 'awaitingSergeantDecision'),
    ],
  },
  {
    number: 12,
    title: 'no consensus: the sergeant decides and the panel clock goes on',
    facts: usualChild,
    steps: [
      ...toPanel,
      step(
        { type: 'consensusNotReached', positions: [{ role: 'chair', outcome: 'o22' }], reasonsRecorded },
        'awaitingEscalationReview',
        ['start escalationReview'],
      ),
      step(escalationSays('yc', 'P-OTHER', 'sergeant', false), 'awaitingPoliceDecision'),
      step(confirms, 'awaitingDelivery'),
    ],
  },
  {
    number: 13,
    title: 'a decision on day 16 is lawful all the same',
    facts: usualChild,
    steps: [...toPanel, ...day('2026-12-08', step(panelSays('yc'), 'awaitingPoliceDecision'))],
  },
  {
    number: 16,
    title: 'the charging limit of a summary offence ends before the panel: what needs no limit stays open',
    facts: withOffence('CJ88116', 'summary', '2026-05-20'),
    steps: [
      ...toPanel,
      step(panelSays('court'), ['chargeComesWithinLimit']),
      step(panelSays('o23'), ['deferralEndsBeforeChargingLimit']),
      step(panelSays('ycc'), ['planEndsBeforeChargingLimit']),
      step(panelSays('yrd'), 'awaitingPoliceDecision'),
      step(because('decisionReopened'), 'awaitingReconsideration'),
      step(afresh('nfa'), 'awaitingSergeantDecision'),
    ],
  },
  {
    number: 26,
    title: 'a caution for a sexual offence waits for the explanation of notification and for advice',
    facts: withOffence('SX03007', 'either-way'),
    steps: [
      ...toDelivery('yc'),
      step(gives(), ['notificationExplained']),
      step({ type: 'factRecorded', fact: 'notificationExplained', value: true }, 'awaitingDelivery'),
      step(gives(), 'awaitingCrimeOutcome'),
    ],
  },
  {
    number: 28,
    title: 'a penalty of £40 for a child of thirteen and a summary offence',
    facts: { ...withOffence('CJ88116', 'summary'), bornOn: '2013-03-14' },
    steps: [
      ...toDecision('ycc'),
      step(
        {
          type: 'planAgreed',
          document: 'D-2',
          endsOn: '2027-02-01',
          conditions: [{ purpose: 'punish', penaltyPounds: 40, hasWhy: true, hasFit: true }],
        },
        ['penaltyWithinMaximum'],
      ),
      step(
        {
          type: 'planAgreed',
          document: 'D-2',
          endsOn: '2027-02-01',
          conditions: [{ purpose: 'punish', penaltyPounds: 15, hasWhy: true, hasFit: true }],
        },
        'awaitingDelivery',
      ),
    ],
  },
  {
    number: 29,
    title: 'robbery and a conditional caution: recommended, but neither decided nor given before the prosecutor’s authority is there',
    facts: withOffence('TH68023', 'indictable-only'),
    steps: [
      ...toPanel,
      step(panelSays('ycc'), 'awaitingPoliceDecision'),
      step(confirms, [authority]),
      step(asksProsecutor, 'awaitingCpsDecision', ['stop policeDecision', 'start cpsDecision']),
      step(because('cpsRefused'), 'awaitingReconsideration'),
      step(afresh('ycc'), [authority]),
      step(because('caseRelisted'), 'awaitingPanel'),
      opened,
      noConsensus,
      // A sergeant who decides for the police is refused; one whose word is a recommendation is not.
      step(escalationSays('ycc', 'P-OTHER', 'sergeant', true), [authority]),
      step(escalationSays('ycc', 'P-OTHER', 'sergeant', false), 'awaitingPoliceDecision'),
      step(departs('ycc'), [authority]),
      step(asksProsecutor, 'awaitingCpsDecision'),
      step(
        { type: 'cpsAuthorised', reference: 'CPS-1', authorityFor: 'ycc', at: '2026-11-24T12:00:00.000Z' },
        'awaitingPoliceDecision',
      ),
      step(confirms, 'awaitingPlanAgreement'),
      step(agreed, 'awaitingDelivery'),
      step(gives(), 'inIntervention'),
    ],
  },
  {
    number: 35,
    title: 'the offence is re-classified after the panel',
    facts: usualChild,
    steps: [
      ...toDelivery('yc'),
      step(
        { type: 'offencesChanged', offences: withOffence('TH68023', 'indictable-only').offences ?? [] },
        'awaitingReconsideration',
      ),
      step({ type: 'policeDecisionConfirmed', by: 'P-POLICE', isAuthorised: true }, 'notNow'),
      step(afresh('ycc'), [authority]),
      step(because('caseRelisted'), 'awaitingPanel'),
    ],
  },
  {
    number: 36,
    title: 'the police depart from the panel: nothing moves before the challenge',
    facts: usualChild,
    steps: [
      ...toPanel,
      step(panelSays('o22'), 'awaitingPoliceDecision'),
      step(departs('yc'), 'awaitingChallenge', ['stop policeDecision', 'start departureChallenge']),
      step(gives(), 'notNow'),
      step(because('departureChallenged'), 'awaitingEscalationReview', [
        'stop departureChallenge',
        'stop delivery',
        'start panel',
        'start escalationReview',
      ]),
      step(escalationSays('o22', 'P-OTHER', 'sergeant', true), ['escalationDeciderRanksHighEnough']),
      step(escalationSays('o22', 'P-INSPECTOR', 'inspector', true), 'awaitingPlanAgreement'),
    ],
  },
  {
    number: 36,
    title: 'the departure stands, unless its ground falls away meanwhile',
    facts: usualChild,
    steps: [
      ...toPanel,
      step(panelSays('o22'), 'awaitingPoliceDecision'),
      step(departs('yc'), 'awaitingChallenge'),
      step({ type: 'admissionWithdrawn' }, 'awaitingReconsideration'),
      step(because('caseRelisted'), 'awaitingPanel'),
      step({ type: 'admissionRecorded', admission: 'FULL' }, 'awaitingPanel'),
      opened,
      step(panelSays('o22'), 'awaitingPoliceDecision'),
      step(departs('yc'), 'awaitingChallenge'),
      step({ type: 'departureStands' }, 'awaitingDelivery', ['stop departureChallenge', 'start victimTold']),
    ],
  },
  {
    number: 37,
    title: 'the sergeant who sat does not review',
    facts: usualChild,
    steps: [
      ...toPanel,
      noConsensus,
      step(escalationSays('yrd', 'P-SERGEANT', 'sergeant', true), ['escalationDeciderDidNotSit']),
      step(escalationSays('yrd', 'P-OTHER', 'sergeant', true), 'awaitingPlanAgreement'),
    ],
  },
  {
    number: 38,
    title: 'the appropriate adult turns up in another part: a conflict is declared and no clock stops',
    facts: usualChild,
    steps: [
      ...toDelivery('yrd'),
      step({ type: 'conflictDeclared', person: 'P-ADULT' }, 'awaitingDelivery', ['record']),
      step(gives(), 'inIntervention'),
    ],
  },
];
