import { type RecountClocks } from '#casework';
import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { inTransaction } from '../in-transaction.js';

/**
 * Counts the open clocks of one file again, where it is still owed. The row is deleted first, so that a second delivery waits and then
 * finds nothing, and a calendar that changes meanwhile owes it anew. Answers 1 where it was owed, whether or not a day moved.
 */
export const recountClocks = (parts: { readonly bell: Pool; readonly command: RecountClocks }): Job<'recount-clocks'> => ({
  name: 'recount-clocks',
  run: ({ stream }) =>
    inTransaction(parts.bell, async (client) => {
      const { rowCount } = await client.query('delete from teg.recount_owed where stream = $1', [stream]);
      if (rowCount !== 1) return 0;
      const outcome = await parts.command.run(stream);
      // Nothing is due on another day: that is done as well. Anything else is tried again.
      if (!outcome.ok && outcome.refusal.because !== 'notNow')
        throw new Error(`The clocks were not counted again: ${outcome.refusal.because}.`);
      return 1;
    }),
});
