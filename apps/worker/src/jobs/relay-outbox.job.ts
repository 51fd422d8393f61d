import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Ringer } from '../ring.js';

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

/** Besides its job it can be asked to remember what is in the outbox now: a look that finds that and what the worker says from then on. */
export type RelayOutbox = Job<'relay-outbox'> & { standing(): Promise<Job<'relay-outbox'>> };

/**
 * Rings for the events in the outbox. The row stays until `tell-event` has told it, so what the queue loses is rung for again;
 * what still waits in the queue under its id is not added twice. Answers how many rows it found.
 */
export const relayOutbox = ({ bell, ring }: { readonly bell: Pool; readonly ring: Ringer }): RelayOutbox => {
  const relaying = (where: string, values: readonly unknown[]): Job<'relay-outbox'> => ({
    name: 'relay-outbox',
    run: async () => {
      const { rows } = await bell.query<{ id: string }>(`select id from teg.outbox where ${where} order by id limit ${batch}`, [
        ...values,
      ]);
      await ring.ring(
        'tell-event',
        rows.map(({ id }) => ({ id: `event-${id}`, payload: { event: id } })),
      );
      return rows.length;
    },
  });
  return {
    ...relaying('true', []),
    standing: async () => {
      const { rows } = await bell.query<{ last: string }>('select coalesce(max(id), 0) as last from teg.outbox');
      return relaying('id <= $1 or type = any ($2)', [rows[0]?.last ?? '0', saidByWorker]);
    },
  };
};
