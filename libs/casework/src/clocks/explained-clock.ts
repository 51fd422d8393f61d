import {
  type Calendar,
  type CalendarDay,
  type DueQuestion,
  type ExplainedDay,
  explainDue,
  type Instant,
  londonDay,
} from '#calendar';
import {
  type Deadline,
  dayZero as dayZeroOf,
  type Length,
  markOfClock,
  type MarkStanding,
  type RuleSource,
  type RuleStandings,
  standingOfMark,
} from '#law';
import { deadlineOfPolicy, kindOfClock, subjectOfClock } from './clock-kind.js';

/** `ahead`: not running yet, but its day is known, for it counts from the receipt. */
export type ClockStatus = 'running' | 'ahead' | 'met' | 'late' | 'superseded' | 'withdrawn';

export type ClockRow = {
  readonly kind: string;
  readonly anchorOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly policy: string;
  readonly status: ClockStatus;
};

/** A clock with its source, and why it is due on that day: day by day where working days are counted. Codes only. */
export type ExplainedClock = {
  readonly kind: string;
  readonly of?: string;
  readonly status: ClockStatus;
  readonly isOverdue: boolean;
  readonly dayZero: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly calendar: string;
  readonly length: Length | null;
  readonly countedFrom: string | null;
  readonly source: RuleSource | null;
  readonly sourceStatus: 'verified' | 'toBeConfirmed' | null;
  /** Who gave it that status and when; absent while it has the one it was written down with. */
  readonly sourceStanding?: NonNullable<MarkStanding['standing']>;
  readonly reach: 'law' | 'national' | 'local' | null;
  readonly explanation: readonly ExplainedDay[];
};

/** Explains a clock with the calendar it was counted with, and what was said of its source by then. */
export function explainedClock(
  row: ClockRow,
  receivedAt: Instant | undefined,
  calendar: Calendar,
  today: CalendarDay,
  standings: RuleStandings,
): ExplainedClock {
  const deadline = deadlineOfPolicy(row.policy);
  const of = subjectOfClock(row.kind);
  const said = deadline && standingOfMark(markOfClock(deadline.kind), standings);
  return {
    kind: kindOfClock(row.kind),
    ...(of !== undefined && { of }),
    status: row.status,
    isOverdue: row.status === 'running' && today > row.dueOn,
    dayZero: row.anchorOn,
    dueOn: row.dueOn,
    calendar: calendar.version,
    length: deadline?.length ?? null,
    countedFrom: deadline?.countedFrom ?? null,
    source: deadline?.source ?? null,
    sourceStatus: said?.status ?? null,
    ...(said?.standing && { sourceStanding: said.standing }),
    reach: deadline?.reach ?? null,
    explanation: deadline === null ? [] : explanation(row, deadline, receivedAt, calendar),
  };
}

function explanation(
  { anchorOn }: ClockRow,
  deadline: Deadline,
  receivedAt: Instant | undefined,
  calendar: Calendar,
): readonly ExplainedDay[] {
  if (!('workingDays' in deadline.length)) return [];
  const { workingDays } = deadline.length;
  // Counted from the receipt: the days between the receipt and the day it is deemed to have come are told as well.
  const isFromReceipt =
    deadline.countedFrom === 'receipt' && receivedAt !== undefined && dayZeroOf(deadline, receivedAt, calendar) === anchorOn;
  if (!isFromReceipt) return daysOf(calendar, `${anchorOn} ${workingDays}`, { anchorOn, workingDays });
  // Of a receipt only its day and what it is deemed to be matter to the days.
  const key = `${londonDay(receivedAt)} ${anchorOn} ${workingDays}`;
  return daysOf(calendar, key, { receivedAt, cutOff: deadline.cutOff, workingDays });
}

// Every case of a day is explained alike, and a calendar never changes: the days are counted once. There are no more of them than days.
const counted = new WeakMap<Calendar, Map<string, readonly ExplainedDay[]>>();

function daysOf(calendar: Calendar, key: string, question: DueQuestion): readonly ExplainedDay[] {
  const known = counted.get(calendar) ?? new Map<string, readonly ExplainedDay[]>();
  counted.set(calendar, known);
  const days = known.get(key) ?? explainDue(calendar, question).days;
  known.set(key, days);
  return days;
}
