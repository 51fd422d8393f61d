import { addMonths, type CalendarDay } from '#calendar';
import { type Disposal } from './disposal.js';
import { type RuleSource } from './rule.js';
import table from './tables/legal-effects.json' with { type: 'json' };

type Marked = { readonly effect: string; readonly source: RuleSource; readonly status: 'verified' | 'toBeConfirmed' };

/** One effect to be shown to the child before anything is accepted (domain 1.7). Codes; the words stand in the wording library. */
export type LegalEffect = Marked & { readonly [disposal in Disposal]?: string };

export const legalEffects: readonly LegalEffect[] = table.rows as readonly LegalEffect[];

/** What one disposal would bring: the code of each effect with its source. */
export type EffectOfDisposal = Marked & { readonly code: string; readonly row: LegalEffect };

/** Everything that a disposal brings for the child's record and later life, in the order of the table; what it does not bring is left out. */
export const effectsOf = (disposal: Disposal): readonly EffectOfDisposal[] =>
  legalEffects.flatMap((row) => {
    const { effect, source, status, [disposal]: code = 'none' } = row;
    return code === 'none' ? [] : [{ effect, code, source, status, row }];
  });

/**
 * The first day on which a caution is spent: a youth caution at once, a conditional one when its conditions end or three months after
 * the giving, whichever is earlier.
 */
export function spentOn(caution: 'yc' | 'ycc', givenOn: CalendarDay, conditionsEndOn?: CalendarDay): CalendarDay {
  if (caution === 'yc') return givenOn;
  const threeMonths = addMonths(givenOn, table.monthsUntilSpent);
  return conditionsEndOn !== undefined && conditionsEndOn < threeMonths ? conditionsEndOn : threeMonths;
}
