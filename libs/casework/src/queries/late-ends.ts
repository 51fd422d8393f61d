import { type CalendarDay, type Instant } from '#calendar';
import { type Query } from '#ledger';
import { type LateEnd } from '../clocks/lateness.js';

/** Later than anything on record. */
export const endOfTime = 'infinity';

/** A clock that somebody was late with, and what was said last of why; null where nobody said. */
export type LatenessOnRecord = LateEnd & { readonly dueOn: CalendarDay; readonly at: Instant; readonly cause: string | null };

/** What ended late in a case, oldest first, with the last word on why, as on record at that moment. */
export async function lateEndsOf(
  query: Query,
  reference: string,
  at: Instant | typeof endOfTime,
): Promise<readonly LatenessOnRecord[]> {
  const rows = await query<Omit<LatenessOnRecord, 'at'> & { readonly at: Date }>(
    `select x.stopped ->> 'kind' as clock, x.stopped ->> 'dueOn' as "dueOn", e.seq, e.type as "endedBy", e.at,
            coalesce((select l.body #>> '{event,cause}' from teg.event a join teg.payload l on l.stream = a.stream and l.seq = a.seq
                       where a.stream = e.stream and a.type = 'causeOfLatenessRecorded' and a.at <= $2
                         and l.body #>> '{event,clock}' = x.stopped ->> 'kind' and (l.body #>> '{event,seq}')::integer = e.seq
                       order by a.seq desc limit 1), x.stopped ->> 'cause') as cause
       from teg.stream s join teg.event e on e.stream = s.id join teg.payload y on y.stream = e.stream and y.seq = e.seq
       cross join lateral jsonb_array_elements(y.body #> '{clocks,stopped}') x (stopped)
      where s.reference = $1 and e.at <= $2 and x.stopped ? 'cause' order by e.seq, 1`,
    [reference, at],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
