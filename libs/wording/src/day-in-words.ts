import { type Language } from './language.js';

const locales = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>;

/** A day as people write it: `19 January 2027`, `19 Ionawr 2027`. */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
