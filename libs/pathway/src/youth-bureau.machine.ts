import { bureauPanelDecision, bureauQuorum, countersigning, escalation, listing, policeDecision } from './gates.js';
import { kit } from './kit.js';
import { end, lawful, on, recommended, reconsider, settle, start, stays, waits, waitsFor, way, where } from './branches.js';
import { awaitingDelivery, awaitingPlanAgreement, groundsLost } from './regions/giving.js';
import { standing } from './regions/heard-facts.js';
import {
  awaitingCharge,
  awaitingCrimeOutcome,
  awaitingReconsideration,
  awaitingSergeantDecision,
  closed,
  underWayEvents,
} from './regions/settling.js';
import { supervising } from './regions/supervising.js';

/** Nobody is called to a clinic to be told that nothing follows, or that a prosecutor is to look at the case. */
const withoutClinic = ['nfa', 'court'] as const;
const agreedAtClinic = ['o22', 'yrd', 'o23', 'yc', 'ycc'] as const;
const reviewed = { actions: [start('assessmentReview')] } as const;

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
      // The victim officer need not wait for the assessment: where the needs are known by then, the case does not wait for them.
      on: { victimNeedsRecorded: stays },
      states: {
        awaitingAssessment: waitsFor('awaitingAssessment', null, {
          assessmentCompleted: { target: '#awaitingCountersignature' },
          assessmentNotPossible: { target: '#awaitingCountersignature', actions: [end('firstAppointment')] },
        }),
        awaitingCountersignature: waitsFor('awaitingCountersignature', null, {
          assessmentCountersigned: [
            { target: '#awaitingPanel', ...on(undefined, countersigning, { isVictimHeard: true }), ...reviewed },
            { target: '#awaitingVictimNeeds', ...on(undefined, countersigning, { isVictimHeard: false }), ...reviewed },
          ],
          assessmentSentBack: { target: '#awaitingAssessment' },
        }),
        awaitingVictimNeeds: waitsFor('awaitingVictimNeeds', null, { victimNeedsRecorded: { target: '#awaitingPanel' } }),
      },
    },
    awaitingPanel: waitsFor('awaitingPanel', null, {
      caseListed: { ...lawful(listing), ...stays },
      caseUnlisted: stays,
      panelOpened: { target: '#atPanel', ...lawful(bureauQuorum) },
    }),
    // What this panel says is provisional until the clinic.
    atPanel: waitsFor('atPanel', null, {
      memberLeft: stays,
      panelDecisionRecorded: [
        ...way(bureauPanelDecision, undefined, withoutClinic),
        ...recommended(bureauPanelDecision, undefined, agreedAtClinic, '#awaitingClinic'),
      ],
      consensusNotReached: { target: '#awaitingEscalationReview', ...lawful(bureauQuorum) },
      panelAdjourned: { target: '#awaitingPanel' },
    }),
    awaitingEscalationReview: waitsFor('awaitingEscalationReview', 'escalationReview', {
      escalationDecided: [
        ...way(escalation, undefined, withoutClinic),
        ...recommended(escalation, undefined, agreedAtClinic, '#awaitingClinic'),
      ],
      escalationReturned: { target: '#awaitingPanel' },
    }),
  },
} as const;

const carryingOut = {
  ...waits('delivery'),
  initial: 'awaitingClinic',
  on: groundsLost,
  states: {
    // The clinic agrees to what the panel said or does not: nobody raises an outcome there.
    awaitingClinic: waitsFor('awaitingClinic', null, {
      deliveryArranged: stays,
      deliveryPostponed: stays,
      outcomeAgreedAtClinic: way(policeDecision, undefined, agreedAtClinic),
      outcomeNotAgreedAtClinic: reconsider,
      cpsAuthorityRequested: { target: '#awaitingCpsDecision' },
    }),
    awaitingCpsDecision: waitsFor('awaitingCpsDecision', 'cpsDecision', {
      cpsAuthorised: { target: '#awaitingClinic' },
      cpsReturned: { target: '#awaitingClinic' },
      cpsRefused: reconsider,
    }),
    awaitingPlanAgreement: awaitingPlanAgreement('#awaitingClinic'),
    awaitingDelivery,
  },
} as const;

/**
 * Youth Bureau, version 1: assessment of the child, needs of the victim, a panel with a community member for a provisional outcome,
 * and a clinic where child and parent attend and the final outcome is agreed.
 */
export const youthBureau = kit.createMachine({
  id: 'youthBureau',
  initial: 'underWay',
  entry: [start('policeFile'), start('firstAppointment'), start('chargingLimit'), start('eighteenthBirthday')],
  states: {
    underWay: {
      initial: 'deciding',
      on: underWayEvents,
      states: {
        deciding,
        carryingOut,
        supervising,
        awaitingSergeantDecision,
        awaitingCharge,
        awaitingReconsideration: awaitingReconsideration({
          caseRelisted: { target: '#awaitingPanel' },
          decisionTakenAfresh: way(policeDecision),
        }),
      },
    },
    awaitingCrimeOutcome,
    closed: closed('#awaitingAllocation'),
  },
});
