import { type LawMark } from '#casework';
import { causeCodes, disposals, legalEffects, markOfEffect } from '#law';
import { causeInWords, clockInWords, effectInWords, type Language, rowInWords, ruleInWords, ruleMarkInWords } from '#wording';
import { type LawMarkShape } from './law.shape.js';

/** One line of the list of marks, in one language. */
export const markInWords = ({ name, of, history, ...rest }: LawMark, language: Language): LawMarkShape => ({
  ...rest,
  name,
  kind: of.kind,
  texts: textsOf({ name, of }, language),
  mark: ruleMarkInWords(rest.status, language),
  history: [...history],
});

function textsOf({ name, of }: Pick<LawMark, 'name' | 'of'>, language: Language): string[] {
  if (of.kind === 'rule') return [ruleInWords(of.rule, 'met', language).title];
  if (of.kind === 'clock') return [clockInWords(name.slice('clock.'.length), language)];
  const cause = causeCodes.find((code) => name === `cause.${code}`);
  if (cause !== undefined) return [causeInWords(cause, language)];
  return of.kind === 'effect' ? effectTexts(name, language) : [rowInWords(name, language)];
}

/** A sentence for each of its codes. */
function effectTexts(name: string, language: Language): string[] {
  const row = legalEffects.find((one) => markOfEffect(one).name === name);
  const codes = disposals.flatMap((disposal) => row?.[disposal] ?? []).filter((code) => code !== 'none');
  return [...new Set(codes)].map((code) => effectInWords(row?.effect ?? '', code, language));
}
