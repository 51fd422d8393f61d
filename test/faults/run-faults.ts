import { setTimeout as sleep } from 'node:timers/promises';
import { send } from '../../apps/teg/src/player/exchange.js';
import { player, type Player } from '../../apps/teg/src/player/player.js';
import { type ExportResult, verifyExportBytes } from '#proof';
import { type Acknowledged, type Heard, nothingHeard } from './acknowledged.js';
import { askDatabase } from './database-of.js';
import { type Amounts, doHarm, planHarm } from './harm.js';
import { lostOf } from './look-back.js';
import { type RunningService, runService } from './running-teg.js';
import { seeded } from './seeded.js';
import { alertsOf, halfDone } from './whole-record.js';
import { writingClient } from './writing-client.js';

export type FaultOrder = Amounts & { readonly clients: number; readonly seed: number; readonly print: (line: string) => void };

/** What is left after all harm was done. `faults` says in a line each what is wrong; none is wanted. */
export type FaultReport = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly halfDone: number;
  readonly chain: string;
  readonly faults: readonly string[];
};

const auditor = 'auditor@south-wales-commissioner.test';
const administrator = 'administrator@vale.test';
const patienceMs = 180_000;

/**
 * Clients write to the built service while it is killed, its database restarted and its queue emptied, at moments that the seed decides.
 * Afterwards everything that was acknowledged is read back, and every file is looked at for parts that are missing.
 */
export async function runFaults({ clients, seed, print, ...amounts }: FaultOrder): Promise<FaultReport> {
  const dice = seeded(seed);
  const service = await runService();
  try {
    const settings = await durability(service);
    print(`seed ${seed}, ${clients} clients; PostgreSQL: ${settings.said}`);
    if (!settings.isDurable)
      throw new Error(
        'A database that may lose what it acknowledged proves nothing: fsync, synchronous_commit and full_page_writes must be on.',
      );

    const heard = nothingHeard();
    const kept = await underHarm(service, { heard, clients, seed, print, amounts, dice });
    print(
      `answers: ${heard.replays} writes were done before the first answer was lost and answered again; ${heard.retries} requests were sent again`,
    );
    print(`two at once on one case: ${heard.pairs} times, not exactly one of them ${heard.oddPairs} times`);
    return await report(service, heard, kept, print);
  } finally {
    await service.end();
  }
}

type Setting = {
  readonly heard: Heard;
  readonly clients: number;
  readonly seed: number;
  readonly print: (line: string) => void;
  readonly amounts: Amounts;
  readonly dice: ReturnType<typeof seeded>;
};

/** Returns the checkpoint that another body kept in the middle of it all. */
async function underHarm(
  service: RunningService,
  { heard, clients, seed, print, amounts, dice }: Setting,
): Promise<string | null> {
  let isOver = false;
  let number = 0;
  const started = Date.now();
  const writers = Array.from({ length: clients }, (_, index) => {
    const one = player({ url: service.url, patienceMs, onRetry: () => (heard.retries += 1) });
    return writingClient({
      player: one,
      dice: seeded(seed + index + 1),
      heard,
      nextNumber: () => (number += 1),
      isOver: () => isOver,
    });
  });
  const failed = Promise.race(writers.map((writer) => writer.then(() => new Promise<never>(() => undefined))));
  failed.catch(() => undefined);

  let kept: string | null = null;
  const plan = planHarm(amounts, dice);
  for (const [index, harm] of plan.entries()) {
    await Promise.race([acknowledged(heard, heard.acknowledged.length + 4), failed]);
    await Promise.race([sleep(dice.between(0, 1_500)), failed]);
    await Promise.race([doHarm(service, harm, dice), failed]);
    if (index === Math.floor(plan.length / 2)) kept = await keptCheckpoint(service);
    if ((index + 1) % 10 === 0)
      print(
        `  ${index + 1} of ${plan.length} faults, ${heard.acknowledged.length} writes acknowledged, ${Math.round((Date.now() - started) / 1000)} s`,
      );
  }
  await Promise.race([acknowledged(heard, Math.max(heard.acknowledged.length + 10, 30)), failed]);
  isOver = true;
  await Promise.all(writers);
  const count = (harm: string) => plan.filter((one) => one === harm).length;
  const kills = plan.length - count('restart') - count('empty') + count('killStarting');
  print(
    `done in ${Math.round((Date.now() - started) / 1000)} s: ${kills} kills of the service (${count('killBoth')} with its database, ${count('killStarting')} while it started), ${count('restart')} immediate restarts of the database, ${count('empty')} times the queue emptied`,
  );
  return kept;
}

/** On a slow computer a service would be killed again before it has done anything: some writes come first, if they come at all. */
async function acknowledged(heard: Heard, count: number): Promise<void> {
  for (const until = Date.now() + 20_000; heard.acknowledged.length < count && Date.now() < until;) await sleep(20);
}

async function report(
  service: RunningService,
  heard: Heard,
  kept: string | null,
  print: (line: string) => void,
): Promise<FaultReport> {
  const reading = player({ url: service.url, patienceMs: 60_000 });
  const lost = await lostOfAll(reading, heard.acknowledged);
  const cases = await askDatabase<{ count: number }>(
    service,
    "select count(*)::int as count from teg.stream where kind = 'case'",
  );
  const referrals = heard.acknowledged.filter(({ what }) => what === 'referral').length;
  const twice = (cases[0]?.count ?? 0) - referrals;

  // Two days on, and the worker has to have told everything that fell due, whatever became of its queue.
  const moved = await reading.write(administrator, 'POST', '/api/clock', { advanceDays: 2 });
  const alerts = await alertsOf(service);
  const half = await halfDone(service);
  const exported = await verifiedExport(reading, undefined);
  const exportedWithKept = kept === null ? exported : await verifiedExport(reading, kept);
  const chain =
    exported.ok && exportedWithKept.ok
      ? 'ok'
      : `altered at ${[exported, exportedWithKept].map((result) => (result.ok ? '' : `${result.at} (${result.why})`)).join(' ')}`;

  print(`alerts: ${alerts.raised} raised, missed ${alerts.missed}, sent twice ${alerts.twice}`);
  print(
    `ledger: ${exported.ok ? `${exported.events} events in ${exported.streams} files` : 'does not verify'}${kept === null ? '' : ', also against a checkpoint kept in the middle'}`,
  );
  print(`acknowledged writes ${heard.acknowledged.length}, lost ${lost.length}, half done ${half.length}, chain ${chain}`);
  const faults = [
    ...lost.map((one) => `lost: ${one}`),
    ...half.map((one) => `half done: ${one}`),
    ...heard.unexpected.map((one) => `refused without a reason: ${one}`),
    ...(twice === 0 ? [] : [`done twice, or done and never answered: ${twice} referrals`]),
    ...(heard.oddPairs === 0 ? [] : [`two at once were not decided ${heard.oddPairs} times`]),
    ...(moved.ok ? [] : [`the clock could not be moved: ${moved.problem.because}`]),
    ...(alerts.missed === 0 && alerts.twice === 0 ? [] : [`alerts missed ${alerts.missed}, sent twice ${alerts.twice}`]),
    ...(chain === 'ok' ? [] : [`chain ${chain}`]),
  ];
  return { acknowledged: heard.acknowledged.length, lost: lost.length, halfDone: half.length, chain, faults };
}

async function lostOfAll(reading: Player, writes: readonly Acknowledged[]): Promise<readonly string[]> {
  const byCase = new Map<string, Acknowledged[]>();
  for (const write of writes) byCase.set(write.reference, [...(byCase.get(write.reference) ?? []), write]);
  const waiting = [...byCase];
  const lost: string[] = [];
  const look = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) lost.push(...(await lostOf(reading, ...next)));
  };
  await Promise.all(Array.from({ length: 8 }, look));
  return lost;
}

/** As another body keeps it; null where none was written yet. */
async function keptCheckpoint(service: RunningService): Promise<string | null> {
  const reply = await player({ url: service.url, patienceMs: 60_000 }).get<{ note: string; heads: string }>(
    auditor,
    '/api/checkpoints/latest',
  );
  return reply.ok ? `${reply.body.note}\n${reply.body.heads}` : null;
}

async function verifiedExport(reading: Player, checkpoint: string | undefined): Promise<ExportResult> {
  const headers = { authorization: `Bearer ${await reading.token(auditor)}` };
  const response = await send({ method: 'GET', url: new URL(`${reading.url}/api/ledger/export`), headers });
  return verifyExportBytes(response, checkpoint === undefined ? {} : { checkpoint });
}

async function durability(service: RunningService): Promise<{ readonly said: string; readonly isDurable: boolean }> {
  const rows = await askDatabase<{ name: string; setting: string }>(
    service,
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name",
  );
  return {
    said: rows.map(({ name, setting }) => `${name} ${setting}`).join(', '),
    isDurable: rows.length === 3 && rows.every(({ setting }) => setting === 'on'),
  };
}
