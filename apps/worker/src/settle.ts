import { type JobName } from './job-table.js';
import { type Ring } from './ring.js';
import { type RunningJobs } from './run-jobs.js';

/** Something stays due although its job ran again and again; the log says why. */
export class NotSettled extends Error {}

/** A job that finds what is due, rings for it, and answers how much it found. */
export type Look = {
  readonly name: Extract<JobName, 'sweep' | `relay-${string}` | 'make-digests'>;
  run(nothing: object): Promise<number>;
  /** Where others make work as well, without end: remembers what there is now, and answers how much of that is left. */
  standing?(): Promise<() => Promise<number>>;
};

type Parts = { readonly ring: Ring; readonly jobs: RunningJobs };

/** How many rounds may change nothing before we give up, each after the queue has fallen quiet. */
const patience = 20;
const pauseMs = 250;
/** How long a round waits for the queue to fall quiet: it never does while people write faster than events are told. */
const roundMs = 2_000;

/**
 * Rings for all that these looks find, again and again, until nothing is left of it: what the demonstration's clock waits for when it is
 * moved. An alert makes an event, and its clock's next step may be due as well, so one round is not enough. What makes work for another
 * look stands before it: an alert that was just raised is no longer due, and its event is in the outbox already. What others write
 * meanwhile is not waited for. Throws NotSettled where rounds change nothing.
 */
export async function settle(looks: readonly Look[], { ring, jobs }: Parts): Promise<void> {
  const lefts = await Promise.all(looks.map((look) => look.standing?.()));
  let [left, done, idle] = [-1, -1, 0];
  for (;;) {
    let found = 0;
    for (const [index, look] of looks.entries()) {
      const all = await look.run({});
      found += (await lefts[index]?.()) ?? all;
    }
    const isQuiet = await quiet(ring, jobs);
    if (found === 0) return;
    const isIdle = isQuiet && found === left && jobs.settled() === done;
    [left, done, idle] = [found, jobs.settled(), isIdle ? idle + 1 : 0];
    if (idle >= patience) throw new NotSettled(`${found} of ${looks.map(({ name }) => name).join(', ')} are still due.`);
    if (isIdle) await pause(pauseMs);
  }
}

/**
 * Waits until no job waits or runs, or the round is over; answers whether it fell quiet. What ends while the queue is being asked must be
 * heard, so we listen before we ask; and a job may run in another process, whose end we do not hear, so the wait has an end as well.
 */
async function quiet(ring: Ring, jobs: RunningJobs): Promise<boolean> {
  for (const until = performance.now() + roundMs; performance.now() < until;) {
    const ended = jobs.nextEnd();
    if ((await ring.unfinished()) === 0) return true;
    await Promise.race([ended, pause(pauseMs)]);
  }
  return false;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
