import { type Pool } from 'pg';
import { type Job } from '../job.js';

/**
 * Writes that this worker got a job through the queue: what /health looks at. Machine time, for case time may be moved, and the database's:
 * /health compares it with the same clock, so a worker on a computer whose clock is wrong is neither dead nor immortal.
 */
export const beatHeart = (parts: { readonly bell: Pool; readonly worker: string }): Job<'beat-heart'> => ({
  name: 'beat-heart',
  run: async () => {
    await parts.bell.query(
      `insert into teg.worker_heartbeat (worker, beat_at) values ($1, clock_timestamp())
       on conflict (worker) do update set beat_at = excluded.beat_at`,
      [parts.worker],
    );
    return 1;
  },
});
