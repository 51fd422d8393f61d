import { type Ledger } from '#ledger';
import { type Pool } from 'pg';
import { inTransaction } from '../in-transaction.js';
import { type Job } from '../job.js';
import { type Digest, type Notices } from '../notices.js';

/** Hands one digest to the transport, unless it was sent. A second delivery waits for the first and then finds it sent. */
export const sendDigest = (parts: {
  readonly bell: Pool;
  readonly ledger: Ledger;
  readonly notices: Notices;
}): Job<'send-digest'> => ({
  name: 'send-digest',
  run: ({ digest }) =>
    inTransaction(parts.bell, async (client) => {
      const { rows } = await client.query<Digest>(
        'select id, room, role, day::text, counts from teg.digest where id = $1 and sent_at is null for update',
        [digest],
      );
      for (const row of rows) {
        await parts.notices.sendDigest(row);
        const { at } = await parts.ledger.now();
        await client.query('update teg.digest set sent_at = $2 where id = $1', [row.id, at]);
      }
      return rows.length;
    }),
});
