import { type Ledger } from '#ledger';
import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Ringer } from '../ring.js';

/**
 * Rings for every alert step that is due by case time, and for every day that has come by itself. It sees ids and instants only
 * (teg_bell), and what it finds stays due until `alert-due` has written the alert and `say-day-came` has said the day: nothing is lost
 * with the queue. Answers how many of both it found.
 */
export const sweep = (parts: {
  readonly bell: Pool;
  readonly ledger: Ledger;
  readonly ring: Ringer;
  /** At most so many of each are rung for at once, the longest due first; the next sweep takes the rest. */
  readonly batch?: number;
}): Job<'sweep'> => ({
  name: 'sweep',
  run: async () => {
    const { bell, ring, ledger, batch = 1_000 } = parts;
    const { at, today } = await ledger.now();
    // Before their clocks: a warning of a birthday that has come is said no more.
    const days = await bell.query<Run>('select stream, kind, run from teg.days_that_came($1, $2)', [today, batch]);
    await ring.ring(
      'say-day-came',
      days.rows.map((row) => ({ id: `day-${nameOf(row)}`, payload: row })),
    );
    const steps = await bell.query<Run & { next_step: number }>(
      `select stream, kind, run, next_step from teg.clock
       where stopped_at is null and next_alert_at <= $1 order by next_alert_at limit $2`,
      [at, batch],
    );
    const calls = steps.rows.map(({ next_step: step, ...row }) => ({
      id: `alert-${nameOf(row)}-${step}`,
      payload: { ...row, step },
    }));
    await ring.ring('alert-due', calls);
    return days.rows.length + steps.rows.length;
  },
});

type Run = { readonly stream: string; readonly kind: string; readonly run: number };

/** A clock may be one of several of its kind (victimTold:V1); BullMQ refuses a colon in an id. */
const nameOf = ({ stream, kind, run }: Run): string => `${stream}-${kind.replaceAll(':', '.')}-${run}`;
