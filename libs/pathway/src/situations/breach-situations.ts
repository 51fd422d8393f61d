import { day, type Situation, step } from './situation.js';
import { because, reasonsRecorded, records, toIntervention, usualChild, withOffence } from './usual-steps.js';

const reported = (isChildHeard: boolean) =>
  step({ type: 'nonComplianceReported', isChildHeard }, 'awaitingNonComplianceDecision');
/** Its charging limit ends on 1 March 2027. */
const summaryOffence = withOffence('CJ88116', 'summary', '2026-09-01');

/** A conditional caution that is not kept: the excuse first, and a charging limit that is only said to have passed once it has. */
export const breachSituations: readonly Situation[] = [
  {
    number: 14,
    title: 'a conditional caution is breached in week 9: the excuse first, then a variation, then the decision',
    facts: usualChild,
    steps: [
      ...toIntervention('ycc'),
      ...day(
        '2027-01-26',
        reported(false),
        step({ type: 'prosecutionDecided', by: 'P-POLICE', reasonsRecorded }, ['childHeardOnReasonableExcuse']),
        step(because('reasonableExcuseFound'), 'inIntervention', ['stop nonComplianceDecision']),
        step({ type: 'conditionsVaried', conditions: [], consentGiven: false }, ['variationHasConsent']),
        step({ type: 'conditionsVaried', conditions: [], consentGiven: true, endsOn: '2027-02-15' }, 'inIntervention', [
          'start yccEnd',
        ]),
        reported(true),
        step({ type: 'conditionsVaried', conditions: [], consentGiven: true }, 'inIntervention'),
        reported(true),
        step({ type: 'prosecutionDecided', by: 'P-POLICE', reasonsRecorded }, 'awaitingCharge', [
          'stop nonComplianceDecision',
          'stop intervention',
          'end yccEnd',
          'start charge',
          'end crimeRecord',
        ]),
        step(because('chargeDeclined'), 'awaitingNonComplianceDecision'),
        step(because('notInPublicInterest'), 'awaitingCrimeOutcome'),
        step(records('2', 'recorded'), 'closed'),
      ),
    ],
  },
  {
    number: 14,
    title: 'conditions are changed until the day on which they were due to end, and not afterwards',
    facts: usualChild,
    steps: [
      ...toIntervention('ycc'),
      ...day(
        '2027-01-26',
        step({ type: 'conditionsVaried', conditions: [], consentGiven: true, endsOn: '2027-02-15' }, 'inIntervention'),
      ),
      ...day(
        '2027-02-16',
        step({ type: 'conditionsVaried', conditions: [], consentGiven: true, endsOn: '2027-03-01' }, ['variationComesBeforeEnd']),
        reported(true),
        step({ type: 'conditionsVaried', conditions: [], consentGiven: true, endsOn: '2027-03-01' }, ['variationComesBeforeEnd']),
        step(because('reasonableExcuseFound'), 'inIntervention'),
      ),
    ],
  },
  {
    number: 14,
    title: 'a breach whose charging limit has passed: it is said from the day after, not before',
    facts: summaryOffence,
    steps: [
      ...toIntervention('ycc'),
      step(records('2', 'recorded'), 'inIntervention'),
      reported(true),
      ...day('2027-03-01', step(because('limitPassed'), ['chargingLimitHasPassed'])),
      ...day('2027-03-02', step(because('limitPassed'), 'closed')),
    ],
  },
  {
    number: 14,
    title: 'a breach whose charging limit has passed, before the number was recorded',
    facts: summaryOffence,
    steps: [
      ...toIntervention('ycc'),
      reported(true),
      ...day('2027-03-02', step(because('limitPassed'), 'awaitingCrimeOutcome')),
      step(records('2', 'recorded'), 'closed'),
    ],
  },
  {
    number: 14,
    title: 'a breach of an offence without a charging limit: none has passed, and the public interest need not pursue it',
    facts: usualChild,
    steps: [
      ...toIntervention('ycc'),
      step(records('2', 'recorded'), 'inIntervention'),
      reported(true),
      step(because('limitPassed'), ['chargingLimitHasPassed']),
      step(because('notInPublicInterest'), 'closed'),
    ],
  },
];
