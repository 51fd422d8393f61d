import { type CauseOfLateness, deadlines } from '#law';
import { type Asker, type Fault, type OpenClock, type StoppedClock } from '#ledger';
import { type ClockKind, watchedDates } from '#pathway';
import { isAction, may } from '#people';
import { object, type Shape, text, whole } from '../referral/shape.js';
import { clockName, kindOfClock } from './clock-kind.js';

/** A clock that ended late, by its name, with the event that ended it. */
export type LateEnd = { readonly clock: string; readonly seq: number; readonly endedBy: string };
/** The same as a body names it: as the finding in the case does. */
export type SaidLateEnd = { readonly clock: string; readonly of?: string | null; readonly seq: number };
export const lateEndShape: Shape = object(
  { clock: text(60, 1), of: text(100, 1), seq: whole(1, 1_000_000) },
  'clock',
  'seq',
);

/** These end by themselves: a date that comes, and a right that runs out unused. Nobody was late with them. */
const endsByItself: readonly string[] = [...watchedDates, 'victimReviewWindow'];

/** The clocks that a move stops, with the day and the cause of those that somebody was late with; null where nothing was said. */
export const withCause = (
  stopped: readonly StoppedClock[],
  open: readonly Pick<OpenClock, 'kind' | 'dueOn'>[],
  cause: CauseOfLateness | null,
): readonly StoppedClock[] =>
  stopped.map((clock) => {
    if (clock.how !== 'late' || endsByItself.includes(kindOfClock(clock.kind))) return clock;
    const dueOn = open.find(({ kind }) => kind === clock.kind)?.dueOn;
    return { ...clock, ...(dueOn !== undefined && { dueOn }), cause };
  });

/** A cause that is named where nothing that ends was late. */
export const causeFaults = (cause: CauseOfLateness | null, stopped: readonly StoppedClock[] = []): readonly Fault[] =>
  cause === null || stopped.some((clock) => clock.cause === cause) ? [] : [{ pointer: '/causeOfLateness', code: 'nothingWasLate' }];

export const namedLateEnd = ({ clock, of, seq }: SaidLateEnd, lateEnds: readonly LateEnd[]): LateEnd | undefined =>
  lateEnds.find((late) => late.seq === seq && late.clock === clockName(clock as ClockKind, of ?? undefined));

/** Whoever may end such a clock answers for its lateness, and so does whoever its ladder tells. */
export function isOwnLateness({ clock, endedBy }: LateEnd, asker: Pick<Asker, 'roles'>): boolean {
  const told: readonly string[] = deadlines[kindOfClock(clock) as ClockKind].alerts.map(({ tell }) => tell);
  return (isAction(endedBy) && may(asker, endedBy)) || asker.roles.some((role) => told.includes(role));
}
