import { type Answer, type RuleAnswer, ruleIds, saidAnswer } from '#law';
import { type Json } from '#ledger';
import { type Language, ruleInWords } from '#wording';

export type WordedRule = RuleAnswer & { readonly title: string; readonly says: string };

/** What a rule says of a case, with its words: the same in a list of disposals, in what may come next and in a refusal. */
export const wordedRule = (rule: RuleAnswer, language: Language): WordedRule => ({
  ...rule,
  ...ruleInWords(rule.rule, saidAnswer(rule), language),
});

/** The rules of a refusal, which crossed the ledger as plain data. */
export const wordedRules = (rules: readonly Json[], language: Language): readonly unknown[] =>
  rules.map((rule) => (isRuleAnswer(rule) ? wordedRule(rule, language) : rule));

const answers: readonly Answer[] = ['met', 'notMet', 'unknown'];

function isRuleAnswer(rule: unknown): rule is RuleAnswer {
  const { rule: id, answer } = (rule ?? {}) as { readonly [name: string]: unknown };
  return ruleIds.includes(id as RuleAnswer['rule']) && answers.includes(answer as Answer);
}
