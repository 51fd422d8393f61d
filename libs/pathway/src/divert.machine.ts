import { crimeOutcome, policeDecision } from './gates.js';
import { kit } from './kit.js';
import { does, end, gated, given, on, over, reconsider, start, stays, waitsFor, way, where } from './branches.js';
import { standing } from './regions/heard-facts.js';
import {
  awaitingCrimeOutcome,
  awaitingReconsideration,
  awaitingSergeantDecision,
  closed,
  underWayEvents,
} from './regions/settling.js';

/** What the scheme may end in: nothing that goes on a criminal record, and no charge. Whatever else there is, a panel decides. */
const offered = ['o22', 'yrd'] as const;

const checking = {
  initial: 'awaitingEligibilityCheck',
  on: { ...standing, referralsMerged: { target: '#closed', ...where({ isAbsorbed: true, isDecided: false }) } },
  states: {
    awaitingEligibilityCheck: waitsFor('awaitingEligibilityCheck', 'eligibilityCheck', {
      diversionOffered: gated(offered, '#awaitingAssessment', policeDecision, [start('victimTold')]),
      diversionNotOffered: reconsider,
      referralReturned: { target: '#returnedToReferrer' },
    }),
    returnedToReferrer: waitsFor('returnedToReferrer', 'resend', {
      referralResent: { target: '#awaitingEligibilityCheck' },
    }),
  },
} as const;

const diverting = {
  initial: 'awaitingAssessment',
  on: {
    ...standing,
    decisionReopened: reconsider,
    offencesChanged: reconsider,
    nrmReferred: reconsider,
    // Outcome 22 rests on no admission, so it stands without one.
    admissionWithdrawn: [
      { ...reconsider, ...on(['yrd']) },
      { ...on(['o22']), ...stays },
    ],
  },
  states: {
    // A brief assessment. Without one the programme may be agreed all the same.
    awaitingAssessment: waitsFor('awaitingAssessment', 'assessment', {
      assessmentCompleted: { target: '#awaitingPlanAgreement' },
      assessmentNotPossible: { target: '#awaitingPlanAgreement', actions: [end('firstAppointment')] },
    }),
    awaitingPlanAgreement: waitsFor('awaitingPlanAgreement', 'planAgreement', {
      planAgreed: [...gated(['o22'], '#inIntervention'), ...gated(['yrd'], '#awaitingDelivery')],
      planChangeRequested: stays,
      planDeclined: reconsider,
    }),
    awaitingDelivery: waitsFor('awaitingDelivery', 'delivery', {
      deliveryArranged: stays,
      deliveryPostponed: stays,
      disposalGiven: given('yrd', '#inIntervention', [start('crimeRecord')]),
      admissionNotConfirmed: reconsider,
      consentNotGiven: reconsider,
    }),
  },
} as const;

/**
 * Divert, version 1: a notice from custody, an eligibility check, a brief assessment, a short programme, the result back to the police,
 * recorded as a community resolution or outcome 22.
 */
export const divert = kit.createMachine({
  id: 'divert',
  initial: 'underWay',
  entry: [start('policeFile'), start('firstAppointment'), start('chargingLimit'), start('eighteenthBirthday')],
  states: {
    underWay: {
      initial: 'checking',
      on: underWayEvents,
      states: {
        checking,
        diverting,
        inIntervention: waitsFor('inIntervention', 'intervention', {
          ...standing,
          interventionCompleted: over(),
          activityNotCompleted: [{ ...reconsider, ...on(['o22']) }, ...over(['yrd'])],
          crimeOutcomeRecorded: { ...on(['yrd'], crimeOutcome), ...does(end('crimeRecord')) },
          decisionReopened: reconsider,
        }),
        awaitingSergeantDecision,
        awaitingReconsideration: awaitingReconsideration({
          decisionTakenAfresh: way(policeDecision, undefined, ['nfa', ...offered]),
          referredForPanel: { target: '#closed' },
        }),
      },
    },
    awaitingCrimeOutcome,
    closed: closed('#awaitingEligibilityCheck'),
  },
});
