/**
 * What an open case waits for on any pathway, in the order of the way through; the column holds this name, the path comes from the
 * machine. A word means the same wherever it is used, so a pathway takes those it needs and adds only what has no word yet.
 */
export const openStates = [
  'awaitingAllocation',
  'awaitingEligibilityCheck',
  'returnedToReferrer',
  'awaitingAssessment',
  'awaitingCountersignature',
  'awaitingVictimNeeds',
  'awaitingPanel',
  'atPanel',
  'awaitingEscalationReview',
  'awaitingClinic',
  'awaitingPoliceDecision',
  'awaitingChallenge',
  'awaitingCpsDecision',
  'awaitingPlanAgreement',
  'awaitingDelivery',
  'inIntervention',
  'awaitingNonComplianceDecision',
  'awaitingSergeantDecision',
  'awaitingCharge',
  'awaitingReconsideration',
  'awaitingCrimeOutcome',
] as const;

/** `closed` is no final state of the machine: a closed case still hears of victims, disputes and reopening. */
export const states = [...openStates, 'closed'] as const;

export type State = (typeof states)[number];

const names: ReadonlySet<string> = new Set(states);

/** True where the text of a column names a state of a pathway. */
export const isState = (text: string): text is State => names.has(text);
