import {
  allocated,
  decided,
  finished,
  given,
  inArea,
  judgements,
  type Journey,
  met,
  planned,
  recorded,
  type Step,
} from './journeys.js';
import { people } from './walked-case.js';

/** A journey of another service than the Vale, on the pathway that its cases begin on. */
export type VariantJourney = Journey & {
  readonly area: string;
  readonly pathway: string;
  /** What differs from the example: the child lives in the area, and its police station referred. */
  readonly saying: { readonly [path: string]: unknown };
};

const reasons = 'What weighed, and why.';
const meetsFamily = (at: string, place: string, state: 'awaitingClinic' | 'awaitingDelivery'): readonly Step[] => [
  { as: people.delivery, event: 'deliveryArranged', body: { at, place, appropriateAdult: 'her mother' }, state },
  { clock: at },
];

/** Up to the needs of the victim, which the Bureau's panel waits for. */
export const bureauAssessed: readonly Step[] = [
  ...allocated,
  { as: people.practitioner, paper: 'assessment' },
  { as: people.practitioner, event: 'firstAppointmentHeld', state: 'awaitingAssessment' },
  { as: people.practitioner, event: 'assessmentCompleted', body: { document: '$assessment' }, state: 'awaitingCountersignature' },
  { as: people.teamManager, event: 'assessmentCountersigned', body: { judgements }, state: 'awaitingVictimNeeds' },
];

const bureau: readonly Step[] = [
  ...bureauAssessed,
  { as: people.victimOfficer, event: 'victimNeedsRecorded', body: { ref: 'V1', heard: true }, state: 'awaitingPanel' },
  ...met('2026-12-01T10:00:00Z'),
  decided('yrd', 'awaitingClinic'),
  ...meetsFamily('2026-12-04T16:00:00Z', 'The Bureau', 'awaitingClinic'),
  {
    as: people.police,
    event: 'outcomeAgreedAtClinic',
    body: { childPresent: true, adultPresent: true },
    state: 'awaitingPlanAgreement',
  },
  ...planned('2027-01-15', 'awaitingDelivery'),
  ...meetsFamily('2026-12-08T16:00:00Z', 'The Bureau', 'awaitingDelivery'),
  given('inIntervention'),
  { clock: '2027-01-15T10:00:00Z' },
  finished('awaitingCrimeOutcome'),
  recorded('8', 'notDue'),
];

const divert: readonly Step[] = [
  { as: people.police, event: 'diversionOffered', body: { outcome: 'o22', reasons }, state: 'awaitingAssessment' },
  { as: people.practitioner, paper: 'assessment' },
  { as: people.practitioner, event: 'assessmentCompleted', body: { document: '$assessment' }, state: 'awaitingPlanAgreement' },
  ...planned('2027-01-15', 'inIntervention'),
  { clock: '2027-01-15T10:00:00Z' },
  finished('awaitingCrimeOutcome'),
  recorded('22', 'notDue'),
];

/** One for each pathway that is not the Vale's. */
export const variantJourneys: readonly [VariantJourney, ...VariantJourney[]] = [
  {
    title: 'Youth Bureau: needs of the victim, a provisional outcome, and a clinic at which child and parent agree to it',
    area: 'swansea',
    pathway: 'youth-bureau',
    referral: 'R01',
    saying: { 'notice.home_local_authority': 'Swansea', 'notice.station': 'Swansea Central' },
    start: '2026-11-24T09:00:00Z',
    steps: inArea('swansea', bureau),
  },
  {
    title: 'Divert: from the custody suite to a short programme, recorded as outcome 22',
    area: 'cwm-taf',
    pathway: 'divert',
    referral: 'R05',
    saying: { 'notice.home_local_authority': 'Merthyr Tydfil', 'notice.station': 'Merthyr Tydfil' },
    start: '2026-11-30T09:00:00Z',
    steps: inArea('cwm-taf', divert),
  },
];
