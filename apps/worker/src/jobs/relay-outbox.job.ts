import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Ring } from '../ring.js';

/** At most so many events are rung for at once; the oldest first, so that a backlog costs each pass the same. */
const batch = 1_000;

/**
 * Rings for the events in the outbox. The row stays until `tell-event` has told it, so what the queue loses is rung for again;
 * what still waits in the queue under its id is not added twice. Answers how many rows it found.
 */
export const relayOutbox = (parts: { readonly bell: Pool; readonly ring: Ring }): Job<'relay-outbox'> => ({
  name: 'relay-outbox',
  run: async () => {
    const { rows } = await parts.bell.query<{ id: string }>('select id from teg.outbox order by id limit $1', [batch]);
    await parts.ring.ring(
      'tell-event',
      rows.map(({ id }) => ({ id: `event-${id}`, payload: { event: id } })),
    );
    return rows.length;
  },
});
