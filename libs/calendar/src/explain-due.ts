import { type Calendar, holidayOn, restOfNumber } from './calendar.js';
import { addDays, type CalendarDay, dayName, dayNumber, type Weekday } from './day.js';
import { type Instant, londonDay } from './instant.js';
import { addWorkingDays, deemedReceipt } from './working-days.js';

/** What a day did to the count. Before day zero: `afterCutOff`, `weekend`, `bankHoliday`. After it: `counted`, `extension`, or a day of rest. */
export type WhyDay = 'dayZero' | 'counted' | 'extension' | 'weekend' | 'bankHoliday' | 'afterCutOff';

/** `counts` is 0 on day zero, 1, 2, ... on the days counted, null on days that do not count. `reason` is the code of an extension. */
export type ExplainedDay = {
  readonly on: CalendarDay;
  readonly weekday: Weekday;
  readonly counts: number | null;
  readonly why: WhyDay;
  readonly holiday?: string;
  readonly isSubstitute?: boolean;
  readonly reason?: string;
};

/** Either a moment of receipt (with the clock's cut-off, null or absent for none) or a day zero that is already known. */
export type DueQuestion = {
  readonly workingDays: number;
  readonly extensions?: readonly { readonly workingDays: number; readonly reason: string }[];
} & (
  | { readonly receivedAt: Instant; readonly cutOff?: string | null; readonly anchorOn?: never }
  | { readonly anchorOn: CalendarDay; readonly receivedAt?: never; readonly cutOff?: never }
);

export type DueExplanation = {
  readonly dayZero: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly calendar: string;
  readonly days: readonly ExplainedDay[];
};

/** The due day and, day by day from receipt to due day, why it is that day. Codes only; throws CalendarNotCovered like the count itself. */
export function explainDue(calendar: Calendar, question: DueQuestion): DueExplanation {
  const extensions = question.extensions ?? [];
  if ([question.workingDays, ...extensions.map((one) => one.workingDays)].some((n) => !Number.isSafeInteger(n) || n < 0)) {
    throw new RangeError('working days are whole numbers from 0');
  }
  // One entry a counted day: null for the limit itself, else the reason of the extension that gave the day.
  const reasons: (string | null)[] = [
    ...Array<null>(question.workingDays).fill(null),
    ...extensions.flatMap((one) => Array<string>(one.workingDays).fill(one.reason)),
  ];
  const first = question.anchorOn ?? londonDay(question.receivedAt);
  const dayZero = question.anchorOn ?? deemedReceipt(calendar, question.receivedAt, question.cutOff ?? null);
  const dueOn = addWorkingDays(calendar, dayZero, reasons.length);
  const days: ExplainedDay[] = [];
  let counted = 0;
  for (let on = first; on <= dueOn; on = addDays(on, 1)) {
    const rest = restOfNumber(calendar, dayNumber(on));
    const holiday = holidayOn(calendar, on);
    const name =
      holiday === null ? {} : { holiday: holiday.title, ...(holiday.isSubstitute === true ? { isSubstitute: true } : {}) };
    const day = { on, weekday: dayName(on) };
    if (on < dayZero) days.push({ ...day, counts: null, why: rest ?? 'afterCutOff', ...name });
    else if (on === dayZero) days.push({ ...day, counts: 0, why: 'dayZero', ...name });
    else if (rest !== null) days.push({ ...day, counts: null, why: rest, ...name });
    else {
      const reason = reasons[counted] ?? null;
      counted += 1;
      days.push({ ...day, counts: counted, ...(reason === null ? { why: 'counted' } : { why: 'extension', reason }) });
    }
  }
  return { dayZero, dueOn, calendar: calendar.version, days };
}
