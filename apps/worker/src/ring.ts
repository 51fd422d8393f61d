import { type Queue } from 'bullmq';
import { type Bull, leaveNothing } from './bull.js';
import { type JobName, jobTable, type JobPayloads, type QueueName, queueNames } from './job-table.js';
import { failureOf, type Log, seldom } from './log.js';

/** One call of a job. The id is its name in the queue: while it waits there, ringing again adds nothing. */
export type Call<Name extends JobName> = { readonly id: string; readonly payload: JobPayloads[Name] };

/** What the jobs that only look see of the queue. */
export type Ringer = { ring<Name extends JobName>(name: Name, calls: readonly Call<Name>[]): Promise<void> };

/** The queue as the worker sees it. */
export type Ring = Ringer & {
  /** Puts schedules back that the queue has lost, and empties it where the clock of the machine has gone back. */
  keepSchedules(): Promise<void>;
  close(): Promise<void>;
};

const scheduled = (Object.keys(jobTable) as JobName[]).flatMap((name) => {
  const row: { readonly queue: QueueName; readonly everyMs?: number } = jobTable[name];
  return row.everyMs === undefined ? [] : [{ name, queue: row.queue, everyMs: row.everyMs }];
});

export function openRing(bull: Bull, log: Log): Ring {
  const queues = new Map<QueueName, Queue>(queueNames.map((name) => [name, bull.queue(name)]));
  const complain = seldom(log);
  for (const [name, queue] of queues)
    queue.on('error', (error) => complain({ code: 'queueError', queue: name, ...failureOf(error) }));
  const queueOf = (name: QueueName): Queue => queues.get(name) ?? bull.queue(name);

  return {
    async ring(name, calls) {
      if (calls.length === 0) return;
      // Priority 1 comes after 0: a long backlog must not keep the heartbeat, the sweep and the relay waiting.
      const options = { ...leaveNothing, priority: 1, attempts: 6, backoff: { type: 'exponential', delay: 1_000 } } as const;
      await queueOf(jobTable[name].queue).addBulk(
        calls.map(({ id, payload }) => ({ name, data: payload, opts: { ...options, jobId: id } })),
      );
    },

    async keepSchedules() {
      const nextOf = async ({ name, queue }: (typeof scheduled)[number]) => (await queueOf(queue).getJobScheduler(name))?.next;
      const found = await Promise.all(scheduled.map(async (row) => ({ everyMs: row.everyMs, next: await nextOf(row) })));
      if (found.some(({ next, everyMs }) => isAhead(next, everyMs + bearableMs))) {
        log({ code: 'clockWentBack' });
        for (const queue of queues.values()) await queue.obliterate({ force: true });
      }
      for (const { name, queue, everyMs } of scheduled) await keepSchedule(queueOf(queue), name, everyMs);
    },

    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/**
 * The queue notes with the machine's clock until when a job is locked, when it is tried again and when it last looked for jobs whose worker
 * died. Set back by days, it would keep the job of a killed worker for days, and the job's id, so that the same alert could not be rung for.
 * Schedules turn every few seconds, so one whose next turn lies far ahead tells of it. The queue is then emptied: what is due is rung for
 * again. A clock that is set back by less than this puts all of that right by itself in that time.
 */
const bearableMs = 60_000;

const isAhead = (next: number | undefined, byMs: number): boolean => typeof next === 'number' && next > Date.now() + byMs;

/**
 * A schedule is whole when it knows its next turn and the job of that turn is there. Otherwise it is put back, which is harmless
 * where it was whole after all: BullMQ keeps one schedule of a name and one job of a turn.
 */
async function keepSchedule(queue: Queue, name: JobName, everyMs: number): Promise<void> {
  const schedule = await queue.getJobScheduler(name);
  const next = schedule?.next;
  // Set back by some seconds, the clock leaves a turn in the future, and putting it back would keep that turn.
  const isFarAway = isAhead(next, 2 * everyMs);
  const isWhole =
    typeof next === 'number' &&
    !isFarAway &&
    schedule?.every === everyMs &&
    (await queue.getJob(`repeat:${name}:${next}`)) !== undefined;
  if (isWhole) return;
  if (isFarAway) await queue.removeJobScheduler(name);
  await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts: leaveNothing });
}
