import rolesCy from './cy/roles.json' with { type: 'json' };
import rolesEn from './en/roles.json' with { type: 'json' };
import { type Language } from './language.js';

const roles = { en: rolesEn, cy: rolesCy } satisfies Record<Language, typeof rolesEn>;

/** Whom somebody is by role, or the list (`board`) that stands at the end of a ladder; one without words of its own is shown as it is. */
export const roleInWords = (role: string, language: Language): string =>
  (roles[language] as { readonly [role: string]: string })[role] ?? role;
