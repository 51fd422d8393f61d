import { type Language } from '#wording';
import { type Request } from 'express';
import { cookieOf } from './session.js';
import { type SeenRequest } from './seen-request.js';

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A whole page around its body, which is HTML already. */
export function pageDocument(of: { readonly language: Language; readonly title: string; readonly body: string }): string {
  return `<!doctype html>
<html lang="${of.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(of.title)}</title></head>
<body>
${of.body}
</body>
</html>
`;
}

/** The language of a page: the switch, else the one chosen before, else what the browser asks for. */
export function pageLanguage(request: Request): Language {
  const switched = request.query['lang'];
  if (switched === 'en' || switched === 'cy') return switched;
  const kept = cookieOf(request, 'teg_language');
  return kept === 'en' || kept === 'cy' ? kept : (request as SeenRequest).teg.language;
}
