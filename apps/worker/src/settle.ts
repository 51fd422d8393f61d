import { type AnyJob, type Job } from './job.js';
import { type JobName, jobTable } from './job-table.js';
import { failureOf, type Log, seldom } from './log.js';
import { type Call, type Ringer } from './ring.js';

/** Something stays due although it was handled again and again; the log says why. */
export class NotSettled extends Error {}

/** A job that finds what is due, rings for it, and answers how much it found. */
export type Look = {
  readonly name: Extract<JobName, 'sweep' | `relay-${string}` | 'make-digests'>;
  run(nothing: object): Promise<number>;
};

/** Rings by doing: what was rung for has been handled here, well or not, when it answers. */
export type Hand = Ringer & {
  /** How much was done so since the start: alerts raised, events told, clocks counted again. */
  done(): number;
};

/** How many rounds may change nothing before we give up: a database that restarts is back by then. */
const patience = 20;
const pauseMs = 250;
/** As many at once as a worker of the queue takes. */
const atOnce = 4;

/**
 * Does what these looks ring for, again and again, until they find nothing: what the demonstration's clock waits for when it is moved. An
 * alert makes an event, and its clock's next step may be due as well, so one round is not enough. What makes work for another look stands
 * before it. The queue is not waited for: a job that it has in hand holds the row that we need, and one that still waits there will find
 * nothing to do. Throws NotSettled where rounds change nothing.
 */
export async function settle(looks: readonly Look[], hand: Hand): Promise<void> {
  let [left, idle] = [-1, 0];
  for (;;) {
    const done = hand.done();
    let found = 0;
    for (const look of looks) found += await look.run({});
    if (found === 0) return;
    idle = found === left && hand.done() === done ? idle + 1 : 0;
    left = found;
    if (idle >= patience) throw new NotSettled(`${found} of ${looks.map(({ name }) => name).join(', ')} are still due.`);
    if (idle > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Runs these jobs itself; what fails is logged, stays due and is found by the next look. */
export function byHand(jobs: readonly AnyJob[], log: Log): Hand {
  const complain = seldom(log);
  let done = 0;
  const handle = async <Name extends JobName>(job: Job<Name>, { id, payload }: Call<Name>): Promise<void> => {
    try {
      done += await job.run(payload);
    } catch (error) {
      complain({ code: 'jobFailed', queue: jobTable[job.name].queue, job: job.name, id, attempt: null, ...failureOf(error) });
    }
  };
  return {
    done: () => done,
    async ring(name, calls) {
      const job = jobs.find((one) => one.name === name) as Job<typeof name> | undefined;
      if (job === undefined) throw new Error(`Nobody here handles ${name}.`);
      const waiting = calls.values();
      const take = async (): Promise<void> => {
        for (const call of waiting) await handle(job, call);
      };
      await Promise.all(Array.from({ length: atOnce }, take));
    },
  };
}
