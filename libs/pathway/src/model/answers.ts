import { type CaseEventType } from '../events/case-event.js';
import { type State } from '../states.js';
import { everyVariant, variantsOf } from './event-variants.js';
import { type Graph } from './graph.js';
import { edgesFrom, oncePerState } from './reach.js';

/** What whoever a case waits for must always be able to say, whatever the outcome: said a second time, by hand. */
const answers: { readonly [S in State]?: readonly CaseEventType[] } = {
  awaitingAllocation: ['caseAllocated', 'referralReturned', 'divertedAtTriage'],
  returnedToReferrer: ['referralResent'],
  awaitingAssessment: ['assessmentCompleted', 'assessmentNotPossible'],
  awaitingCountersignature: ['assessmentCountersigned', 'assessmentSentBack'],
  awaitingPanel: ['caseListed', 'caseUnlisted', 'panelOpened'],
  atPanel: ['memberLeft', 'panelDecisionRecorded', 'consensusNotReached', 'panelAdjourned'],
  awaitingEscalationReview: ['escalationDecided', 'escalationReturned'],
  awaitingPoliceDecision: ['policeDecisionConfirmed', 'policeDecisionDeparted', 'cpsAuthorityRequested', 'decisionReopened'],
  awaitingChallenge: ['departureStands', 'departureChallenged', 'decisionReopened'],
  awaitingCpsDecision: ['cpsAuthorised', 'cpsRefused', 'cpsReturned', 'decisionReopened'],
  awaitingPlanAgreement: ['planAgreed', 'planChangeRequested', 'planDeclined', 'decisionReopened'],
  awaitingDelivery: ['deliveryArranged', 'deliveryPostponed', 'disposalGiven', 'admissionNotConfirmed', 'decisionReopened'],
  inIntervention: ['interventionCompleted'],
  awaitingNonComplianceDecision: [
    'reasonableExcuseFound',
    'conditionsVaried',
    'notInPublicInterest',
    'limitPassed',
    'prosecutionDecided',
    'yccWithdrawn',
    'decisionReopened',
  ],
  awaitingSergeantDecision: ['nfaConfirmed', 'nfaDeclined'],
  awaitingCharge: ['chargeRecorded', 'chargeDeclined', 'returnedForOutOfCourt'],
  awaitingReconsideration: ['caseRelisted', 'decisionTakenAfresh'],
  awaitingCrimeOutcome: ['crimeOutcomeRecorded'],
};

const decisions = new Set(
  everyVariant.flatMap((event) => ('outcome' in event && event.type !== 'viewRecorded' ? [event.type] : [])),
);

/** States in which somebody who is waited for cannot answer, or can decide on some outcomes only. */
export function unanswered(graph: Graph): readonly string[] {
  const heard = edgesFrom(graph).map((edges) => edges.map(({ event }) => event));
  const missing = (Object.entries(answers) as [State, readonly CaseEventType[]][]).flatMap(([state, types]) =>
    types
      .filter((type) =>
        graph.nodes.some((node, place) => node.state === state && heard[place]?.some((event) => event.type === type) !== true),
      )
      .map((type) => `${state} does not always hear ${type}`),
  );
  const partly = [...decisions].flatMap((type) =>
    oncePerState(graph, (_, place) => {
      const count = heard[place]?.filter((event) => event.type === type).length ?? 0;
      return count > 0 && count < variantsOf(type).length;
    }).map((state) => `${state} does not hear every outcome of ${type}`),
  );
  return [...missing, ...partly];
}
