import drawsCy from './cy/draws.json' with { type: 'json' };
import drawsEn from './en/draws.json' with { type: 'json' };
import { type Language } from './language.js';

const draws = { en: drawsEn, cy: drawsCy } satisfies Record<Language, typeof drawsEn>;

/** A state, step, theme or reason of a draw in words; a code without words of its own (a list brings its own reasons) is shown as it is. */
export function drawInWords(kind: keyof typeof drawsEn, code: string, language: Language): string {
  const texts: { readonly [code: string]: string } = draws[language][kind];
  return texts[code] ?? code;
}
