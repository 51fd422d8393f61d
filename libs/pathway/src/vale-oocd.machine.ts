import { disposals } from '#law';
import {
  countersigning,
  crimeOutcome,
  escalation,
  gates,
  listing,
  panelDecision,
  policeDecision,
  prosecution,
  quorum,
  variation,
} from './gates.js';
import { kit } from './kit.js';
import {
  but,
  does,
  end,
  endAtClosing,
  gated,
  given,
  lawful,
  on,
  over,
  recommended,
  reconsider,
  settle,
  start,
  stays,
  waits,
  waitsFor,
  way,
  where,
} from './branches.js';
import { factsBeforeCrimeOutcome, factsUnderWay, factsWhenClosed, standing } from './vale-oocd-facts.js';

const withRecord = ['yrd', 'yc', 'ycc'] as const;

const deciding = {
  ...waits('panel'),
  initial: 'awaitingAllocation',
  on: { ...standing, referralsMerged: { target: '#closed', ...where({ isAbsorbed: true, isDecided: false }) } },
  states: {
    awaitingAllocation: waitsFor('awaitingAllocation', 'allocation', {
      caseAllocated: { target: '#awaitingAssessment' },
      referralReturned: { target: '#returnedToReferrer' },
      divertedAtTriage: { ...settle, actions: [start('victimTold')] },
    }),
    returnedToReferrer: waitsFor('returnedToReferrer', 'resend', { referralResent: { target: '#awaitingAllocation' } }),
    assessing: {
      ...waits('assessment'),
      initial: 'awaitingAssessment',
      states: {
        awaitingAssessment: waitsFor('awaitingAssessment', null, {
          assessmentCompleted: { target: '#awaitingCountersignature' },
          assessmentNotPossible: { target: '#awaitingCountersignature' },
        }),
        awaitingCountersignature: waitsFor('awaitingCountersignature', null, {
          assessmentCountersigned: {
            target: '#awaitingPanel',
            ...lawful(countersigning),
            actions: [start('assessmentReview')],
          },
          assessmentSentBack: { target: '#awaitingAssessment' },
        }),
      },
    },
    awaitingPanel: waitsFor('awaitingPanel', null, {
      caseListed: { ...lawful(listing), ...stays },
      caseUnlisted: stays,
      panelOpened: { target: '#atPanel', ...lawful(quorum) },
    }),
    atPanel: waitsFor('atPanel', null, {
      memberLeft: stays,
      panelDecisionRecorded: [
        ...way(panelDecision, undefined, ['nfa', 'court']),
        ...recommended(panelDecision, undefined, ['o22', 'yrd', 'o23', 'yc', 'ycc']),
      ],
      consensusNotReached: { target: '#awaitingEscalationReview', ...lawful(quorum) },
      panelAdjourned: { target: '#awaitingPanel' },
    }),
    awaitingEscalationReview: waitsFor('awaitingEscalationReview', 'escalationReview', {
      escalationDecided: [
        ...way(escalation, { hasPoliceAuthority: true }),
        ...recommended(escalation, { hasPoliceAuthority: false }),
      ],
      escalationReturned: { target: '#awaitingPanel' },
    }),
  },
} as const;

const carryingOut = {
  ...waits('delivery'),
  initial: 'awaitingPoliceDecision',
  // What is learned here may take the ground from the decision: it goes back to whoever decides.
  on: {
    decisionReopened: reconsider,
    offencesChanged: reconsider,
    nrmReferred: reconsider,
    admissionWithdrawn: [
      { ...reconsider, ...on(withRecord) },
      { ...on(but(...withRecord)), ...stays },
    ],
    turnedEighteen: [
      { ...reconsider, ...on(['yc', 'ycc']), actions: [end('eighteenthBirthday')] },
      { ...on(but('yc', 'ycc')), ...does(end('eighteenthBirthday')) },
    ],
  },
  states: {
    awaitingPoliceDecision: waitsFor('awaitingPoliceDecision', 'policeDecision', {
      policeDecisionConfirmed: way(policeDecision),
      policeDecisionDeparted: gated(disposals, '#awaitingChallenge', policeDecision),
      cpsAuthorityRequested: { target: '#awaitingCpsDecision' },
    }),
    awaitingChallenge: waitsFor('awaitingChallenge', 'departureChallenge', {
      departureStands: way(policeDecision),
      departureChallenged: { target: '#awaitingEscalationReview' },
    }),
    awaitingCpsDecision: waitsFor('awaitingCpsDecision', 'cpsDecision', {
      cpsAuthorised: { target: '#awaitingPoliceDecision' },
      cpsReturned: { target: '#awaitingPoliceDecision' },
      cpsRefused: reconsider,
    }),
    awaitingPlanAgreement: waitsFor('awaitingPlanAgreement', 'planAgreement', {
      planAgreed: [...gated(['o22', 'o23'], '#inIntervention'), ...gated(['yrd', 'ycc'], '#awaitingDelivery')],
      planChangeRequested: [
        { target: '#awaitingPoliceDecision', ...on(['ycc']) },
        { ...on(but('ycc')), ...stays },
      ],
      planDeclined: reconsider,
    }),
    awaitingDelivery: waitsFor('awaitingDelivery', null, {
      // For a youth caution the programme is voluntary and runs beside the delivery; declining it has no effect.
      planAgreed: { ...on(['yc']), ...stays },
      planDeclined: { ...on(['yc']), ...stays },
      deliveryArranged: stays,
      deliveryPostponed: stays,
      disposalGiven: [
        given('yrd', '#inIntervention', [start('crimeRecord')]),
        given('yc', '#inIntervention', [start('crimeRecord')], { hasPlan: true }),
        given('yc', '#awaitingCrimeOutcome', [], { hasPlan: false }),
        given('ycc', '#inIntervention', [start('crimeRecord'), start('yccEnd')]),
      ],
      admissionNotConfirmed: reconsider,
      consentNotGiven: { ...reconsider, ...on(['yrd', 'ycc']) },
    }),
  },
} as const;

const supervising = {
  ...waits('intervention', [], [end('yccEnd')]),
  initial: 'inIntervention',
  on: {
    ...standing,
    crimeOutcomeRecorded: { ...on(withRecord, crimeOutcome), ...does(end('crimeRecord')) },
    yccWithdrawn: { ...reconsider, ...on(['ycc']) },
    decisionReopened: { ...reconsider, ...on(['o22', 'yrd', 'o23', 'ycc']) },
  },
  states: {
    inIntervention: waitsFor('inIntervention', null, {
      interventionCompleted: over(),
      activityNotCompleted: [{ ...reconsider, ...on(['o22', 'o23']) }, ...over(['yrd', 'yc'])],
      conditionsVaried: { ...on(['ycc'], variation), ...does(start('yccEnd')) },
      nonComplianceReported: { target: '#awaitingNonComplianceDecision', ...on(['ycc']) },
    }),
    awaitingNonComplianceDecision: waitsFor('awaitingNonComplianceDecision', 'nonComplianceDecision', {
      reasonableExcuseFound: { target: '#inIntervention' },
      conditionsVaried: { target: '#inIntervention', ...lawful(variation), actions: [start('yccEnd')] },
      notInPublicInterest: over(),
      limitPassed: over(),
      prosecutionDecided: { target: '#awaitingCharge', ...lawful(prosecution) },
    }),
  },
} as const;

/** Youth out-of-court disposals in the Vale of Glamorgan, version 1. States say what the case waits for. */
export const valeOocd = kit.createMachine({
  id: 'valeOocd',
  initial: 'underWay',
  entry: [start('policeFile'), start('firstAppointment'), start('chargingLimit'), start('eighteenthBirthday')],
  states: {
    underWay: {
      initial: 'deciding',
      on: { ...factsUnderWay, caseWithdrawn: { ...settle, ...where({ isGiven: false }) }, childDied: settle },
      states: {
        deciding,
        carryingOut,
        supervising,
        awaitingSergeantDecision: waitsFor('awaitingSergeantDecision', 'sergeantDecision', {
          ...standing,
          nfaConfirmed: { ...settle, ...lawful(gates.nfa), actions: [start('victimTold')] },
          nfaDeclined: reconsider,
        }),
        awaitingCharge: waitsFor(
          'awaitingCharge',
          'charge',
          {
            ...standing,
            chargeRecorded: { target: '#closed', ...lawful(gates.court), actions: [start('victimTold')] },
            chargeDeclined: [
              { ...reconsider, ...where({ isProsecuting: false }) },
              { target: '#awaitingNonComplianceDecision', ...where({ isProsecuting: true }), actions: [start('yccEnd')] },
            ],
            returnedForOutOfCourt: reconsider,
          },
          [end('crimeRecord')],
        ),
        awaitingReconsideration: waitsFor(
          'awaitingReconsideration',
          'reconsideration',
          {
            ...standing,
            caseRelisted: { target: '#awaitingPanel' },
            decisionTakenAfresh: way(policeDecision),
          },
          [end('crimeRecord'), end('victimReviewWindow')],
        ),
      },
    },
    awaitingCrimeOutcome: waitsFor('awaitingCrimeOutcome', 'crimeOutcome', {
      ...factsBeforeCrimeOutcome,
      crimeOutcomeRecorded: { target: '#closed', ...lawful(crimeOutcome), actions: [end('crimeRecord')] },
      decisionReopened: { ...reconsider, ...where({ isGiven: false }) },
      caseWithdrawn: { ...where({ isGiven: false }), ...stays },
      childDied: stays,
    }),
    // No `final` state: a closed case still hears of victims, disputes and reopening.
    closed: {
      id: 'closed',
      entry: [...endAtClosing.map(end), start('retention')],
      exit: [end('retention'), start('chargingLimit'), start('eighteenthBirthday')],
      on: {
        ...factsWhenClosed,
        outcomeSetAside: does(start('victimTold')),
        caseReopened: { ...reconsider, ...where({ isMerged: false }) },
        referralsUnmerged: [
          { target: '#awaitingAllocation', ...where({ isMerged: true, hasPoliceFile: true }) },
          { target: '#awaitingAllocation', ...where({ isMerged: true, hasPoliceFile: false }), actions: [start('policeFile')] },
        ],
      },
    },
  },
});
