import { type CauseOfLateness } from '#law';
import { type Fault, type OpenClock, type StoppedClock } from '#ledger';
import { watchedDates } from '#pathway';
import { kindOfClock } from './clock-kind.js';

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
