import factsCy from './cy/facts.json' with { type: 'json' };
import factsEn from './en/facts.json' with { type: 'json' };
import { type Language } from './language.js';
import { needInWords } from './law.js';

const facts = { en: factsEn, cy: factsCy } satisfies Record<Language, typeof factsEn>;

/**
 * What a fact is about, as a name and never as a thing to get. Most are named as the need for them is; a fact that nobody may be sent
 * to get has words here alone.
 */
export const factInWords = (fact: string, language: Language): string =>
  (facts[language] as { readonly [fact: string]: string })[fact] ?? needInWords(fact, language);
