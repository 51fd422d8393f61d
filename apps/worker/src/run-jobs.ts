import { type Worker } from 'bullmq';
import { type Bull } from './bull.js';
import { type AnyJob } from './job.js';
import { queueNames } from './job-table.js';
import { failureOf, type Log, seldom } from './log.js';

/** The running workers of this process. */
export type RunningJobs = {
  /** Lets the jobs in hand end and takes no more. */
  stop(): Promise<void>;
};

/** Starts one worker for each queue. Resolves when each can take jobs. */
export async function runJobs(bull: Bull, jobs: ReadonlyMap<string, AnyJob>, log: Log): Promise<RunningJobs> {
  const complain = seldom(log);
  const workers = queueNames.map((queue) => {
    const worker = bull.worker(queue, (name, payload) => runJob(jobs.get(name), payload));
    worker.on('error', (error) => complain({ code: 'workerError', queue, ...failureOf(error) }));
    worker.on('failed', (job, error) => {
      log({
        code: 'jobFailed',
        queue,
        job: job?.name ?? null,
        id: job?.id ?? null,
        attempt: job?.attemptsMade ?? null,
        ...failureOf(error),
      });
    });
    return worker;
  });
  await Promise.all(workers.map((worker: Worker) => worker.waitUntilReady()));
  return {
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
