import { type Plan } from '../pathway.js';

/** Where the picture of the pathway has its states: by columns from left to right, and below them those that no region holds. */
export const youthBureauPlan: Plan = {
  columns: [
    ['awaitingAllocation', 'returnedToReferrer'],
    ['awaitingAssessment', 'awaitingCountersignature', 'awaitingVictimNeeds'],
    ['awaitingPanel', 'atPanel', 'awaitingEscalationReview'],
    ['awaitingClinic', 'awaitingCpsDecision'],
    ['awaitingPlanAgreement', 'awaitingDelivery'],
    ['inIntervention', 'awaitingNonComplianceDecision'],
  ],
  below: [
    ['closed'],
    ['awaitingCrimeOutcome'],
    ['awaitingReconsideration'],
    ['way'],
    ['awaitingSergeantDecision'],
    ['awaitingCharge'],
  ],
  regions: { deciding: [0, 2], carryingOut: [3, 4], supervising: [5, 5] },
};
