import { type Worker } from 'bullmq';
import { type Bull } from './bull.js';
import { type AnyJob } from './job.js';
import { jobTable, queueNames } from './job-table.js';
import { failureOf, type Log, seldom } from './log.js';

/** The running workers of this process. */
export type RunningJobs = {
  /** Resolves when the next job of this process has ended, well or not. */
  nextEnd(): Promise<void>;
  /** How much the jobs that are rung for have done here since the start: alerts raised, events told, clocks counted again. */
  settled(): number;
  /** Lets the jobs in hand end and takes no more. */
  stop(): Promise<void>;
};

/** Jobs of a schedule only look. */
const looking = new Set(Object.entries(jobTable).flatMap(([name, row]) => ('everyMs' in row ? [name] : [])));

/** Starts one worker for each queue. Resolves when each can take jobs. */
export async function runJobs(bull: Bull, jobs: ReadonlyMap<string, AnyJob>, log: Log): Promise<RunningJobs> {
  let waiting: (() => void)[] = [];
  let settled = 0;
  const ended = () => {
    const heard = waiting;
    waiting = [];
    for (const wake of heard) wake();
  };
  const complain = seldom(log);
  const workers = queueNames.map((queue) => {
    const worker = bull.worker(queue, (name, payload) => runJob(jobs.get(name), payload));
    worker.on('error', (error) => complain({ code: 'workerError', queue, ...failureOf(error) }));
    worker.on('completed', (job, found: number) => {
      if (!looking.has(job.name)) settled += found;
      ended();
    });
    worker.on('failed', (job, error) => {
      log({
        code: 'jobFailed',
        queue,
        job: job?.name ?? null,
        id: job?.id ?? null,
        attempt: job?.attemptsMade ?? null,
        ...failureOf(error),
      });
      ended();
    });
    return worker;
  });
  await Promise.all(workers.map((worker: Worker) => worker.waitUntilReady()));
  return {
    nextEnd: () => new Promise((resolve) => waiting.push(resolve)),
    settled: () => settled,
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

async function runJob(job: AnyJob | undefined, payload: unknown): Promise<number> {
  // Another release put it there. It is not kept: whatever asked for it asks again.
  if (job === undefined) throw new Error('There is no such job in this release.');
  return job.run(payload as never);
}
