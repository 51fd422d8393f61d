import clocksCy from './cy/clocks.json' with { type: 'json' };
import clocksEn from './en/clocks.json' with { type: 'json' };
import { type Language } from './language.js';

const clocks = { en: clocksEn, cy: clocksCy } satisfies Record<Language, typeof clocksEn>;

/**
 * What a clock is about, as it stands after a colon. One of several of its kind (`victimTold:V1`, `handOff:probation`) says in brackets
 * which. A kind without words of its own is shown as it is.
 */
export function clockInWords(clock: string, language: Language): string {
  const { kinds, subjects }: { readonly [texts: string]: { readonly [code: string]: string } } = clocks[language];
  const [kind = clock, subject] = clock.split(':');
  const says = kinds?.[kind] ?? kind;
  return subject === undefined ? says : `${says} (${subjects?.[subject] ?? subject})`;
}

type Texts = { readonly [texts: string]: { readonly [code: string]: string } };

/** From what a clock is counted; a start without words of its own is shown as it is. */
export const clockStartInWords = (start: string, language: Language): string => (clocks[language] as Texts)['starts']?.[start] ?? start;

/** The day of a clock whose length is a day that a fact states. */
export const clockDayInWords = (fact: string, language: Language): string => (clocks[language] as Texts)['days']?.[fact] ?? fact;
