import { type Language } from './language.js';
import noticesCy from './cy/notices.json' with { type: 'json' };
import noticesEn from './en/notices.json' with { type: 'json' };

const notices = { en: noticesEn, cy: noticesCy } satisfies Record<Language, typeof noticesEn>;

/** What a notice of the inbox says. A code without words of its own is shown as it is. */
export function noticeInWords(code: string, language: Language): string {
  const texts: { readonly [code: string]: string } = notices[language];
  return texts[code] ?? code;
}
