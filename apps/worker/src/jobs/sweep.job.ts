import { type Ledger } from '#ledger';
import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Ring } from '../ring.js';

/**
 * Rings for every alert step that is due by case time. It sees ids and instants only (teg_bell), and what it finds stays due until
 * `alert-due` has written the alert: nothing is lost with the queue. Answers how many steps it found.
 */
export const sweep = (parts: {
  readonly bell: Pool;
  readonly ledger: Ledger;
  readonly ring: Ring;
  /** At most so many steps are rung for at once, the longest due first; the next sweep takes the rest. */
  readonly batch?: number;
}): Job<'sweep'> => ({
  name: 'sweep',
  run: async () => {
    const { at } = await parts.ledger.now();
    const { rows } = await parts.bell.query<{ stream: string; kind: string; run: number; next_step: number }>(
      `select stream, kind, run, next_step from teg.clock
       where stopped_at is null and next_alert_at <= $1 order by next_alert_at limit $2`,
      [at, parts.batch ?? 1_000],
    );
    const calls = rows.map(({ stream, kind, run, next_step: step }) => ({
      // A clock may be one of several of its kind (victimTold:V1); BullMQ refuses a colon in an id.
      id: `alert-${stream}-${kind.replaceAll(':', '.')}-${run}-${step}`,
      payload: { stream, kind, run, step },
    }));
    await parts.ring.ring('alert-due', calls);
    return rows.length;
  },
});
