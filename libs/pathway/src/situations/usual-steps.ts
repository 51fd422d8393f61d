import { type Attendee, type Disposal, type TrialClass } from '#law';
import { type CaseFacts } from '../case-facts.js';
import { type CaseEvent, type EventOf } from '../events/case-event.js';
import { type State } from '../states.js';
import { type Step, step } from './situation.js';

export const reasonsRecorded = true;
const decision = { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true };

/** A child of fourteen, a shop theft that is admitted, a parent beside, everything known and the explanation handed out in time. */
export const usualChild: CaseFacts = {
  receivedAt: '2026-11-16T10:15:00.000Z',
  source: 'VOLUNTARY_ATTENDANCE',
  bornOn: '2012-03-14',
  offences: [
    {
      code: 'TH68010',
      on: '2026-11-10',
      triable: 'either-way',
      isRecordable: true,
      gravity: { start: 2, adjustment: 0, final: 2, isScorerNamed: true },
    },
  ],
  admissionNoted: 'FULL',
  interviewAdult: { isSuitable: true, isOverEighteen: true, isEmployedByPolice: false, isVictim: false },
  victimCount: 1,
  victims: [{ ref: 'V1', hasEnhancedRights: false, isFamily: false, isPartner: false, isDomesticAbuse: false }],
  policeFile: true,
  evidence: { level: 'fullCodeTest', isMet: true },
  previousOutcomes: [],
  trafficking: { isReferred: false },
  explanationWrittenOn: '2026-11-19',
};
/** What the law answers of that child, whoever looks after the case and whoever else was there. */
export const usualAnswers = {
  nfa: 'allowed',
  o22: 'allowed',
  yrd: 'allowed',
  o23: 'allowed',
  yc: 'allowed',
  ycc: 'allowed',
  court: 'allowed',
} as const;
const [usual] = usualChild.offences ?? [];
export const withOffence = (code: string, triable: TrialClass, on = '2026-11-10'): CaseFacts =>
  usual === undefined ? usualChild : { ...usualChild, offences: [{ ...usual, code, triable, on }] };
export const bornOn = (born: string): CaseFacts => ({ ...usualChild, bornOn: born });

export const members: readonly Attendee[] = [
  { person: 'P-POLICE', role: 'policeDecisionMaker', isPoliceDecider: true },
  { person: 'P-MANAGER', role: 'chair', isYouthJustice: true },
  { person: 'P-VICTIM', role: 'victimOfficer' },
  { person: 'P-SERGEANT', role: 'youthJusticeSergeant' },
];
export const opened = step({ type: 'panelOpened', present: members, hasVictimInput: true }, 'atPanel');
export const allocated = step({ type: 'caseAllocated', practitioner: 'P-WORKER' }, 'awaitingAssessment', [
  'stop allocation',
  'start assessment',
]);
export const assessed = step(
  { type: 'assessmentCompleted', document: 'D-1', author: 'P-WORKER' },
  'awaitingCountersignature',
  [],
);
export const countersigned = step({ type: 'assessmentCountersigned', by: 'P-MANAGER', judgements: [] }, 'awaitingPanel', [
  'stop assessment',
  'start assessmentReview',
]);
export const listed = step({ type: 'caseListed', meeting: 'M-1' }, 'awaitingPanel', ['record']);
export const toPanel: readonly Step[] = [allocated, assessed, countersigned, listed, opened];

export const panelSays = (outcome: Disposal): CaseEvent => ({
  type: 'panelDecisionRecorded',
  outcome,
  decision,
  reasonsRecorded,
});
export const escalationSays = (
  outcome: Disposal,
  decider: string,
  rank: 'sergeant' | 'inspector',
  hasPoliceAuthority: boolean,
): CaseEvent => ({ type: 'escalationDecided', outcome, decider, rank, hasPoliceAuthority, reasonsRecorded });
export const afresh = (outcome: Disposal): CaseEvent => ({
  type: 'decisionTakenAfresh',
  outcome,
  by: 'P-POLICE',
  isAuthorised: true,
  reasonsRecorded,
});
export const departs = (outcome: Disposal): CaseEvent => ({
  type: 'policeDecisionDeparted',
  outcome,
  by: 'P-POLICE',
  isAuthorised: true,
  reasonsRecorded,
});
export const confirms: CaseEvent = { type: 'policeDecisionConfirmed', by: 'P-POLICE', isAuthorised: true };

const ways: { readonly [d in Disposal]: State } = {
  nfa: 'awaitingSergeantDecision',
  o22: 'awaitingPlanAgreement',
  yrd: 'awaitingPlanAgreement',
  o23: 'awaitingPlanAgreement',
  yc: 'awaitingDelivery',
  ycc: 'awaitingPlanAgreement',
  court: 'awaitingCharge',
};
export const wayTo = (outcome: Disposal): State => ways[outcome];

/** Decided by the panel and confirmed by the police. */
export const toDecision = (outcome: 'o22' | 'yrd' | 'o23' | 'yc' | 'ycc'): readonly Step[] => [
  ...toPanel,
  step(panelSays(outcome), 'awaitingPoliceDecision', ['stop panel', 'start delivery', 'start policeDecision']),
  step(confirms, wayTo(outcome)),
];
export const agreed: CaseEvent = { type: 'planAgreed', document: 'D-2', endsOn: '2027-02-01' };
export const toDelivery = (outcome: 'yrd' | 'yc' | 'ycc'): readonly Step[] => [
  ...toDecision(outcome),
  ...(outcome === 'yc' ? [] : [step(agreed, 'awaitingDelivery', ['stop planAgreement'])]),
];
/** The disposal is given with every safeguard; a test says only which one differs. */
export const gives = (changes: Partial<EventOf<'disposalGiven'>> = {}): CaseEvent => ({
  type: 'disposalGiven',
  admissionHeard: true,
  effectExplained: { language: 'en', isTextApproved: true },
  understandingRecorded: true,
  adult: { isSuitable: true, isOverEighteen: true, isEmployedByPolice: false, isVictim: false },
  adviceAnswer: 'TAKEN',
  consentGiven: true,
  signedDocument: 'D-3',
  ...changes,
});
export const toIntervention = (outcome: 'yrd' | 'ycc'): readonly Step[] => [
  ...toDelivery(outcome),
  step(gives(), 'inIntervention'),
];
export const completes: CaseEvent = { type: 'interventionCompleted', exitPlan: 'D-4', feedbackAsked: true };
export const records = (outcomeNumber: string, pnc: 'recorded' | 'notDue' = 'notDue'): CaseEvent => ({
  type: 'crimeOutcomeRecorded',
  outcomeNumber,
  pnc,
});
/** An event that says only why. */
export const because = <T extends CaseEvent['type']>(type: T): { type: T; reasonsRecorded: true } => ({ type, reasonsRecorded });

/** The prosecutor is asked about a charge, with the child information form, and decides. */
export const authorisedToCharge: readonly Step[] = [
  step({ type: 'cpsAuthorityRequested', childInformationForm: 'D-5' }, 'awaitingCharge', ['record']),
  step(
    { type: 'cpsAuthorised', reference: 'CPS-2', authorityFor: 'court', at: '2026-11-24T12:00:00.000Z' },
    'awaitingCharge',
    ['record'],
  ),
];
