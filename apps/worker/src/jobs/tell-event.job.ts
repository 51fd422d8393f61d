import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Notices, type ToldEvent } from '../notices.js';

/**
 * Tells one event onwards and takes it out of the outbox, in one transaction: the row is deleted first, so that a second delivery
 * waits for the first and then finds nothing, and it is there again if telling fails or the process dies.
 */
export const tellEvent = (parts: { readonly bell: Pool; readonly notices: Notices }): Job<'tell-event'> => ({
  name: 'tell-event',
  run: async ({ event }) => {
    const client = await parts.bell.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const { rows } = await client.query<ToldEvent>('delete from teg.outbox where id = $1 returning stream, seq, type', [event]);
      for (const row of rows) await parts.notices.tell(row);
      await client.query('commit');
      return rows.length;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  },
});
