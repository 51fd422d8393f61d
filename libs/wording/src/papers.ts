import papersCy from './cy/papers.json' with { type: 'json' };
import papersEn from './en/papers.json' with { type: 'json' };
import { type Language } from './language.js';

const papers = { en: papersEn, cy: papersCy } satisfies Record<Language, typeof papersEn>;

/** What a document of a dossier is. A kind without words of its own is shown as it is. */
export function paperInWords(kind: string, language: Language): string {
  const texts: { readonly [kind: string]: string } = papers[language];
  return texts[kind] ?? kind;
}
