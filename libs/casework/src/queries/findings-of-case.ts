import { type CalendarDay, type Instant, londonDay } from '#calendar';
import { type Query } from '#ledger';
import { kindOfClock, subjectOfClock } from '../clocks/clock-kind.js';

/** Something in a case that somebody should look at. It stands in nobody's way. */
export type Finding = {
  readonly code: 'latenessWithoutCause';
  readonly clock: string;
  /** Which victim, agency or hand-off. */
  readonly of?: string;
  readonly dueOn: CalendarDay;
  /** The day of what is found. */
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
