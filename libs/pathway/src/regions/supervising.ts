import { does, end, on, over, reconsider, start, waits, waitsFor, lawful } from '../branches.js';
import { crimeOutcome, limitPassed, prosecution, variation } from '../gates.js';
import { standing } from './heard-facts.js';

/** The intervention, and what follows where a condition of a conditional caution is not kept. */
export const supervising = {
  ...waits('intervention', [], [end('yccEnd')]),
  initial: 'inIntervention',
  on: {
    ...standing,
    crimeOutcomeRecorded: { ...on(['yrd', 'yc', 'ycc'], crimeOutcome), ...does(end('crimeRecord')) },
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
      limitPassed: over(undefined, limitPassed),
      prosecutionDecided: { target: '#awaitingCharge', ...lawful(prosecution) },
    }),
  },
} as const;
