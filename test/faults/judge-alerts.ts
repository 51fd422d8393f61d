import { bankHolidays, type Instant } from '#calendar';
import { alertAt, ladderOf } from '#casework';
import { type AlertRecord, type ClockOnRecord } from './alert-record.js';

/** The case clock was moved, and the service said that all that fell due had been handled. All three are case time. */
export type Settled = {
  /** What the clock showed before. */
  readonly from: Instant;
  readonly to: Instant;
  /** What it showed when the answer came. */
  readonly answered: Instant;
};

export type AlertFaults = {
  readonly raised: number;
  readonly missed: readonly string[];
  readonly early: readonly string[];
  readonly twice: readonly string[];
};

/** A write may have read the clock before it was moved and be stored after. */
const onTheWayMs = 10_000;

/**
 * Counts every step of every clock again, from its due day alone. A step is missed where it lay before a settled moment at which the clock
 * ran, and was not raised; a raised one must not lie before its own moment, and must have told somebody.
 */
export function judgeAlerts({ clocks, alerts }: AlertRecord, settled: readonly Settled[]): AlertFaults {
  const raised = new Map<string, number>();
  for (const { stream, kind, run, step } of alerts) {
    const name = nameOf(stream, kind, run, step);
    raised.set(name, (raised.get(name) ?? 0) + 1);
  }
  const due = new Map<string, Instant>();
  const missed: string[] = [];
  for (const clock of clocks)
    for (const [step, at] of momentsOf(clock).entries()) {
      const name = nameOf(clock.stream, clock.kind, clock.run, step);
      due.set(name, at);
      if (!raised.has(name) && settled.some((moment) => isOwed(clock, at, moment))) missed.push(`${name}, due ${at}`);
    }
  const untold = alerts.filter(({ notices }) => notices === 0);
  const early = alerts.flatMap(({ stream, kind, run, step, at }) => {
    const name = nameOf(stream, kind, run, step);
    const moment = due.get(name);
    return moment !== undefined && at >= moment ? [] : [`${name}, raised ${at}, due ${moment ?? 'never'}`];
  });
  return {
    raised: alerts.length,
    missed: [
      ...missed,
      ...untold.map(({ stream, kind, run, step }) => `${nameOf(stream, kind, run, step)}, raised and nobody was told`),
    ],
    early,
    twice: [...raised].flatMap(([name, times]) => (times === 1 ? [] : [`${name}, ${times} times`])),
  };
}

function isOwed({ startedAt, stoppedAt }: ClockOnRecord, at: Instant, { from, to, answered }: Settled): boolean {
  const ranThroughout = Date.parse(startedAt) < Date.parse(from) - onTheWayMs && (stoppedAt === null || stoppedAt > answered);
  return at <= to && ranThroughout;
}

const momentsOf = ({ kind, policy, dueOn }: ClockOnRecord): readonly Instant[] =>
  ladderOf(kind, policy).map((step) => alertAt(step, dueOn, bankHolidays));

const nameOf = (stream: string, kind: string, run: number, step: number): string => `${kind} ${run} step ${step} of ${stream}`;
