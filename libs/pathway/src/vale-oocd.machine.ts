import { disposals } from '#law';
import { countersigning, escalation, listing, panelDecision, policeDecision, quorum } from './gates.js';
import { kit } from './kit.js';
import { end, gated, lawful, recommended, reconsider, settle, start, stays, waits, waitsFor, way, where } from './branches.js';
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
          assessmentNotPossible: { target: '#awaitingCountersignature', actions: [end('firstAppointment')] },
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
  on: groundsLost,
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
    awaitingPlanAgreement: awaitingPlanAgreement('#awaitingPoliceDecision'),
    awaitingDelivery,
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
