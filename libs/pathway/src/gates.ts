import { type Disposal, type RuleId } from '#law';

const person: readonly RuleId[] = ['caseIsReferredForDecision', 'childIsTenOrOver', 'proceedingsHaveEnded'];

/** What the law asks of each disposal, from the decision to the giving; the moment decides what *unknown* means. */
export const gates: { readonly [d in Disposal]: readonly RuleId[] } = {
  nfa: [...person],
  o22: [...person, 'evidenceShowsAnOffence'],
  yrd: [...person, 'evidenceShowsAnOffence', 'acceptsResponsibilityOrAdmits'],
  o23: [...person, 'evidenceMeetsFullCodeTest'],
  yc: [...person, 'evidenceSufficesForCaution', 'childAdmits'],
  ycc: [...person, 'evidenceSufficesForConditionalCaution', 'childAdmitsToAuthorisedPerson'],
  court: [...person, 'evidenceMeetsFullCodeTest', 'chargerHasAuthority'],
};

/** Asked whenever the panel opens a case or decides: it can be lost in between. */
export const quorum: readonly RuleId[] = [
  'policeFileIsThere',
  'policeDeciderIsPresent',
  'youthJusticeVoiceIsPresent',
  'victimInputIsRecorded',
  'nobodyPresentHasConflict',
];

/** Asked of every decision record of the panel. */
export const panelDecision: readonly RuleId[] = [
  ...quorum,
  'decisionHasReasons',
  'diversityIsAnswered',
  'lessIntrusiveIsConsidered',
  'departureHasReasons',
];

export const escalation: readonly RuleId[] = [
  'decisionHasReasons',
  'escalationDeciderDidNotSit',
  'escalationDeciderRanksHighEnough',
];
export const policeDecision: readonly RuleId[] = ['decisionHasReasons', 'deciderDidNotArrest'];
export const crimeOutcome: readonly RuleId[] = ['outcomeNumberFits', 'outcomeNumberIsForChildren', 'pncEntryIsRight'];
/** A decision taken afresh by the police: their own word, with the safeguards of a panel's decision record. */
export const afresh: readonly RuleId[] = policeDecision;
export const variation: readonly RuleId[] = ['variationHasConsent', 'penaltyWithinMaximum', 'attendanceWithinTwentyHours'];
export const prosecution: readonly RuleId[] = ['childHeardOnReasonableExcuse', 'chargeComesWithinLimit'];
export const charge: readonly RuleId[] = ['chargerHasAuthority', 'directorConsents', 'chargeComesWithinLimit'];
