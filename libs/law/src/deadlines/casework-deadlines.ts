import { type Deadline } from './deadline.js';
import { panelLadder, policeLadder, serviceLadder, shortLadder } from './ladders.js';
import { localPolicy, valePack } from '../sources.js';
import { caseManagement2014 } from './sources.js';

const local = { status: 'toBeConfirmed', reach: 'local', is: 'waiting', cutOff: null } as const;

/** Clocks that wait with the case: each belongs to a state or a region of the pathway under the same name. */
export const caseworkDeadlines = {
  panel: {
    ...local,
    length: { workingDays: 15 },
    countedFrom: 'receipt',
    cutOff: '17:00',
    source: valePack('multi-agency panel within 15 working days of the referral'),
    status: 'verified',
    alerts: panelLadder,
  },
  delivery: {
    ...local,
    length: { workingDays: 5 },
    countedFrom: 'panelDecisionRecorded',
    source: valePack('delivery meeting within 5 working days of the panel decision'),
    status: 'verified',
    alerts: [{ workingDays: -2, tell: 'deliveryOfficer' }, ...shortLadder('deliveryOfficer')],
  },
  allocation: {
    ...local,
    length: { workingDays: 1 },
    countedFrom: 'receipt',
    cutOff: '17:00',
    source: localPolicy('the plans state no limit; one working day is proposed'),
    alerts: shortLadder('dutyManager'),
  },
  eligibilityCheck: {
    ...local,
    length: { workingDays: 1 },
    countedFrom: 'receipt',
    cutOff: '17:00',
    source: localPolicy('as the allocation: no limit is stated, and one working day is proposed'),
    alerts: policeLadder('policeDecisionMaker'),
  },
  resend: {
    ...local,
    length: { workingDays: 2 },
    countedFrom: 'referralReturned',
    source: localPolicy('as the police file'),
    alerts: policeLadder('referringSupervisor'),
  },
  assessment: {
    ...local,
    length: { workingDays: 10 },
    countedFrom: 'receipt',
    cutOff: '17:00',
    source: caseManagement2014('assessment within 10 working days of the referral'),
    alerts: serviceLadder,
  },
  escalationReview: {
    ...local,
    length: { workingDays: 2 },
    countedFrom: 'consensusNotReached',
    source: localPolicy('escalation does not extend the 15 days'),
    alerts: policeLadder('youthJusticeSergeant'),
  },
  policeDecision: {
    ...local,
    length: { workingDays: 1 },
    countedFrom: 'panelDecisionRecorded',
    source: localPolicy('within the 5 working days for delivery'),
    alerts: policeLadder('policeDecisionMaker'),
  },
  departureChallenge: {
    ...local,
    length: { workingDays: 2 },
    countedFrom: 'policeDecisionDeparted',
    source: localPolicy('two working days in which the service may challenge a departure'),
    alerts: shortLadder('chair'),
  },
  cpsDecision: {
    ...local,
    length: { workingDays: 10 },
    countedFrom: 'cpsAuthorityRequested',
    source: localPolicy('time to ask the prosecutor again'),
    alerts: policeLadder('policeDecisionMaker'),
  },
  planAgreement: {
    ...local,
    length: { workingDays: 5 },
    countedFrom: 'stateEntered',
    source: localPolicy('within the time for delivery'),
    alerts: shortLadder('practitioner'),
  },
  intervention: {
    ...local,
    length: { weeks: 16 },
    countedFrom: 'stateEntered',
    source: localPolicy('a plan normally ends within 16 weeks (Suffolk YJS; many services say 3 months)'),
    alerts: serviceLadder,
  },
  nonComplianceDecision: {
    ...local,
    length: { workingDays: 5 },
    countedFrom: 'nonComplianceReported',
    source: localPolicy('reasonable excuse is asked first'),
    alerts: policeLadder('policeDecisionMaker'),
  },
  sergeantDecision: {
    ...local,
    length: { workingDays: 5 },
    countedFrom: 'stateEntered',
    source: localPolicy('answer of the referring team to a suggestion of no further action'),
    alerts: policeLadder('referringSupervisor'),
  },
  crimeOutcome: {
    ...local,
    length: { workingDays: 5 },
    countedFrom: 'stateEntered',
    source: localPolicy('crime outcome recorded by the police'),
    alerts: policeLadder('referringSupervisor'),
  },
  charge: {
    ...local,
    length: { workingDays: 10 },
    countedFrom: 'stateEntered',
    source: localPolicy('time to ask what became of the referral for a charging decision'),
    alerts: policeLadder('referringSupervisor'),
    neverSuggestsCharge: true,
  },
  reconsideration: {
    ...local,
    length: { workingDays: 5 },
    countedFrom: 'stateEntered',
    source: localPolicy('a case that came back is looked at at once'),
    alerts: policeLadder('policeDecisionMaker'),
  },
} as const satisfies { readonly [kind: string]: Deadline };
