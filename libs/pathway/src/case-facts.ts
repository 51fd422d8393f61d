import { type CalendarDay } from '#calendar';
import { type Disposal, type FactName, type Facts } from '#law';

/** How a case ended without a decision of its own; `referredOn`: a panel decides, on a case of its own. */
export type Ending = 'withdrawn' | 'died' | 'diverted' | 'merged' | 'referredOn';

/** What the pathway alone remembers of a case, beside the facts of the law. Unknown is absent. */
export type PathwayFacts = {
  /** The outcome that the police want instead, while it may still be challenged. */
  readonly departure?: Disposal;
  /** A departure was challenged and waits for its review. */
  readonly isChallenged?: boolean;
  readonly ending?: Ending;
  /** The other referral of a merger or of its undoing, and which of the two this one is. */
  readonly merger?: { readonly part: 'absorbed' | 'surviving'; readonly other: string; readonly isUndone: boolean };
  readonly meeting?: string;
  /** The day on which the victim officer said what the victim needs, or that nobody could be heard. */
  readonly victimNeedsOn?: CalendarDay;
  readonly missingSince?: CalendarDay;
  /** The day on which the prosecutor was asked, with the child information form. */
  readonly formSentOn?: CalendarDay;
  readonly setAsideOn?: CalendarDay;
  /** What was set aside then. It stands as `given` no more. */
  readonly setAside?: { readonly outcome: Disposal; readonly givenOn: CalendarDay };
};

/** Everything that guards read: what the law knows and what the pathway remembers, as plain JSON. */
export type CaseFacts = Facts & PathwayFacts;
export type CaseFactName = FactName | keyof PathwayFacts;

/** The outcome that a rule or a branch asks about: a departure while it may be challenged, else the outcome on record. */
export const outcomeInQuestion = (facts: CaseFacts): Disposal | undefined => facts.departure ?? facts.outcome;

/** The facts as the law reads them, about the outcome in question; a case that ended without its decision has none. */
export function factsForLaw({ outcome, ...facts }: CaseFacts): Facts {
  const asked = facts.ending === undefined ? (facts.departure ?? outcome) : undefined;
  return asked === undefined ? facts : { ...facts, outcome: asked };
}
