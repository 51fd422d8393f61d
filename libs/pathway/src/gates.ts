import { type Disposal, disposalRules, givingRulesOf, type RuleId, stepRules } from '#law';

/** What the law asks of each disposal, from the decision to the giving; the moment decides what *unknown* means. */
export const gates: { readonly [d in Disposal]: readonly RuleId[] } = disposalRules;

/** At the giving all of it is asked again, and what can only be asked there. */
export const givingGates = (disposal: keyof typeof givingRulesOf): readonly RuleId[] => [
  ...disposalRules[disposal],
  ...givingRulesOf[disposal],
];

/** Asked whenever the panel opens a case or decides: the quorum can be lost in between. */
export const quorum: readonly RuleId[] = [...stepRules.listing, ...stepRules.panel];
export const panelDecision: readonly RuleId[] = [...quorum, ...stepRules.decision];
/** The Bureau's panel decides with a member of the community. */
export const bureauQuorum: readonly RuleId[] = [...quorum, ...stepRules.communityPanel];
export const bureauPanelDecision: readonly RuleId[] = [...bureauQuorum, ...stepRules.decision];
export const escalation: readonly RuleId[] = ['decisionHasReasons', ...stepRules.escalation];
/** A decision of the police of their own: it has reasons, and not only the officer who arrested. */
export const policeDecision: readonly RuleId[] = ['decisionHasReasons', ...stepRules.policeDecision];
export const variation: readonly RuleId[] = [
  ...stepRules.variation,
  'conditionsHavePurpose',
  'conditionsFitTheChild',
  'punishmentHasReason',
  'restrictionHasEnd',
  'attendanceNamesPlaceAndTimes',
  'penaltyWithinMaximum',
  'attendanceWithinTwentyHours',
  'planEndsBeforeChargingLimit',
  'planLastsAtMostTwentyWeeks',
];
export const prosecution: readonly RuleId[] = [...stepRules.prosecutionAfterBreach, 'chargeComesWithinLimit'];
export const { listing, countersigning, crimeOutcome, limitPassed, reopening, victimReview } = stepRules;
