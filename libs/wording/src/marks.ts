import guardsCy from './cy/guards.json' with { type: 'json' };
import marksCy from './cy/marks.json' with { type: 'json' };
import guardsEn from './en/guards.json' with { type: 'json' };
import marksEn from './en/marks.json' with { type: 'json' };
import { type Language } from './language.js';

const marks = { en: marksEn, cy: marksCy } satisfies Record<Language, typeof marksEn>;
const guards = { en: guardsEn, cy: guardsCy } satisfies Record<Language, typeof guardsEn>;

/** What a row of a table of the law says or is about (`limit.shopTheft`, `gravity.3`); one without words of its own is shown by its name. */
export function rowInWords(name: string, language: Language): string {
  const all: { readonly [kind: string]: { readonly [row: string]: string } | undefined } = marks[language];
  const [kind = '', ...row] = name.split('.');
  return all[kind]?.[row.join('.')] ?? name;
}

/** What the guard table says by a code (`appropriateAdult`, `ifInterviewed`), as it stands in a table. */
export function guardInWords(guard: string, code: string, language: Language): string {
  const all: { readonly [guard: string]: { readonly [code: string]: string } | undefined } = guards[language];
  return all[guard]?.[code] ?? `${guard}: ${code}`;
}
