import { type Pool } from 'pg';
import { type Job } from '../job.js';

/** Writes that this worker got a job through the queue: what /health looks at. Machine time, for case time may be moved. */
export const beatHeart = (parts: {
  readonly bell: Pool;
  readonly worker: string;
  readonly machineNow: () => number;
}): Job<'beat-heart'> => ({
  name: 'beat-heart',
  run: async () => {
    await parts.bell.query(
      `insert into teg.worker_heartbeat (worker, beat_at) values ($1, $2)
       on conflict (worker) do update set beat_at = excluded.beat_at`,
      [parts.worker, new Date(parts.machineNow())],
    );
    return 1;
  },
});
