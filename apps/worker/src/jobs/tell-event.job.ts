import { type Pool } from 'pg';
import { inTransaction } from '../in-transaction.js';
import { type Job } from '../job.js';
import { type Notices, type ToldEvent } from '../notices.js';
import { type Sequels } from '../sequels/sequel.js';

/**
 * Does what follows one event, tells it onwards and takes it out of the outbox, in one transaction: the row is deleted first, so that a
 * second delivery waits for the first and then finds nothing, and it is there again if telling fails or the process dies.
 */
export const tellEvent = (parts: {
  readonly bell: Pool;
  readonly notices: Notices;
  readonly sequels: Sequels;
}): Job<'tell-event'> => ({
  name: 'tell-event',
  run: ({ event }) =>
    inTransaction(parts.bell, async (client) => {
      const { rows } = await client.query<ToldEvent>('delete from teg.outbox where id = $1 returning stream, seq, type', [event]);
      for (const row of rows) {
        await parts.sequels.get(row.type)?.(row, client);
        await parts.notices.tell(row);
      }
      return rows.length;
    }),
});
