import { addMonths, type CalendarDay, type Instant, londonDay } from '#calendar';
import { type Query } from '#ledger';
import { kindOfClock, subjectOfClock } from '../clocks/clock-kind.js';

/** Something in a case that somebody should look at. It stands in nobody's way. */
export type Finding = {
  readonly code: 'latenessWithoutCause' | 'eighteenSoon';
  readonly clock: string;
  /** Which victim, agency or hand-off. */
  readonly of?: string;
  readonly dueOn: CalendarDay;
  /** Since when there is something to look at. */
  readonly on: CalendarDay;
};

/** What ended late without a word of why, oldest first, as on record at that moment. */
export async function findingsOfCase(query: Query, id: string, at: Instant): Promise<readonly Finding[]> {
  const rows = await query<{ clock: string; dueOn: CalendarDay; at: Date }>(
    `select x.stopped ->> 'kind' as clock, x.stopped ->> 'dueOn' as "dueOn", e.at
       from teg.event e join teg.payload y on y.stream = e.stream and y.seq = e.seq
       cross join lateral jsonb_array_elements(y.body #> '{clocks,stopped}') x (stopped)
      where e.stream = $1 and e.at <= $2 and x.stopped -> 'cause' = 'null' order by e.seq, 1`,
    [id, at],
  );
  return rows.map(({ clock, dueOn, at: endedAt }): Finding => {
    const of = subjectOfClock(clock);
    const on = londonDay(endedAt.toISOString());
    return { code: 'latenessWithoutCause', clock: kindOfClock(clock), ...(of !== undefined && { of }), dueOn, on };
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
