import { type Calendar, type CalendarDay } from '#calendar';
import { type CaseFacts } from '#pathway';
import { clocksAhead } from '../cases/case-answer.js';
import { type ClockRow } from '../clocks/explained-clock.js';
import { type Standing } from './what-if.js';

type Row = ClockRow & { readonly calendar: string };
type Found = {
  readonly state: string;
  readonly known: CaseFacts;
  readonly clocks: readonly Row[];
  readonly calendar: Calendar;
  readonly today: CalendarDay;
};

/** A case with its clocks, each with the calendar it was counted with, and those whose day is known before they run. */
export async function standingOf(found: Found, calendarOf: (version: string) => Promise<Calendar>): Promise<Standing> {
  const { state, known, calendar, today } = found;
  const running = await Promise.all(
    found.clocks.map(async (row) => ({ ...row, status: 'running' as const, countedWith: await calendarOf(row.calendar) })),
  );
  const ahead = clocksAhead(state, known, { calendar }).map((row) => ({
    ...row,
    status: 'ahead' as const,
    countedWith: calendar,
  }));
  return { known, clocks: [...running, ...ahead], calendar, today };
}
