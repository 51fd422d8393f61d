import { hostname } from 'node:os';
import { ladderOf, type LadderOf, RaiseAlert, RecountClocks, SayDayCame } from '#casework';
import { checkpointSigner, Ledger, poolOf, Reader, recordSource, refuseBypassingRole } from '#ledger';
import { CarryOnDraw, DrawCadences, DrawNotices, DueDraws, PrepareDraw, RemindDraw } from '#oversight';
import { Pool } from 'pg';
import { bull, type QueuePlace } from './bull.js';
import { type AnyJob, oneHandlerEach } from './job.js';
import { alertDue } from './jobs/alert-due.job.js';
import { beatHeart } from './jobs/beat-heart.job.js';
import { expireDrafts } from './jobs/expire-drafts.job.js';
import { makeDigests } from './jobs/make-digests.job.js';
import { prepareDraw } from './jobs/prepare-draw.job.js';
import { recountClocks } from './jobs/recount-clocks.job.js';
import { relayOutbox } from './jobs/relay-outbox.job.js';
import { relayRecounts } from './jobs/relay-recounts.job.js';
import { remindDraw } from './jobs/remind-draw.job.js';
import { sayDayCame } from './jobs/say-day-came.job.js';
import { sendDigest } from './jobs/send-digest.job.js';
import { sweep as sweepJob } from './jobs/sweep.job.js';
import { tellEvent } from './jobs/tell-event.job.js';
import { checkpointNow, keepCheckpoint } from './jobs/write-checkpoint.job.js';
import { failureOf, type Log } from './log.js';
import { logNotices, type Notices } from './notices.js';
import { refuseUnpreparedQueue } from './prepare-queue.js';
import { openRing, type Ringer } from './ring.js';
import { runJobs } from './run-jobs.js';
import { sequelsOf } from './sequels/sequels-of.js';
import { byHand, settle } from './settle.js';

export { prepareQueue, QueueNotPrepared } from './prepare-queue.js';
export { NotSettled } from './settle.js';
export type { Log, LogLine } from './log.js';
export type { Digest, Notices, ToldEvent } from './notices.js';

type CommonOptions = {
  /** Logs in as teg_bell: what is due, the outbox, the heartbeat and, without `redisUrl`, the queue. */
  readonly bellUrl: string;
  /** Logs in as teg_eraser. */
  readonly eraserUrl: string;
  readonly redisUrl?: string | undefined;
  /** Signs checkpoints: 64 hexadecimal digits, secret. */
  readonly checkpointKey: string;
  /** Machine time in milliseconds. Case time is this plus what the demonstration's clock runs ahead. */
  readonly machineNow?: (() => number) | undefined;
  /** The alert ladders; the law's where nothing else is said. */
  readonly ladderOf?: LadderOf | undefined;
  /** Where events and digests are told; the log where nothing else is said. */
  readonly notices?: Notices | undefined;
  readonly log: Log;
};
/** As teg_app: an address, or the pool of the process it shares. */
export type WorkerOptions = CommonOptions & ({ readonly appUrl: string } | { readonly pool: Pool });

export type RunningWorker = {
  /** Resolves when no alert is due and every event is told, whatever the queue does; throws NotSettled where it cannot be reached. */
  settle(): Promise<void>;
  /** Writes a checkpoint now, if anything has happened since the last. */
  writeCheckpoint(): Promise<void>;
  /** Lets the jobs in hand end, then closes every connection it opened. */
  stop(): Promise<void>;
};

/** How often we look whether the queue still has its schedules. */
const keepEveryMs = 3_000;

/**
 * Starts one worker; several may run, here or elsewhere. Throws QueueNotPrepared where the queue has no schema, and JobsNotCovered
 * where a job has no handler or two.
 */
export async function composeWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { log, machineNow = Date.now } = options;
  const place: QueuePlace =
    options.redisUrl === undefined ? { kind: 'postgres', url: options.bellUrl } : { kind: 'redis', url: options.redisUrl };
  await refuseUnpreparedQueue(place);

  const record = await openRecord(options);
  const bell = quiet(new Pool({ connectionString: options.bellUrl, max: 6, application_name: 'teg-bell' }));
  const eraser = quiet(new Pool({ connectionString: options.eraserUrl, max: 1, application_name: 'teg-eraser' }));
  const ledger = new Ledger(record.pool, machineNow);
  const signing = { bell, ledger, checkpointKey: checkpointSigner(options.checkpointKey), log };
  const queue = bull(place);
  const ring = openRing(queue, log);

  const notices = options.notices ?? logNotices(log);
  const looks = (ring: Ringer) => ({
    sweep: sweepJob({ bell, ledger, ring }),
    relay: relayOutbox({ bell, ring }),
    recounts: relayRecounts({ bell, ring }),
    digests: makeDigests({ bell, ledger, ring, machineNow }),
  });
  const rungFor: readonly AnyJob[] = [
    tellEvent({ bell, notices, sequels: sequelsOf(ledger, log) }),
    sendDigest({ bell, ledger, notices }),
    recountClocks({ bell, command: new RecountClocks(ledger) }),
    alertDue({ raiseAlert: new RaiseAlert(ledger, options.ladderOf ?? ladderOf), log }),
    sayDayCame({ command: new SayDayCame(ledger), log }),
  ];
  const draws = drawJobs(ledger, new Reader(record.pool, machineNow), log);
  const all: readonly AnyJob[] = [
    beatHeart({ bell, worker: `${hostname()}-${process.pid}` }),
    keepCheckpoint(signing),
    ...Object.values(looks(ring)),
    ...rungFor,
    expireDrafts({ eraser, ledger }),
    draws.prepare,
    draws.remind,
  ];
  const hand = byHand(rungFor, log);
  const { sweep, relay, recounts, digests } = looks(hand);
  const jobs = await runJobs(queue, oneHandlerEach(all), log);
  await ring.keepSchedules();
  // Not in the queue itself: whatever empties the queue takes its schedules with it.
  const keeper = setInterval(
    () => void ring.keepSchedules().catch((error: unknown) => log({ code: 'schedulesNotKept', ...failureOf(error) })),
    keepEveryMs,
  );

  return {
    settle: async () => {
      // Remembered once: what people write while one pass runs would make the next one longer, and that the one after it.
      const relayed = await relay.standing();
      const all = [recounts, sweep, relayed];
      // A new calendar before anything is due by it.
      await settle([relayed, recounts], hand);
      // Then what is due of the draws there are: one that is overtaken lapses, and its last warnings are not to be lost with it.
      await settle(all, hand);
      if ((await draws.prepare.run({})) + (await draws.remind.run({})) > 0) await settle(all, hand);
      await settle([...all, digests], hand);
    },
    writeCheckpoint: async () => void (await checkpointNow(signing)),
    stop: async () => {
      clearInterval(keeper);
      await jobs.stop();
      await ring.close();
      await queue.close();
      await Promise.all([bell.end(), eraser.end(), record.close()]);
    },
  };
}

function drawJobs(ledger: Ledger, reader: Reader, log: Log) {
  const due = new DueDraws(new DrawCadences(reader), new DrawNotices(reader));
  return {
    prepare: prepareDraw({ ledger, due, command: new PrepareDraw(ledger), log }),
    remind: remindDraw({ ledger, due, carryOn: new CarryOnDraw(ledger, reader), command: new RemindDraw(ledger), log }),
  };
}

async function openRecord(options: WorkerOptions): Promise<{ readonly pool: Pool; close(): Promise<void> }> {
  if ('pool' in options) return { pool: options.pool, close: () => Promise.resolve() };
  const source = await recordSource(options.appUrl, 6).initialize();
  const pool = poolOf(source);
  await refuseBypassingRole(pool);
  return { pool, close: () => source.destroy() };
}

/** A pool whose connections, idle or in use, may be closed by the server, at a restart, without ending the process. */
function quiet(pool: Pool): Pool {
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return pool;
}
