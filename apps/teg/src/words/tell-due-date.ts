import { type DueExplanation, type ExplainedDay, type Instant, londonDay, londonTime } from '#calendar';
import en from './due-date.en.json' with { type: 'json' };
import cy from './due-date.cy.json' with { type: 'json' };
import welshHolidays from './welsh-holidays.json' with { type: 'json' };

type Language = 'en' | 'cy';
type Question = { readonly receivedAt: Instant; readonly cutOff: string | null; readonly workingDays: number };

const texts = { en, cy } satisfies Record<Language, typeof en>;
const locales = { en: 'en-GB', cy: 'cy-GB' } as const;

/** The explanation as a page of text: the due day first, then a line for each day from receipt to due day. */
export function tellDueDate(language: Language, question: Question, told: DueExplanation): string {
  const text = texts[language];
  const { cutOff, receivedAt, workingDays } = question;
  const values = {
    day: longDay(language, londonDay(receivedAt)),
    time: londonTime(receivedAt).replace(/:00$/, ''),
    workingDays: String(workingDays),
    calendar: told.calendar,
    cutOff: cutOff ?? '',
  };
  const counts = String(told.days.at(-1)?.counts ?? 0).length;
  const lines = told.days.map((day) => {
    const number = day.counts === null ? '' : String(day.counts);
    const due = day.on === told.dueOn ? ` (${text.isDue})` : '';
    const why = day.why === 'dayZero' && day.on !== londonDay(receivedAt) ? text.deemedDayZero : reason(language, day, cutOff);
    return `${day.on}  ${shortWeekday(language, day.on)}  ${number.padStart(Math.max(counts, 2))}  ${why}${due}\n`;
  });
  const head = fill(text.due, { iso: told.dueOn, day: longDay(language, told.dueOn) });
  return `${head}\n${fill(cutOff === null ? text.receivedWithoutCutOff : text.received, values)}\n\n${lines.join('')}`;
}

function reason(language: Language, day: ExplainedDay, cutOff: string | null): string {
  const text = texts[language];
  if (day.why === 'bankHoliday')
    return fill(day.isSubstitute ? text.substituteHoliday : text.bankHoliday, {
      holiday: holidayName(language, day.holiday ?? ''),
    });
  // An extension is a counted day here: this word asks for none.
  const sentence = day.why === 'extension' ? text.counted : text[day.why];
  return fill(sentence, { cutOff: cutOff ?? '' });
}

const fill = (sentence: string, values: { readonly [name: string]: string }) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** A title that is not in the list (a new proclamation, a calendar of one's own) stays as the feed has it. */
const holidayName = (language: Language, title: string) =>
  language === 'cy' ? ((welshHolidays as { readonly [title: string]: string })[title] ?? title) : title;

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const longDay = (language: Language, day: string) =>
  new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(noonOf(day))
    .replace(',', '');
const shortWeekday = (language: Language, day: string) =>
  new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' }).format(noonOf(day)).padEnd(4);
