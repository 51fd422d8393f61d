import { type Bull } from '../../apps/worker/src/bull.js';

/** Resolves when no alert and no event waits or runs in the queue. What waits for its next turn of a schedule does not count. */
export async function quietQueue(bull: Bull): Promise<void> {
  const queues = (['alerts', 'outbox'] as const).map((name) => bull.queue(name));
  const unfinished = async (): Promise<number> => {
    const counts = await Promise.all(queues.map((queue) => queue.getJobCountByTypes('waiting', 'active', 'prioritized')));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  while ((await unfinished()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await Promise.all(queues.map((queue) => queue.close()));
}
