import { Pool } from 'pg';
import { type LadderOf, RaiseAlert } from '#casework';
import { Ledger, poolOf, recordSource } from '#ledger';
import { bull, type QueuePlace } from '../apps/worker/src/bull.js';
import { alertDue } from '../apps/worker/src/jobs/alert-due.job.js';
import { sweep as sweepJob } from '../apps/worker/src/jobs/sweep.job.js';
import { prepareQueue } from '../apps/worker/src/prepare-queue.js';
import { openRing } from '../apps/worker/src/ring.js';
import { runJobs } from '../apps/worker/src/run-jobs.js';
import { ownRedis } from '../test/world/own-redis.js';
import { quietQueue } from '../test/world/quiet-queue.js';
import { drive } from './drive.js';
import { grouped, median, percent, spread } from './figures.js';
import { ask, type Bench, type Laboratory } from './laboratory.js';
import { plantCases } from './plant-cases.js';

const due = 10_000;
const rounds = 3;
/** As many as a worker of the queue handles at once. */
const callers = 4;
const oneStep: LadderOf = () => [{ workingDays: 0, tell: 'practitioner' }];

/** Ten thousand alerts that fall due in one second, through the queue on each backend, beside the bare rows that they leave. */
export async function alertsAtOnce(laboratory: Laboratory, print: (line: string) => void): Promise<void> {
  const bench = await laboratory.database('alerts_at_once');
  await plantCases(bench.adminUrl, { cases: due, areas: 20, openShare: 1 });
  await prepareQueue(bench.adminUrl);
  const redis = await ownRedis();
  const places: readonly QueuePlace[] = [
    { kind: 'postgres', url: bench.bellUrl },
    { kind: 'redis', url: redis.url },
  ];
  print(
    `${grouped(due)} alerts fall due in the same second: found by the sweep, rung for, raised through the ledger; alerts a second.`,
  );
  print(
    `The floor: what each leaves in alert_sent and inbox, as one statement of its own by ${callers} callers; ${rounds} rounds.`,
  );
  try {
    const done = new Map<string, { readonly ours: number; readonly floor: number }[]>(places.map(({ kind }) => [kind, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const place of places) {
        const floor = await bareRows(bench);
        const ours = await raised(bench, place);
        done.get(place.kind)?.push({ ours, floor });
      }
    for (const [kind, list] of done) {
      const shares = list.map(({ ours, floor }) => ours / floor);
      print(
        `  queue on ${kind.padEnd(8)}   ${spread(list.map(({ ours }) => ours))} alerts a second, floor ${spread(list.map(({ floor }) => floor))}: ${percent(median(shares))} of it (${percent(Math.min(...shares))} to ${percent(Math.max(...shares))})`,
      );
    }
  } finally {
    await redis.stop();
  }
}

/** All alerts of one second, from the first look of the sweep until none is due: how many a second. */
async function raised(bench: Bench, place: QueuePlace): Promise<number> {
  await makeDue(bench);
  const source = await recordSource(bench.appUrl, 6).initialize();
  const bell = new Pool({ connectionString: bench.bellUrl, max: 6 });
  const queue = bull(place);
  const log = (): void => undefined;
  const ring = openRing(queue, log);
  try {
    const ledger = new Ledger(poolOf(source));
    const jobs = await runJobs(
      queue,
      new Map([['alert-due', alertDue({ raiseAlert: new RaiseAlert(ledger, oneStep), log })]]),
      log,
    );
    const begun = performance.now();
    const look = sweepJob({ bell, ledger, ring });
    while ((await look.run({})) > 0) await quietQueue(queue);
    const seconds = (performance.now() - begun) / 1000;
    await jobs.stop();
    const [left] = await ask<{ sent: number; told: number }>(
      bench.adminUrl,
      'select (select count(*)::int from teg.alert_sent) as sent, (select count(*)::int from teg.inbox) as told',
    );
    if (left?.sent !== due || left.told !== due)
      throw new Error(`${left?.sent} alerts were raised and ${left?.told} told, not ${due}.`);
    return due / seconds;
  } finally {
    await ring.close();
    await queue.close();
    await bell.end();
    await source.destroy();
  }
}

/** The same rows and nothing else. */
async function bareRows(bench: Bench): Promise<number> {
  await makeDue(bench);
  const streams = await ask<{ stream: string }>(bench.adminUrl, "select stream from teg.clock where kind = 'allocation'");
  const pool = new Pool({ connectionString: bench.adminUrl, max: callers });
  try {
    const insert = async ({ stream }: { stream: string }): Promise<void> => {
      await pool.query({
        name: 'bare_rows',
        text: `with sent as (insert into teg.alert_sent (stream, kind, run, step, seq) values ($1, 'allocation', 1, 0, 2))
          insert into teg.inbox (id, stream, seq, room, role, code, at, clock, run, step)
          values (gen_random_uuid(), $1, 2, 'yjs:area-0', 'practitioner', 'clockDueToday', now(), 'allocation', 1, 0)`,
        values: [stream],
      });
    };
    return (await drive(streams, callers, insert)).perSecond;
  } finally {
    await pool.end();
  }
}

/** One clock of each case is due, all in one second; what was raised before is forgotten. */
async function makeDue({ adminUrl }: Bench): Promise<void> {
  await ask(adminUrl, 'truncate teg.alert_sent, teg.inbox, teg.outbox');
  await ask(
    adminUrl,
    `update teg.clock set next_step = 0, next_alert_at = case when kind = 'allocation' then timestamptz '2026-01-05T08:00:00Z' + random() * interval '999 milliseconds' end`,
  );
  await ask(adminUrl, 'vacuum analyze teg.clock');
}
