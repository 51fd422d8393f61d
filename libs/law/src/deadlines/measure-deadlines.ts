import { type Deadline } from './deadline.js';
import { policeLadder, quietLadder, serviceLadder } from './ladders.js';
import { knifeGuidance, legalCentre, localPolicy, valePack } from '../sources.js';
import { caseManagement2014, policeBail, turnaround } from './sources.js';

const measure = { is: 'lookedUp', cutOff: null, status: 'verified', reach: 'local' } as const;

/** Limits that are looked up or measured, and start no clock of a case. */
export const measureDeadlines = {
  policeNotice: {
    ...measure,
    reach: 'national',
    length: { workingDays: 1 },
    countedFrom: 'arrest',
    source: legalCentre('police tell the youth justice service', ''),
    alerts: policeLadder('referringSupervisor'),
  },
  knifeNotice: {
    ...measure,
    reach: 'national',
    status: 'toBeConfirmed',
    length: { workingDays: 1 },
    countedFrom: 'find',
    source: knifeGuidance,
    alerts: policeLadder('referringSupervisor'),
  },
  assessmentForBail: {
    ...measure,
    status: 'toBeConfirmed',
    length: { workingDays: 15 },
    countedFrom: 'bail',
    source: caseManagement2014('assessment concluded and police told, from the date of bail'),
    alerts: serviceLadder,
  },
  adviceTime: {
    ...measure,
    status: 'toBeConfirmed',
    length: { days: 2 },
    countedFrom: 'explanationWritten',
    source: localPolicy(
      'at least two clear days for advice before a caution or agreement, unless the child asks otherwise after advice',
    ),
    alerts: [],
  },
  preChargeBail: {
    ...measure,
    reach: 'law',
    length: { months: 3 },
    countedFrom: 'release',
    source: policeBail,
    alerts: policeLadder('referringSupervisor'),
  },
  preChargeBailInAll: {
    ...measure,
    reach: 'law',
    length: { months: 9 },
    countedFrom: 'release',
    source: policeBail,
    alerts: policeLadder('referringSupervisor'),
  },
  releaseUnderInvestigation: {
    ...measure,
    reach: 'national',
    length: { open: true },
    countedFrom: 'release',
    source: localPolicy('no limit in law (olliers.com)'),
    alerts: [],
  },
  courtAssessmentStart: {
    ...measure,
    length: { workingDays: 10 },
    countedFrom: 'order',
    source: valePack('court orders'),
    alerts: serviceLadder,
  },
  courtAssessmentEnd: {
    ...measure,
    length: { workingDays: 20 },
    countedFrom: 'order',
    source: valePack('court orders'),
    alerts: serviceLadder,
  },
  substanceAssessment: {
    ...measure,
    length: { days: 5 },
    countedFrom: 'identified',
    source: valePack('old indicator, days'),
    alerts: [],
  },
  substanceTreatment: {
    ...measure,
    length: { days: 10 },
    countedFrom: 'assessed',
    source: valePack('old indicator, days'),
    alerts: [],
  },
  mentalHealthReferral: {
    ...measure,
    length: { workingDays: 10 },
    countedFrom: 'sentence',
    source: valePack('old indicator'),
    alerts: [],
  },
  mentalHealthAssessment: {
    ...measure,
    length: { days: 28 },
    countedFrom: 'referral',
    source: valePack('old indicator'),
    alerts: [],
  },
  mentalHealthTreatment: {
    ...measure,
    length: { days: 28 },
    countedFrom: 'assessment',
    source: valePack('old indicator'),
    alerts: [],
  },
  scrutinyPanel: {
    ...measure,
    length: { months: 2 },
    countedFrom: 'scrutinyPanel',
    source: valePack('every two months, three cases per service; another plan says quarterly'),
    alerts: quietLadder('scrutinyLead'),
  },
  turnaroundReferral: {
    ...measure,
    reach: 'national',
    length: { months: 3 },
    countedFrom: 'criterionMet',
    source: turnaround,
    alerts: quietLadder('dutyManager'),
  },
  homeServiceKeeps: {
    ...measure,
    reach: 'national',
    length: { months: 3 },
    countedFrom: 'move',
    source: legalCentre('case responsibility: stability period', ''),
    alerts: [],
  },
} as const satisfies { readonly [kind: string]: Deadline };
