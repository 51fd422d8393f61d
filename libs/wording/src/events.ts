import eventsCy from './cy/events.json' with { type: 'json' };
import eventsEn from './en/events.json' with { type: 'json' };
import { type Language } from './language.js';

const events = { en: eventsEn, cy: eventsCy } satisfies Record<Language, typeof eventsEn>;

/** What an event of a file says in a history. A type without words of its own is shown as it is. */
export function eventInWords(type: string, language: Language): string {
  const texts: { readonly [type: string]: string } = events[language];
  return texts[type] ?? type;
}
