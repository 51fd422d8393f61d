import { addMonths, type CalendarDay, type Instant, londonDay } from '#calendar';
import { type Query } from '#ledger';
import { kindOfClock, subjectOfClock } from '../clocks/clock-kind.js';
import { lateEndsOf } from './late-ends.js';

/** Something in a case that somebody should look at. It stands in nobody's way. */
export type Finding = {
  readonly code: 'latenessWithoutCause' | 'eighteenSoon';
  readonly clock: string;
  /** Which victim, agency or hand-off. */
  readonly of?: string;
  readonly dueOn: CalendarDay;
  /** Since when there is something to look at. */
  readonly on: CalendarDay;
  /** The event that ended a clock late. */
  readonly seq?: number;
};

/** What ended late without a word of why, then or afterwards, oldest first, as on record at that moment. */
export async function findingsOfCase(query: Query, reference: string, at: Instant): Promise<readonly Finding[]> {
  const lateEnds = await lateEndsOf(query, reference, at);
  return lateEnds
    .filter(({ cause }) => cause === null)
    .map(({ clock, dueOn, seq, at: endedAt }): Finding => {
      const of = subjectOfClock(clock);
      return {
        code: 'latenessWithoutCause',
        clock: kindOfClock(clock),
        ...(of !== undefined && { of }),
        dueOn,
        on: londonDay(endedAt),
        seq,
      };
    });
}

const monthsAhead = 6;

/** A birthday that is near: from 17 years and six months until somebody, or the worker, says that it has come. */
export function birthdayFindings(
  clocks: readonly { readonly kind: string; readonly dueOn: CalendarDay }[],
  today: CalendarDay,
): readonly Finding[] {
  return clocks.flatMap(({ kind, dueOn }): Finding[] => {
    const on = addMonths(dueOn, -monthsAhead);
    return kind === 'eighteenthBirthday' && today >= on ? [{ code: 'eighteenSoon', clock: kind, dueOn, on }] : [];
  });
}
