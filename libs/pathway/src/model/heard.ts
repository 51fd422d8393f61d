import { type CaseEventType } from '../events/case-event.js';
import { type Graph } from './graph.js';
import { edgesFrom, oncePerState } from './reach.js';

/** Said here a second time, by hand, so that a machine that grows deaf to one of them is noticed. */
export const factsOfAnOpenCase: readonly CaseEventType[] = [
  'factRecorded',
  'policeFileReceived',
  'firstAppointmentHeld',
  'assessmentReviewed',
  'admissionRecorded',
  'admissionWithdrawn',
  'offencesChanged',
  'nrmReferred',
  'nrmDecided',
  'turnedEighteen',
  'childMissing',
  'childFound',
  'childDied',
  'adviceGiven',
  'representationReceived',
  'victimUpdated',
  'victimInformed',
  'victimReviewAnswered',
  'victimReviewWindowClosed',
  'interpreterNeeded',
  'safeContactChanged',
  'factDisputed',
  'factCorrected',
  'disputeAnswered',
  'documentRecorded',
  'viewRecorded',
  'conflictDeclared',
  'bailChanged',
  'courtDateSet',
  'agencyInformationRequested',
  'agencyInformationReceived',
  'handedOff',
  'handOffAccepted',
  'caseTransferred',
  'followUpRecorded',
  'causeOfLatenessRecorded',
  'referralsMerged',
  'referralsUnmerged',
];
const factsOfAClosedCase: readonly CaseEventType[] = [
  'victimUpdated',
  'victimInformed',
  'victimReviewAnswered',
  'victimReviewWindowClosed',
  'factDisputed',
  'factCorrected',
  'disputeAnswered',
  'representationReceived',
  'documentRecorded',
  'outcomeSetAside',
  'handOffAccepted',
  'followUpRecorded',
  'causeOfLatenessRecorded',
];

/** Events that are heard wherever their condition holds, whatever the state. */
export function deafness(graph: Graph): readonly string[] {
  const heard = edgesFrom(graph).map((edges) => new Set(edges.map(({ event }) => event.type)));
  const deafTo = (type: CaseEventType, should: (node: Graph['nodes'][number]) => boolean): readonly string[] =>
    oncePerState(graph, (node, place) => should(node) && heard[place]?.has(type) !== true).map(
      (state) => `${state} is deaf to ${type}`,
    );
  return [
    ...factsOfAnOpenCase.flatMap((type) => deafTo(type, ({ state }) => state !== 'closed')),
    ...factsOfAClosedCase.flatMap((type) => deafTo(type, ({ state }) => state === 'closed')),
    ...deafTo('caseWithdrawn', ({ state, facts }) => state !== 'closed' && facts.given === undefined),
    ...deafTo('caseReopened', ({ state, facts }) => state === 'closed' && facts.ending !== 'merged'),
    ...deafTo('referralsUnmerged', ({ state, facts }) => state === 'closed' && facts.ending === 'merged'),
    ...deafTo('victimReviewRequested', ({ facts }) => facts.outcome === 'nfa' && facts.departure === undefined),
    ...deafTo('decisionReopened', ({ state, facts }) => state === 'awaitingCrimeOutcome' && facts.given === undefined),
  ];
}
