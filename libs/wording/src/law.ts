import { type Disposal, type DisposalStatus, type HelpKind, type RuleId, type SaidAnswer } from '#law';
import disposalsCy from './cy/disposals.json' with { type: 'json' };
import rulesCy from './cy/rules.json' with { type: 'json' };
import disposalsEn from './en/disposals.json' with { type: 'json' };
import rulesEn from './en/rules.json' with { type: 'json' };
import { type Language } from './language.js';

/** What is said of one rule; `doesNotApply` for one that does not concern every case. */
export type RuleWords = {
  readonly title: string;
  readonly notMet: string;
  readonly unknown: string;
  readonly doesNotApply?: string;
};
type RuleTexts = { readonly [rule in RuleId]: RuleWords };
type DisposalTexts = typeof disposalsEn & {
  readonly disposals: { readonly [disposal in Disposal]: string };
  readonly statuses: { readonly [status in DisposalStatus]: string };
  readonly helpKinds: { readonly [kind in HelpKind]: string };
};

const rules: Record<Language, RuleTexts> = { en: rulesEn, cy: rulesCy };
const disposals = { en: disposalsEn, cy: disposalsCy } satisfies Record<Language, DisposalTexts>;

/** The rule as a sentence, and what its answer means; for `met` the sentence itself. */
export const ruleInWords = (
  rule: RuleId,
  answer: SaidAnswer,
  language: Language,
): { readonly title: string; readonly says: string } => saidOf(rules[language][rule], answer);

/** Everything that may be said of a rule. */
export const ruleWords = (rule: RuleId, language: Language): RuleWords => rules[language][rule];

/** One answer in these words. */
export function saidOf(
  { title, notMet, unknown, doesNotApply = title }: RuleWords,
  answer: SaidAnswer,
): { title: string; says: string } {
  return { title, says: { met: title, notMet, unknown, doesNotApply }[answer] };
}

export const disposalInWords = (disposal: Disposal, language: Language): string => disposals[language].disposals[disposal];
export const statusInWords = (status: DisposalStatus, language: Language): string => disposals[language].statuses[status];
export const helpKindInWords = (kind: HelpKind, language: Language): string => disposals[language].helpKinds[kind];

/** Whether a rule's source was confirmed, as a mark beside it. */
export const ruleMarkInWords = (status: 'verified' | 'toBeConfirmed', language: Language): string =>
  disposals[language].marks[status];

/** A need (`record: planEndsOn`) in words; a fact without words of its own is shown by its code. */
export function needInWords(need: string, language: Language): string {
  const fact = need.slice(need.indexOf(':') + 1).trim();
  const texts: { readonly [fact: string]: string } = disposals[language].needs;
  return texts[fact] ?? fact;
}
