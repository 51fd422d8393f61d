import { type Language } from './language.js';
import faultsReferralCy from './cy/faults-referral.json' with { type: 'json' };
import faultsCy from './cy/faults.json' with { type: 'json' };
import problemsCy from './cy/problems.json' with { type: 'json' };
import refusalsReferralCy from './cy/refusals-referral.json' with { type: 'json' };
import refusalsCy from './cy/refusals.json' with { type: 'json' };
import statesCy from './cy/states.json' with { type: 'json' };
import faultsReferralEn from './en/faults-referral.json' with { type: 'json' };
import faultsEn from './en/faults.json' with { type: 'json' };
import problemsEn from './en/problems.json' with { type: 'json' };
import refusalsReferralEn from './en/refusals-referral.json' with { type: 'json' };
import refusalsEn from './en/refusals.json' with { type: 'json' };
import statesEn from './en/states.json' with { type: 'json' };

const problems = { en: problemsEn, cy: problemsCy } satisfies Record<Language, typeof problemsEn>;
const refusalWords = { ...refusalsEn, ...refusalsReferralEn };
const faultWords = { ...faultsEn, ...faultsReferralEn };
const refusals = { en: refusalWords, cy: { ...refusalsCy, ...refusalsReferralCy } } satisfies Record<Language, typeof refusalWords>;
const states = { en: statesEn, cy: statesCy } satisfies Record<Language, typeof statesEn>;
const faults = { en: faultWords, cy: { ...faultsCy, ...faultsReferralCy } } satisfies Record<Language, typeof faultWords>;

export type ProblemCode = keyof typeof problemsEn;
export type FaultCode = keyof typeof faultWords;

/**
 * Title and detail of a problem; a finer `code` that has a text of its own replaces the detail. With the `state` in which it was not
 * possible the detail begins with what the case waits for.
 */
export function problemInWords(
  because: ProblemCode,
  { code, state }: { readonly code?: string | undefined; readonly state?: string | undefined },
  language: Language,
): { readonly title: string; readonly detail: string } {
  const words = problems[language][because];
  const finer: { readonly [code: string]: string } = refusals[language];
  const waiting: { readonly [state: string]: string } = states[language];
  const detail = (code !== undefined && finer[code]) || words.detail;
  return { title: words.title, detail: [state !== undefined && waiting[state], detail].filter(Boolean).join(' ') };
}

/** What a fault says. A code without a text is shown as it is: it is a mistake of ours that the text check finds. */
export function faultInWords(code: string, values: { readonly [name: string]: unknown }, language: Language): string {
  const texts: { readonly [code: string]: string } = faults[language];
  return fill(texts[code] ?? code, values);
}

/** Puts values into the placeholders of a whole sentence; lists are joined by commas. */
export function fill(sentence: string, values: { readonly [name: string]: unknown }): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined || value === null) return whole;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}
