import { type Calendar } from '#calendar';
import { type Asker, type Change, type Context, type StreamFile } from '#ledger';
import { dayZero, deadlines, dueOn } from '#law';
import { clockName, policyOf } from '../clocks/clock-kind.js';
import { type ClockRow, type ExplainedClock, explainedClock } from '../clocks/explained-clock.js';
import { type CaseReading } from '../queries/case-reading.query.js';
import { caseRecordOf } from './case-record.js';
import { type NextEvent, nextEvents } from './next-events.js';
import { fileAfter } from './two-events.js';
import { type CaseFacts } from '#pathway';

/** What a command answers about a case: where it stands now, its clocks explained, and what may come next for this person. */
export type CaseAnswer = {
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly clocks: readonly ExplainedClock[];
  readonly next: readonly NextEvent[];
};

/** The assessment counts from the receipt and begins with the allocation: until then its day is shown as ahead. */
export function clocksAhead(state: string | null, known: CaseFacts, context: Pick<Context, 'calendar'>): readonly ClockRow[] {
  if ((state !== 'awaitingAllocation' && state !== 'returnedToReferrer') || known.receivedAt === undefined) return [];
  const anchorOn = dayZero(deadlines.assessment, known.receivedAt, context.calendar);
  const due = dueOn(deadlines.assessment, anchorOn, context.calendar);
  return due === null
    ? []
    : [{ kind: clockName('assessment'), anchorOn, dueOn: due, policy: policyOf('assessment'), status: 'ahead' }];
}

/** The answer to a move, from the very decision: nothing is read again. `atOnce` are clocks that were met before they ran. */
export function caseAnswer(change: Change, context: Context, atOnce: readonly ClockRow[] = []): CaseAnswer {
  const file = fileAfter(change, context.calendar.version);
  return answerOfFile(file, context, atOnce);
}

export function answerOfFile(file: StreamFile, context: Context, atOnce: readonly ClockRow[] = []): CaseAnswer {
  const { known } = caseRecordOf(file);
  const running = file.clocks.map((clock): ClockRow => ({ ...clock, status: 'running' }));
  const rows = [...running, ...atOnce, ...clocksAhead(file.state, known, context)].sort(byDueDay);
  return {
    reference: file.reference ?? '',
    state: file.state ?? '',
    version: file.version,
    clocks: rows.map((row) => explainedClock(row, known.receivedAt, context.calendar, context.today, context.law.standings)),
    next: nextEvents({ ...file, reference: file.reference ?? '', area: file.homeArea, known }, context.asker, {
      on: context.today,
      calendar: context.calendar,
      standings: context.law.standings,
    }),
  };
}

/** The same for a reader, from what is on record: each clock is explained with the calendar it was counted with. */
export async function answerOfReading(
  reading: CaseReading,
  asker: Pick<Asker, 'id' | 'roles' | 'rooms'>,
  calendarOf: (version: string) => Promise<Calendar>,
): Promise<Pick<CaseAnswer, 'clocks' | 'next'>> {
  const { known, today, calendar, law } = reading;
  const ahead = clocksAhead(reading.state, known, reading).map((row) => ({ ...row, calendar: calendar.version }));
  const rows = [...reading.clocks, ...ahead].sort(byDueDay);
  const clocks = await Promise.all(
    rows.map(async (row) => explainedClock(row, known.receivedAt, await calendarOf(row.calendar), today, law.standings)),
  );
  return { clocks, next: nextEvents(reading, asker, { on: today, calendar, standings: law.standings }) };
}

/** Those due first at the top. */
export const byDueDay = (a: ClockRow, b: ClockRow): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.kind < b.kind ? -1 : 1;
