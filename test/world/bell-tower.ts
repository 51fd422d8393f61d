import { type Instant } from '#calendar';
import { type Change, Ledger, machine, poolOf, recordSource } from '#ledger';
import { Pool } from 'pg';
import { type Bull, bull, type QueuePlace } from '../../apps/worker/src/bull.js';
import { type AnyJob } from '../../apps/worker/src/job.js';
import { type JobName, type JobPayloads } from '../../apps/worker/src/job-table.js';
import { type Log, type LogLine } from '../../apps/worker/src/log.js';
import { prepareQueue } from '../../apps/worker/src/prepare-queue.js';
import { openRing, type Ring } from '../../apps/worker/src/ring.js';
import { runJobs } from '../../apps/worker/src/run-jobs.js';
import { type FreshDatabase, freshDatabase } from './database.js';
import { ownRedis } from './own-redis.js';
import { quietQueue } from './quiet-queue.js';

export type QueueKind = QueuePlace['kind'];
export const bothQueues: readonly QueueKind[] = ['postgres', 'redis'];

/** A fresh database with its queue on one backend, and everything that a job is made of. Machine time stands still. */
export type BellTower = {
  readonly database: FreshDatabase;
  readonly place: QueuePlace;
  readonly bull: Bull;
  readonly ring: Ring;
  readonly bell: Pool;
  readonly eraser: Pool;
  readonly app: Pool;
  /** As superuser, to look at what was written. */
  readonly admin: Pool;
  readonly ledger: Ledger;
  readonly machineNow: () => number;
  setTime(at: Instant): void;
  readonly said: readonly LogLine[];
  readonly log: Log;
  /** Begins a file; `change` says what else there is to it. Answers its id. */
  begin(id: string, change: Omit<Change, 'file' | 'events'>): Promise<void>;
  /** Hands the job to the queue once for each payload and waits until each has been handled; the answers in the order of their ends. */
  deliver<Name extends JobName>(
    job: AnyJob & { readonly name: Name },
    payloads: readonly JobPayloads[Name][],
  ): Promise<readonly number[]>;
  /** Resolves when no alert and no event waits or runs in the queue. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

export async function bellTower(kind: QueueKind, start: Instant = '2026-11-24T09:00:00.000Z'): Promise<BellTower> {
  const database = await freshDatabase({ name: 'teg_template_with_queue', prepare: prepareQueue });
  const redis = kind === 'redis' ? await ownRedis() : null;
  const place: QueuePlace = redis ? { kind: 'redis', url: redis.url } : { kind: 'postgres', url: database.bellUrl };
  const source = await recordSource(database.appUrl, 4).initialize();
  const [bell, eraser, admin] = [opened(database.bellUrl), opened(database.eraserUrl), opened(database.adminUrl)];
  let now = Date.parse(start);
  const said: LogLine[] = [];
  const log: Log = (line) => void said.push(line);
  const ledger = new Ledger(poolOf(source), () => now);
  const queue = bull(place);
  const ring = openRing(queue, log);
  let delivered = 0;

  return {
    database,
    place,
    bull: queue,
    ring,
    bell,
    eraser,
    app: poolOf(source),
    admin,
    ledger,
    machineNow: () => now,
    setTime: (at) => void (now = Date.parse(at)),
    said,
    log,
    begin: async (id, change) => {
      const outcome = await ledger.write(machine, { of: [{ newId: id, kind: 'case' }] }, ([file]) => {
        if (file === undefined) throw new Error('The ledger opened no file.');
        return { did: [{ ...change, file, events: [{ type: 'begun', data: {} }] }], value: null };
      });
      if (!outcome.ok) throw new Error(`The file was not begun: ${outcome.refusal.because}`);
    },
    deliver: async (job, payloads) => {
      if (payloads.length === 0) return [];
      const answers: number[] = [];
      let heardAll = (): void => undefined;
      const all = new Promise<void>((resolve) => (heardAll = resolve));
      const recorded = {
        name: job.name,
        run: async (payload: never) => {
          const answer = await job.run(payload);
          if (answers.push(answer) === payloads.length) heardAll();
          return answer;
        },
      } as AnyJob;
      const jobs = await runJobs(queue, new Map([[job.name, recorded]]), log);
      await ring.ring(
        job.name,
        payloads.map((payload) => ({ id: `delivery-${(delivered += 1)}`, payload })),
      );
      await all;
      await jobs.stop();
      return answers;
    },
    quiet: () => quietQueue(queue),
    close: async () => {
      await ring.close();
      await queue.close();
      await Promise.all([bell.end(), eraser.end(), admin.end(), source.destroy()]);
      await redis?.stop();
      await database.drop();
    },
  };
}

/** The database is dropped while a closing connection may still hear of it: that is no error of the test. */
function opened(connectionString: string): Pool {
  const pool = new Pool({ connectionString });
  pool.on('error', () => undefined);
  return pool;
}
