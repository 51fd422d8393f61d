import { type RuleId, type SaidAnswer } from '#law';
import cyStatus from './cy-status.json' with { type: 'json' };
import explanationCy from './cy/explanation.json' with { type: 'json' };
import explanationEn from './en/explanation.json' with { type: 'json' };
import { type Language } from './language.js';
import { needInWords, ruleInWords, type RuleWords, saidOf } from './law.js';

const texts = { en: explanationEn, cy: explanationCy } satisfies Record<Language, typeof explanationEn>;

/** The texts of the explanation for a solicitor. */
export type ExplanationTexts = typeof explanationEn;
export const explanationTexts = (language: Language): ExplanationTexts => texts[language];

/** Whether nobody has approved these words yet: then they are for staff only. */
export const isExplanationDraft = (language: Language): boolean => language === 'cy' && cyStatus.explanation === 'draft';

/**
 * A rule for a reader on the child's side. A rule that rests on what is known of a victim has words of its own here, which say nothing
 * of one.
 */
export function ruleForChildsSide(rule: RuleId, answer: SaidAnswer, language: Language): ReturnType<typeof ruleInWords> {
  const own: { readonly [rule: string]: RuleWords | undefined } = texts[language].rules;
  const words = own[rule];
  return words === undefined ? ruleInWords(rule, answer, language) : saidOf(words, answer);
}

/** A need (`record: policeFile`) for the same reader. */
export function needForChildsSide(need: string, language: Language): string {
  const own: { readonly [fact: string]: string } = texts[language].needsInOtherWords;
  return own[need.slice(need.indexOf(':') + 1).trim()] ?? needInWords(need, language);
}

/** What one effect on the record means. */
export function effectInWords(effect: string, code: string, language: Language): string {
  const all: { readonly [effect: string]: { readonly [code: string]: string } | undefined } = texts[language].effects;
  return all[effect]?.[code] ?? `${effect}: ${code}`;
}
