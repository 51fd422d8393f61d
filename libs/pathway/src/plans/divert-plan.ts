import { type Plan } from '../pathway.js';

/** Where the picture of the pathway has its states: by columns from left to right, and below them those that no region holds. */
export const divertPlan: Plan = {
  columns: [
    ['awaitingEligibilityCheck', 'returnedToReferrer'],
    ['awaitingAssessment', 'awaitingPlanAgreement', 'awaitingDelivery'],
    ['inIntervention'],
  ],
  below: [['awaitingReconsideration', 'awaitingSergeantDecision'], ['awaitingCrimeOutcome'], ['closed']],
  regions: { checking: [0, 0], diverting: [1, 1] },
};
