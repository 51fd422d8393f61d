import { type Disposal } from './disposal.js';
import { type RuleId } from './rule-id.js';

/** The guard table: what each disposal rests on (domain 1.2). */
export const disposalRules: { readonly [disposal in Disposal]: readonly RuleId[] } = {
  nfa: ['caseIsReferredForDecision', 'proceedingsHaveEnded', 'referralMechanismHasDecided'],
  o22: [
    'caseIsReferredForDecision',
    'childIsTenOrOver',
    'proceedingsHaveEnded',
    'evidenceShowsAnOffence',
    'someoneOutsideDwellingAffected',
    'informalDisposalHasReason',
    'seniorOfficerApprovesInformalDisposal',
  ],
  yrd: [
    'caseIsReferredForDecision',
    'childIsTenOrOver',
    'proceedingsHaveEnded',
    'evidenceShowsAnOffence',
    'someoneOutsideDwellingAffected',
    'acceptsResponsibilityOrAdmits',
    'informalDisposalHasReason',
    'inspectorAuthorisesResolution',
    'abuseIsNotByPartner',
    'homeIsSafeForMeeting',
    'adultIsSuitable',
  ],
  o23: [
    'caseIsReferredForDecision',
    'childIsTenOrOver',
    'proceedingsHaveEnded',
    'evidenceMeetsFullCodeTest',
    'someoneOutsideDwellingAffected',
    'prosecutorMayBeHeldBack',
    'deferralEndsBeforeChargingLimit',
    'knifePlanIsTargeted',
    'adultIsSuitable',
    'deferralIsForChildren',
  ],
  yc: [
    'caseIsReferredForDecision',
    'childIsTenOrOver',
    'proceedingsHaveEnded',
    'childIsUnderEighteenAtCaution',
    'evidenceSufficesForCaution',
    'someoneOutsideDwellingAffected',
    'childAdmits',
    'cautionComesWithinChargingLimit',
    'prosecutorAuthorisesIndictableCaution',
    'referralMechanismHasDecided',
    'adultIsSuitable',
    'notificationExplained',
    'adviceOfferedAgain',
  ],
  ycc: [
    'caseIsReferredForDecision',
    'childIsTenOrOver',
    'proceedingsHaveEnded',
    'childIsUnderEighteenAtConditionalCaution',
    'evidenceSufficesForConditionalCaution',
    'someoneOutsideDwellingAffected',
    'childAdmitsToAuthorisedPerson',
    'planEndsBeforeChargingLimit',
    'planLastsAtMostTwentyWeeks',
    'penaltyWithinMaximum',
    'attendanceWithinTwentyHours',
    'prosecutorAuthorisesIndictableConditionalCaution',
    'domesticAbuseGateIsMet',
    'referralMechanismHasDecided',
    'adultIsSuitable',
    'notificationExplained',
    'adviceOfferedAgain',
  ],
  court: [
    'caseIsReferredForDecision',
    'childIsTenOrOver',
    'evidenceMeetsFullCodeTest',
    'someoneOutsideDwellingAffected',
    'chargerHasAuthority',
    'directorConsents',
    'chargeComesWithinLimit',
  ],
};

const caution: readonly RuleId[] = [
  'admissionHeard',
  'adultSuitableAtGiving',
  'effectExplained',
  'explanationTextIsApproved',
  'understandingChecked',
  'adviceAnswered',
  'twoClearDaysForAdvice',
];

/** What is asked at the giving, beside all that the disposal rests on. */
export const givingRulesOf: { readonly [disposal in 'yrd' | 'yc' | 'ycc']: readonly RuleId[] } = {
  yrd: [...caution.filter((rule) => rule !== 'admissionHeard'), 'agreementGiven'],
  yc: caution,
  ycc: [...caution, 'authorisedPersonDecided', 'documentSigned'],
};

/** What other steps of the pathway ask. */
export const stepRules = {
  listing: ['policeFileIsThere'],
  countersigning: ['countersignerIsNotAuthor'],
  panel: ['policeDeciderIsPresent', 'youthJusticeVoiceIsPresent', 'victimInputIsRecorded', 'nobodyPresentHasConflict'],
  communityPanel: ['communityMemberIsPresent'],
  decision: [
    'decisionHasReasons',
    'diversityIsAnswered',
    'lessIntrusiveIsConsidered',
    'gravityIsScored',
    'gravityMovesAtMostOnePoint',
    'departureHasReasons',
  ],
  policeDecision: ['deciderDidNotArrest'],
  escalation: ['escalationDeciderDidNotSit', 'escalationDeciderRanksHighEnough'],
  variation: ['variationHasConsent'],
  prosecutionAfterBreach: ['childHeardOnReasonableExcuse'],
  limitPassed: ['chargingLimitHasPassed'],
  crimeOutcome: ['outcomeNumberFits', 'outcomeNumberIsForChildren', 'activityIsComplete', 'pncEntryIsRight'],
  victimReview: ['victimMayAskForReview'],
} as const satisfies { readonly [step: string]: readonly RuleId[] };
