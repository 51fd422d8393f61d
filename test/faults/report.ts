import { setTimeout as sleep } from 'node:timers/promises';
import { type ExportResult, verifyExportBytes } from '#proof';
import { send } from '../../apps/teg/src/player/exchange.js';
import { type Player } from '../../apps/teg/src/player/player.js';
import { type Acknowledged } from './acknowledged.js';
import { alertRecord } from './alert-record.js';
import { askDatabase } from './database-of.js';
import { isWell } from './is-well.js';
import { judgeAlerts } from './judge-alerts.js';
import { lostOf } from './look-back.js';
import { moveOn } from './move-case-clock.js';
import { patientPlayer } from './patient-player.js';
import { type RunningService } from './running-teg.js';
import { type Scene } from './scene.js';
import { halfDone } from './whole-record.js';

/** What is left after all harm was done. `faults` says in a line each what is wrong; none is wanted. */
export type FaultReport = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly halfDone: number;
  readonly chain: string;
  readonly alerts: { readonly raised: number; readonly missed: number; readonly early: number; readonly twice: number };
  readonly faults: readonly string[];
};

const auditor = 'auditor@south-wales-commissioner.test';

/** Looks back at everything: what was acknowledged, what is on record, what was raised. `second` counts second deliveries, if there were to be any. */
export async function report(
  scene: Scene,
  kept: string | null,
  second: (() => ReadonlyMap<string, number>) | null,
  print: (line: string) => void,
): Promise<FaultReport> {
  const { service, heard } = scene;
  const reading = patientPlayer(service.url);
  const lost = await lostOfAll(reading, heard.acknowledged);
  const referrals = heard.acknowledged.filter(({ what }) => what === 'referral').length;
  const unasked = (await casesOf(service)) - referrals;
  // Everything that was dated by a clock that ran ahead lies behind now.
  scene.computer?.move(scene.computer.mostAhead() - scene.computer.ahead());
  const [isAlive, overdue] = [await isWell(service), await overdueOf(service)];
  // Two days on, and the worker has to have told everything that fell due, whatever became of its queue.
  await moveOn(scene, reading, 2);
  const judged = judgeAlerts(await alertRecord(service), scene.settled);
  const half = await halfDone(service);
  const chain = await chainOf(reading, kept, print);
  const deliveries = second?.() ?? null;

  print(
    `answers: ${heard.replays} writes were done before the first answer was lost and answered again; ${heard.retries} requests were sent again`,
  );
  print(`two at once on one case: ${heard.pairs} times, not exactly one of them ${heard.oddPairs} times`);
  if (deliveries)
    print(
      `delivered a second time: ${[...deliveries]
        .sort()
        .map(([name, count]) => `${name} ${count}`)
        .join(', ')}`,
    );
  const { raised, missed, early, twice } = judged;
  print(`alerts: ${raised} raised, missed ${missed.length}, early ${early.length}, sent twice ${twice.length}`);
  print(`acknowledged writes ${heard.acknowledged.length}, lost ${lost.length}, half done ${half.length}, chain ${chain}`);
  const faults = [
    ...lost.map((one) => `lost: ${one}`),
    ...half.map((one) => `half done: ${one}`),
    ...heard.unexpected.map((one) => `refused without a reason: ${one}`),
    ...(unasked === 0 ? [] : [`done twice, or done and never answered: ${unasked} referrals`]),
    ...(heard.oddPairs === 0 ? [] : [`two at once were not decided ${heard.oddPairs} times`]),
    ...missed.map((one) => `alert missed: ${one}`),
    ...early.map((one) => `alert early: ${one}`),
    ...twice.map((one) => `alert twice: ${one}`),
    ...(deliveries === null || (raised > 0 && deliveries.has('alert-due') && deliveries.has('sweep'))
      ? []
      : ['the queue delivered no alert a second time, so this shows nothing']),
    ...(chain === 'ok' ? [] : [`chain ${chain}`]),
    ...(isAlive ? [] : ['the service does not get well']),
    ...(overdue === 0 ? [] : [`the worker leaves ${overdue} alerts that are due`]),
  ];
  return {
    acknowledged: heard.acknowledged.length,
    lost: lost.length,
    halfDone: half.length,
    chain,
    alerts: { raised, missed: missed.length, early: early.length, twice: twice.length },
    faults,
  };
}

/** How many steps are due and not raised by the worker's own sweep, two minutes after the last harm. */
async function overdueOf(service: RunningService): Promise<number> {
  for (const until = performance.now() + 120_000; ; await sleep(500)) {
    const rows = await askDatabase<{ due: number }>(
      service,
      `select count(*)::int as due from teg.clock where stopped_at is null
         and next_alert_at <= clock_timestamp() + teg.ahead_ms() * interval '1 millisecond'`,
    );
    const due = rows[0]?.due ?? -1;
    if (due === 0 || performance.now() > until) return due;
  }
}

async function casesOf(service: RunningService): Promise<number> {
  const rows = await askDatabase<{ count: number }>(service, "select count(*)::int as count from teg.stream where kind = 'case'");
  return rows[0]?.count ?? 0;
}

async function chainOf(reading: Player, kept: string | null, print: (line: string) => void): Promise<string> {
  const exported = await verifiedExport(reading, undefined);
  const exportedWithKept = kept === null ? exported : await verifiedExport(reading, kept);
  print(
    `ledger: ${exported.ok ? `${exported.events} events in ${exported.streams} files` : 'does not verify'}${kept === null ? '' : ', also against a checkpoint kept in the middle'}`,
  );
  return exported.ok && exportedWithKept.ok
    ? 'ok'
    : `altered at ${[exported, exportedWithKept].map((result) => (result.ok ? '' : `${result.at} (${result.why})`)).join(' ')}`;
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
export async function keptCheckpoint(service: RunningService): Promise<string | null> {
  const reply = await patientPlayer(service.url).get<{ note: string; heads: string }>(auditor, '/api/checkpoints/latest');
  return reply.ok ? `${reply.body.note}\n${reply.body.heads}` : null;
}

async function verifiedExport(reading: Player, checkpoint: string | undefined): Promise<ExportResult> {
  const headers = { authorization: `Bearer ${await reading.token(auditor)}` };
  const response = await send({ method: 'GET', url: new URL(`${reading.url}/api/ledger/export`), headers });
  return verifyExportBytes(response, checkpoint === undefined ? {} : { checkpoint });
}
