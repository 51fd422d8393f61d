import { type CalendarDay, type Instant } from '#calendar';
import { type Disposal } from './disposal.js';

export type TrialClass = 'summary' | 'either-way' | 'indictable-only';
/** What the child said, in the words of codes.json `admission`. Said anywhere but at the giving it is a note, never the admission itself. */
export type Admission = 'FULL' | 'PARTIAL' | 'ACCEPTS_RESPONSIBILITY' | 'NONE' | 'NO_COMMENT' | 'NOT_INTERVIEWED';
export type Source =
  'CUSTODY_INTERVIEW' | 'VOLUNTARY_ATTENDANCE' | 'COURT_RETURN' | 'CPS_RETURN' | 'OTHER_FORCE' | 'OTHER_YJS' | 'STREET_CR_NOTICE';
export type EvidenceLevel = 'offenceTookPlace' | 'enoughToCharge' | 'fullCodeTest';
/** A person's part in a meeting or an act; `isPolice` and `isYouthJustice` say whose voice it is. */
export type Attendee = {
  readonly person: string;
  readonly role: string;
  readonly isPoliceDecider?: boolean;
  readonly isYouthJustice?: boolean;
  readonly isAssessor?: boolean;
  /** A member of the panel who is there for the community: neither police nor of the youth justice service. */
  readonly isCommunity?: boolean;
};

/** National Police Chiefs' Council child gravity score, 1 to 5. Never the 1-4 scale of 2013, never the statistical 1-8 scale. */
export type Gravity = {
  readonly start: number;
  readonly adjustment: number;
  readonly final: number;
  readonly isScorerNamed: boolean;
  /** The factors that moved the score in that direction are listed. */
  readonly hasFactors?: boolean;
};

export type OffenceFact = {
  readonly code: string;
  /** Version of the offence table under which the case was referred; absent for the first there was. */
  readonly table?: string;
  readonly on: CalendarDay;
  /** Last day of an offence that lasted. */
  readonly until?: CalendarDay;
  readonly triable?: TrialClass;
  readonly isRecordable?: boolean;
  /** Charging limit as stated in the police file; it goes before the computed one (a longer special limit may exist). */
  readonly limitOn?: CalendarDay;
  readonly gravity?: Gravity;
  /** The police’s own flags of this offence, never read out of free text: a blade where the code alone does not say, a hate crime. */
  readonly isKnife?: boolean;
  readonly isHateCrime?: boolean;
};

/** A victim by number only: nothing here identifies anybody. */
export type VictimFact = {
  readonly ref: string;
  readonly hasEnhancedRights?: boolean;
  readonly hasAgreedToContact?: boolean;
  readonly isFamily?: boolean;
  readonly isPartner?: boolean;
  /** Stated as domestic abuse by whoever recorded the victim. */
  readonly isDomesticAbuse?: boolean;
  readonly isSixteenOrOver?: boolean;
  readonly firstStatementOn?: CalendarDay;
};

export type AdultFact = {
  readonly isSuitable?: boolean;
  readonly isOverEighteen?: boolean;
  readonly isEmployedByPolice?: boolean;
  readonly isVictim?: boolean;
};

export type PreviousOutcome = {
  readonly on: CalendarDay;
  readonly type: string;
  readonly outcomeNumber?: string;
  readonly isConfirmed: boolean;
  /** Quashed or set aside: it is shown, and counts for nothing. */
  readonly isSetAside?: boolean;
  /** Id of the child's other case that says so; left out where the papers of this case do. */
  readonly of?: string;
};

/** A condition in the law's terms: where, when and why it says so stands in the document of the plan, here only that it does. */
export type ConditionFact = {
  readonly purpose?: 'rehabilitate' | 'repair' | 'punish';
  readonly penaltyPounds?: number;
  readonly hours?: number;
  readonly hasPlace?: true;
  readonly hasTimes?: true;
  /** For a punishment: why rehabilitation and repair are not enough is on record. */
  readonly hasWhy?: true;
  /** Why it is appropriate, proportionate and achievable for this child is on record. */
  readonly hasFit?: true;
  /** Keeps the child from a place, a person or an hour. */
  readonly isRestrictive?: boolean;
  readonly endsOn?: CalendarDay;
};

/**
 * Everything a rule or a pathway reads, as plain JSON. **Unknown is absent**: a key that is not there has not been learned, and
 * false means that somebody said no. No name, no free text: words of the child and reasons live in documents, here it is only
 * that they were recorded. Days are Europe/London.
 */
export type Facts = {
  // From the notice.
  readonly receivedAt?: Instant;
  readonly source?: Source;
  readonly bornOn?: CalendarDay;
  readonly isIdentityConfirmed?: boolean;
  readonly arrestedOn?: CalendarDay;
  readonly wasInterviewedAtNight?: boolean;
  readonly offences?: readonly OffenceFact[];
  readonly admissionNoted?: Admission;
  /** What somebody else says the child would now admit (a solicitor in court). A note as well. */
  readonly admissionIndicated?: Admission;
  readonly adviceOffered?: boolean;
  readonly adviceTaken?: boolean;
  readonly interviewAdult?: AdultFact;
  readonly victimCount?: number;
  readonly bail?: { readonly status: string; readonly startsOn?: CalendarDay; readonly endsOn?: CalendarDay };
  // From the police file.
  readonly policeFile?: boolean;
  readonly evidence?: { readonly level: EvidenceLevel; readonly isMet: boolean };
  readonly victims?: readonly VictimFact[];
  readonly previousOutcomes?: readonly PreviousOutcome[];
  readonly careStatus?: string;
  readonly careLegalBasis?: string;
  readonly cps?: {
    readonly reference: string;
    readonly authorityFor: Disposal;
    readonly at: Instant;
    readonly hasChildInformationForm: boolean;
  };
  readonly trafficking?: { readonly isReferred: boolean; readonly on?: CalendarDay; readonly decision?: string };
  readonly court?: {
    readonly chargedOn: CalendarDay;
    readonly firstHearingOn?: CalendarDay;
    readonly nextHearingOn?: CalendarDay;
  };
  // Recorded on the way, each by the fact's own row (fact-rows.ts).
  readonly wasOutsideDwelling?: boolean;
  readonly informalReason?: boolean;
  readonly seniorOfficerApproval?: boolean;
  readonly inspectorAuthority?: boolean;
  readonly directorAuthority?: boolean;
  readonly proceedingsEndedOn?: CalendarDay;
  readonly resolutionNumber?: '8' | '22';
  readonly targetedPlan?: boolean;
  readonly victimSafetyReview?: boolean;
  readonly notificationExplained?: boolean;
  readonly adviceOfferedAgain?: boolean;
  readonly policeLegalView?: boolean;
  /** A suitable adult who was found after the interview. */
  readonly suitableAdult?: boolean;
  /** Local rules that a sergeant lifted, with a reason on record. */
  readonly lifted?: readonly string[];
  // Assessment, panel, decision.
  readonly assessmentAuthor?: string;
  /** The child's and the parents' own words, or that they wished to say nothing, are a paper of the case. */
  readonly voiceOfChild?: boolean;
  readonly voiceOfParent?: boolean;
  readonly countersigner?: string;
  readonly panel?: {
    readonly present: readonly Attendee[];
    /** Persons who declared a conflict, or whom the record shows in one: adult, arresting officer, investigator, relative. */
    readonly conflicts: readonly string[];
    readonly hasVictimInput: boolean;
    readonly isOpen: boolean;
  };
  readonly outcome?: Disposal;
  readonly decidedOn?: CalendarDay;
  readonly decision?: {
    readonly hasReasons: boolean;
    readonly hasDiversity: boolean;
    readonly hasWhyNothingLessIntrusive: boolean;
    readonly hasDissent?: boolean;
    /** Whose information was considered is named. */
    readonly hasInformation?: boolean;
  };
  readonly escalation?: {
    readonly decider: string;
    readonly rank: 'sergeant' | 'inspector';
    readonly isOfDeparture?: boolean;
    readonly hasPoliceAuthority?: boolean;
  };
  readonly policeDecision?: { readonly by: string; readonly on: CalendarDay; readonly isAuthorised: boolean };
  readonly arrestingOfficer?: string;
  readonly investigator?: string;
  // Plan and giving.
  readonly planEndsOn?: CalendarDay;
  readonly planStartsOn?: CalendarDay;
  readonly conditions?: readonly ConditionFact[];
  readonly givingOn?: CalendarDay;
  readonly explanationWrittenOn?: CalendarDay;
  readonly earlierDayAskedAfterAdvice?: boolean;
  readonly admissionHeard?: boolean;
  readonly admissionWithdrawn?: boolean;
  readonly consentGiven?: boolean;
  readonly documentSigned?: boolean;
  /** `isOral`: told by a speaker of the language, where no approved text in it exists. */
  readonly effectExplained?: { readonly language: string; readonly isTextApproved: boolean; readonly isOral?: boolean };
  readonly understanding?: boolean;
  readonly adviceAnswer?: string;
  readonly adultAtGiving?: AdultFact;
  readonly given?: Disposal;
  readonly givenOn?: CalendarDay;
  // Afterwards.
  readonly activityCompletedOn?: CalendarDay;
  readonly variationConsent?: boolean;
  /** The last day of the plan as it was before conditions were changed. */
  readonly endBeforeVariation?: CalendarDay;
  readonly nonCompliance?: { readonly on: CalendarDay; readonly isChildHeard: boolean };
  readonly prosecuting?: boolean;
  /** Whether the child was arrested because conditions were not kept. */
  readonly arrestedForBreach?: boolean;
  readonly chargedOn?: CalendarDay;
  readonly crimeOutcomeNumber?: string;
  readonly pnc?: 'recorded' | 'notDue';
  /** The day each victim was last told of a decision. */
  readonly victimsTold?: { readonly [ref: string]: CalendarDay };
  /** The victim who asks for a review of the decision. */
  readonly reviewAskedBy?: string;
};

export type FactName = keyof Facts;
