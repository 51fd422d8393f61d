/** Every rule of the law, each a sentence that can be true. What it rests on and when it is asked stands in `rules/`. */
export const ruleIds = [
  // Who comes before the panel.
  'caseIsReferredForDecision',
  'childIsTenOrOver',
  'proceedingsHaveEnded',
  'someoneOutsideDwellingAffected',
  'referralMechanismHasDecided',
  // Youth caution.
  'evidenceSufficesForCaution',
  'childAdmits',
  'childIsUnderEighteenAtCaution',
  'cautionComesWithinChargingLimit',
  'prosecutorAuthorisesIndictableCaution',
  // Youth conditional caution.
  'evidenceSufficesForConditionalCaution',
  'childAdmitsToAuthorisedPerson',
  'childIsUnderEighteenAtConditionalCaution',
  'prosecutorAuthorisesIndictableConditionalCaution',
  'authorisedPersonDecided',
  'planEndsBeforeChargingLimit',
  'planLastsAtMostTwentyWeeks',
  'penaltyWithinMaximum',
  'attendanceWithinTwentyHours',
  'documentSigned',
  'variationHasConsent',
  'childHeardOnReasonableExcuse',
  'domesticAbuseGateIsMet',
  // Both cautions of a sexual offence.
  'notificationExplained',
  'adviceOfferedAgain',
  // Restorative disposal and outcome 22.
  'evidenceShowsAnOffence',
  'acceptsResponsibilityOrAdmits',
  'inspectorAuthorisesResolution',
  'abuseIsNotByPartner',
  'homeIsSafeForMeeting',
  'informalDisposalHasReason',
  'seniorOfficerApprovesInformalDisposal',
  'agreementGiven',
  'activityIsComplete',
  // Deferred prosecution.
  'prosecutorMayBeHeldBack',
  'deferralEndsBeforeChargingLimit',
  'knifePlanIsTargeted',
  'deferralIsForChildren',
  // Charging.
  'evidenceMeetsFullCodeTest',
  'chargerHasAuthority',
  'directorConsents',
  'chargeComesWithinLimit',
  // The giving, each asked afresh.
  'adultIsSuitable',
  'admissionHeard',
  'adultSuitableAtGiving',
  'effectExplained',
  'explanationTextIsApproved',
  'understandingChecked',
  'adviceAnswered',
  'twoClearDaysForAdvice',
  // Panel and decision.
  'policeFileIsThere',
  'policeDeciderIsPresent',
  'youthJusticeVoiceIsPresent',
  'victimInputIsRecorded',
  'nobodyPresentHasConflict',
  'decisionHasReasons',
  'diversityIsAnswered',
  'lessIntrusiveIsConsidered',
  'countersignerIsNotAuthor',
  'escalationDeciderDidNotSit',
  'escalationDeciderRanksHighEnough',
  'deciderDidNotArrest',
  // Gravity.
  'gravityIsScored',
  'gravityMovesAtMostOnePoint',
  'departureHasReasons',
  // The record.
  'outcomeNumberFits',
  'outcomeNumberIsForChildren',
  'pncEntryIsRight',
] as const;

export type RuleId = (typeof ruleIds)[number];
