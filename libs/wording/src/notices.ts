import { clockInWords } from './clocks.js';
import noticesCy from './cy/notices.json' with { type: 'json' };
import noticesEn from './en/notices.json' with { type: 'json' };
import { type Language } from './language.js';
import { fill } from './problems.js';

const notices = { en: noticesEn, cy: noticesCy } satisfies Record<Language, typeof noticesEn>;

/** What a notice of the inbox says, and of which clock. A code without words of its own is shown as it is. */
export function noticeInWords(
  { code, clock }: { readonly code: string; readonly clock: string | null },
  language: Language,
): string {
  const texts: { readonly [code: string]: string } = notices[language];
  return fill(texts[code] ?? code, { clock: clock === null ? null : clockInWords(clock, language) });
}
