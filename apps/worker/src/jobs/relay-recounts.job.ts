import { type Pool } from 'pg';
import { type Job } from '../job.js';
import { type Ringer } from '../ring.js';

/** At most so many files are rung for at once; the next pass takes the rest. */
const batch = 1_000;

/** Rings for the files whose clocks are to be counted again; a row stays until it is done. Answers how many rows it found. */
export const relayRecounts = (parts: { readonly bell: Pool; readonly ring: Ringer }): Job<'relay-recounts'> => ({
  name: 'relay-recounts',
  run: async () => {
    const { rows } = await parts.bell.query<{ stream: string }>('select stream from teg.recount_owed order by stream limit $1', [
      batch,
    ]);
    await parts.ring.ring(
      'recount-clocks',
      rows.map(({ stream }) => ({ id: `recount-${stream}`, payload: { stream } })),
    );
    return rows.length;
  },
});
