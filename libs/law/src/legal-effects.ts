import { addMonths, type CalendarDay } from '#calendar';
import { type RuleSource } from './rule.js';
import table from './tables/legal-effects.json' with { type: 'json' };

/** One effect to be shown to the child before anything is accepted (domain 1.7). Codes; the words stand in the wording library. */
export type LegalEffect = {
  readonly effect: string;
  readonly yc: string;
  readonly ycc: string;
  readonly source: RuleSource;
  readonly status: 'verified' | 'toBeConfirmed';
};

export const legalEffects: readonly LegalEffect[] = table.rows as readonly LegalEffect[];

/**
 * The first day on which a caution is spent: a youth caution at once, a conditional one when its conditions end or three months after
 * the giving, whichever is earlier.
 */
export function spentOn(caution: 'yc' | 'ycc', givenOn: CalendarDay, conditionsEndOn?: CalendarDay): CalendarDay {
  if (caution === 'yc') return givenOn;
  const threeMonths = addMonths(givenOn, table.monthsUntilSpent);
  return conditionsEndOn !== undefined && conditionsEndOn < threeMonths ? conditionsEndOn : threeMonths;
}
