import { type CaseFactName, type CaseFacts } from '../case-facts.js';
import { type State } from '../states.js';

const afterGiving = [
  'inIntervention',
  'awaitingNonComplianceDecision',
  'awaitingCharge',
  'awaitingCrimeOutcome',
  'closed',
] as const;
const beforeThePanel = ['awaitingAssessment', 'awaitingCountersignature', 'awaitingVictimNeeds'] as const;
const listed = ['awaitingPanel', 'atPanel'] as const;
const decidedByPolice = [
  'awaitingPoliceDecision',
  'awaitingChallenge',
  'awaitingCpsDecision',
  'awaitingPlanAgreement',
  'awaitingDelivery',
  ...afterGiving,
] as const;

/**
 * Facts that belong to a stay, and the states in which they may live. A move to any other state forgets them, so that no fact of an
 * earlier way through can open a door on a later one; the record keeps them in the event that brought them.
 */
export const staysOfFacts: { readonly [fact in CaseFactName]?: readonly State[] } = {
  meeting: listed,
  victimNeedsOn: beforeThePanel,
  departure: ['awaitingChallenge'],
  formSentOn: ['awaitingCpsDecision', 'awaitingCharge'],
  isChallenged: ['awaitingEscalationReview'],
  policeDecision: decidedByPolice,
  planEndsOn: ['awaitingDelivery', ...afterGiving],
  planStartsOn: ['awaitingDelivery', ...afterGiving],
  conditions: ['awaitingDelivery', ...afterGiving],
  givingOn: ['awaitingClinic', 'awaitingDelivery'],
  admissionHeard: afterGiving,
  consentGiven: afterGiving,
  documentSigned: afterGiving,
  effectExplained: afterGiving,
  understanding: afterGiving,
  adviceAnswer: afterGiving,
  adultAtGiving: afterGiving,
  given: afterGiving,
  givenOn: afterGiving,
  activityCompletedOn: ['awaitingCrimeOutcome', 'closed'],
  variationConsent: ['inIntervention'],
  endBeforeVariation: ['inIntervention'],
  nonCompliance: ['awaitingNonComplianceDecision', 'awaitingCharge'],
  prosecuting: ['awaitingCharge'],
  arrestedForBreach: ['inIntervention', 'awaitingNonComplianceDecision', 'awaitingCharge'],
  crimeOutcomeNumber: afterGiving,
  pnc: afterGiving,
  ending: ['awaitingCrimeOutcome', 'closed'],
  setAsideOn: ['closed'],
  setAside: ['closed'],
};

/** The facts as they are in that state: what belongs to other stays is left behind, and a panel that is left is no longer open. */
export function leaveBehind(facts: CaseFacts, state: State): CaseFacts {
  const kept = Object.fromEntries(
    Object.entries(facts).filter(([name]) => staysOfFacts[name as CaseFactName]?.includes(state) ?? true),
  ) as CaseFacts;
  return state !== 'atPanel' && kept.panel?.isOpen === true ? { ...kept, panel: { ...kept.panel, isOpen: false } } : kept;
}
