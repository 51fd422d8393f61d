import { type FactName } from './facts.js';

/** What may help where a fact is missing: a document or fact to record, somebody's authority to obtain, a date or decision to wait for, nothing. */
export const helpKinds = ['record', 'obtain', 'wait', 'none'] as const;
export type HelpKind = (typeof helpKinds)[number];

export type FactRow = {
  readonly help: HelpKind;
  /** Roles of the access table that may record it by itself (`factRecorded`); empty: it comes with an event or a paper only. */
  readonly by: readonly string[];
  /** Of a `person` the id is kept; whoever records it names an address of the directory. */
  readonly value: 'boolean' | 'day' | 'code' | 'object' | 'rules' | 'person';
  /** The codes of a `code`. */
  readonly codes?: readonly string[];
};

const police = ['policeDecisionMaker', 'referringSupervisor', 'youthJusticeSergeant', 'inspector'];
const senior = ['inspector'];
const service = ['practitioner', 'dutyManager', 'teamManager', 'coordinator'];
const giver = ['deliveryOfficer', 'policeDecisionMaker'];
const care = ['LOOKED_AFTER', 'CHILD_PROTECTION_PLAN', 'CARE_AND_SUPPORT', 'EARLY_INTERVENTION_PLAN', 'EARLY_HELP_REFERRAL'];
const careCodes = [...care, 'PREVIOUSLY_LOOKED_AFTER', 'NONE', 'NOT_KNOWN'];
const careBases = ['S76', 'CARE_ORDER', 'INTERIM_CARE_ORDER', 'REMAND', 'PLACED_FROM_OUTSIDE'];
const fromPaper = { by: [], value: 'object' } as const;
const never = { help: 'none', by: [] } as const;

/**
 * One row per fact. **Admission, consent, agreement, the answer to advice, age, ethnicity and the victim's wishes are always `none`**:
 * nobody is ever sent to get them.
 */
export const factRows = {
  receivedAt: { help: 'record', by: [], value: 'code' },
  source: { help: 'record', by: [], value: 'code' },
  bornOn: { ...never, value: 'day' },
  isIdentityConfirmed: { help: 'record', by: ['referringSupervisor', 'practitioner'], value: 'boolean' },
  arrestedOn: { help: 'record', by: ['referringSupervisor'], value: 'day' },
  wasInterviewedAtNight: { help: 'record', by: [], value: 'boolean' },
  offences: { help: 'record', ...fromPaper },
  admissionNoted: { ...never, value: 'code' },
  admissionIndicated: { ...never, value: 'code' },
  adviceOffered: { help: 'record', by: ['referringSupervisor'], value: 'boolean' },
  adviceTaken: { ...never, value: 'boolean' },
  interviewAdult: { help: 'record', ...fromPaper },
  victimCount: { help: 'record', by: [], value: 'code' },
  bail: { help: 'record', ...fromPaper },
  policeFile: { help: 'record', by: [], value: 'boolean' },
  evidence: { help: 'record', ...fromPaper },
  victims: { help: 'record', ...fromPaper },
  previousOutcomes: { help: 'record', ...fromPaper },
  careStatus: { help: 'record', by: ['practitioner', 'dutyManager'], value: 'code', codes: careCodes },
  careLegalBasis: { help: 'record', by: ['practitioner', 'dutyManager'], value: 'code', codes: careBases },
  cps: { help: 'obtain', ...fromPaper },
  trafficking: { help: 'wait', ...fromPaper },
  court: { help: 'record', ...fromPaper },
  wasOutsideDwelling: { help: 'record', by: police, value: 'boolean' },
  informalReason: { help: 'record', by: [...police, 'chair'], value: 'boolean' },
  seniorOfficerApproval: { help: 'obtain', by: senior, value: 'boolean' },
  inspectorAuthority: { help: 'obtain', by: senior, value: 'boolean' },
  directorAuthority: { help: 'obtain', by: ['prosecutor'], value: 'boolean' },
  proceedingsEndedOn: { help: 'obtain', by: ['prosecutor', 'courtLiaison'], value: 'day' },
  resolutionNumber: { help: 'record', by: police, value: 'code', codes: ['8', '22'] },
  targetedPlan: { help: 'record', by: service, value: 'boolean' },
  victimSafetyReview: { help: 'record', by: ['victimOfficer', 'practitioner'], value: 'boolean' },
  notificationExplained: { help: 'record', by: giver, value: 'boolean' },
  adviceOfferedAgain: { help: 'record', by: [...giver, 'practitioner'], value: 'boolean' },
  policeLegalView: { help: 'obtain', by: police, value: 'boolean' },
  suitableAdult: { help: 'obtain', by: [...service, ...giver, 'referringSupervisor'], value: 'boolean' },
  lifted: { help: 'none', by: ['youthJusticeSergeant', 'inspector'], value: 'rules' },
  assessmentAuthor: { help: 'record', by: [], value: 'code' },
  voiceOfChild: { help: 'record', by: [], value: 'boolean' },
  voiceOfParent: { help: 'record', by: [], value: 'boolean' },
  countersigner: { help: 'obtain', by: [], value: 'code' },
  panel: { help: 'record', ...fromPaper },
  outcome: { help: 'record', by: [], value: 'code' },
  decidedOn: { help: 'record', by: [], value: 'day' },
  decision: { help: 'record', ...fromPaper },
  escalation: { help: 'obtain', ...fromPaper },
  policeDecision: { help: 'obtain', ...fromPaper },
  arrestingOfficer: { help: 'record', by: police, value: 'person' },
  investigator: { help: 'record', by: police, value: 'person' },
  planEndsOn: { help: 'record', by: [], value: 'day' },
  planStartsOn: { help: 'record', by: [], value: 'day' },
  conditions: { help: 'record', ...fromPaper },
  givingOn: { help: 'record', by: ['deliveryOfficer'], value: 'day' },
  explanationWrittenOn: { help: 'record', by: [...giver, 'practitioner'], value: 'day' },
  earlierDayAskedAfterAdvice: { help: 'none', by: giver, value: 'boolean' },
  admissionHeard: { ...never, value: 'boolean' },
  admissionWithdrawn: { ...never, value: 'boolean' },
  consentGiven: { ...never, value: 'boolean' },
  documentSigned: { ...never, value: 'boolean' },
  effectExplained: { help: 'record', ...fromPaper },
  understanding: { help: 'record', by: [], value: 'boolean' },
  adviceAnswer: { ...never, value: 'code' },
  adultAtGiving: { help: 'obtain', ...fromPaper },
  given: { help: 'record', by: [], value: 'code' },
  givenOn: { help: 'record', by: [], value: 'day' },
  activityCompletedOn: { help: 'wait', by: [], value: 'day' },
  variationConsent: { ...never, value: 'boolean' },
  endBeforeVariation: { help: 'record', by: [], value: 'day' },
  nonCompliance: { help: 'record', ...fromPaper },
  prosecuting: { help: 'record', by: [], value: 'boolean' },
  arrestedForBreach: { help: 'record', by: police, value: 'boolean' },
  chargedOn: { ...never, value: 'day' },
  crimeOutcomeNumber: { help: 'record', by: [], value: 'code' },
  pnc: { help: 'record', by: [], value: 'code' },
  victimsTold: { help: 'record', ...fromPaper },
  reviewAskedBy: { ...never, value: 'code' },
} as const satisfies { readonly [fact in FactName]: FactRow };

/** Parts of facts that may be missing on their own: a score, a mode of trial, the age on a day of giving that is still open, the day of a charge. */
export const partRows = {
  gravity: { help: 'record', by: [], value: 'object' },
  triable: { help: 'record', by: [], value: 'code' },
  knifeItem: { help: 'record', by: [], value: 'boolean' },
  ageAtGiving: { ...never, value: 'code' },
  chargeDay: { ...never, value: 'day' },
} as const satisfies { readonly [part: string]: FactRow };

/** What an answer may name as missing. */
export type MissingFact = FactName | keyof typeof partRows;

/** The help for a missing fact: from its own row, never from prose. */
export const helpFor = (fact: MissingFact): HelpKind =>
  ((factRows as { readonly [name: string]: FactRow })[fact] ?? partRows[fact as keyof typeof partRows]).help;
