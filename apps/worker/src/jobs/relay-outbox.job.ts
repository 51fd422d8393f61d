import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Ring } from '../ring.js';

/** At most so many events are rung for at once; the oldest first, so that a backlog costs each pass the same. */
const batch = 1_000;

/** What only the worker says: whoever waits for its work waits for this too, whenever it was written. */
const saidByWorker = [
  'alertRaised',
  'clocksRecounted',
  'turnedEighteen',
  'victimReviewWindowClosed',
  'drawPrepared',
  'drawReminded',
  'drawLapsed',
];

/**
 * Besides its job it can be asked to remember what is in the outbox now, and answers later how much is still there of that and of what
 * the worker has said since.
 */
export type RelayOutbox = Job<'relay-outbox'> & { standing(): Promise<() => Promise<number>> };

/**
 * Rings for the events in the outbox. The row stays until `tell-event` has told it, so what the queue loses is rung for again;
 * what still waits in the queue under its id is not added twice. Answers how many rows it found.
 */
export const relayOutbox = (parts: { readonly bell: Pool; readonly ring: Ring }): RelayOutbox => ({
  name: 'relay-outbox',
  run: async () => {
    const { rows } = await parts.bell.query<{ id: string }>('select id from teg.outbox order by id limit $1', [batch]);
    await parts.ring.ring(
      'tell-event',
      rows.map(({ id }) => ({ id: `event-${id}`, payload: { event: id } })),
    );
    return rows.length;
  },
  standing: async () => {
    const { rows } = await parts.bell.query<{ last: string }>('select coalesce(max(id), 0) as last from teg.outbox');
    const last = rows[0]?.last ?? '0';
    return async () => {
      const found = await parts.bell.query<{ left: number }>(
        'select count(*)::int as left from teg.outbox where id <= $1 or type = any ($2)',
        [last, saidByWorker],
      );
      return found.rows[0]?.left ?? 0;
    };
  },
});
