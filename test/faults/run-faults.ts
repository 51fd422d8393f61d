import { setTimeout as sleep } from 'node:timers/promises';
import { type Heard } from './acknowledged.js';
import { askDatabase } from './database-of.js';
import { type Amounts, doHarm, planHarm, told } from './harm.js';
import { patientPlayer } from './patient-player.js';
import { type FaultReport, keptCheckpoint, report } from './report.js';
import { type RunningService } from './running-teg.js';
import { type Scene } from './scene.js';
import { seeded } from './seeded.js';
import { type SceneOrder, setScene } from './set-scene.js';
import { writingClient } from './writing-client.js';

export type FaultOrder = Amounts & SceneOrder & { readonly clients: number; readonly print: (line: string) => void };

/** A start after a crash, on a slow computer, and some writes. */
const usableWithinMs = 120_000;

/**
 * Clients write to the built service while it is hurt in every way that the order counts, at moments that the seed decides. Afterwards
 * everything that was acknowledged is read back, every file is looked at for parts that are missing, and every alert is counted again.
 */
export async function runFaults(order: FaultOrder): Promise<FaultReport> {
  const { clients, seed, print, queue = 'postgres', isTwice = false } = order;
  const scene = await setScene(order);
  try {
    const settings = await durability(scene.service);
    print(
      `seed ${seed}, ${clients} clients, queue on ${queue}${isTwice ? ', every job twice' : ''}; PostgreSQL: ${settings.said}`,
    );
    if (!settings.isDurable)
      throw new Error(
        'A database that may lose what it acknowledged proves nothing: fsync, synchronous_commit and full_page_writes must be on.',
      );
    const kept = await underHarm(scene, order);
    return await report(scene, kept, isTwice ? scene.secondDeliveries : null, print);
  } finally {
    await scene.end();
  }
}

/** Returns the checkpoint that another body kept in the middle of it all. */
async function underHarm(scene: Scene, { clients, seed, print, ...amounts }: FaultOrder): Promise<string | null> {
  const { service, heard, dice } = scene;
  let isOver = false;
  let number = 0;
  const started = Date.now();
  const writers = Array.from({ length: clients }, (_, index) => {
    const one = patientPlayer(service.url, () => (heard.retries += 1));
    return writingClient({
      player: one,
      dice: seeded(seed + index + 1),
      heard,
      nextNumber: () => (number += 1),
      isOver: () => isOver,
      // What falls due when the case clock jumps is more the more is written: people who never think would be waited for at every jump.
      thinkMs: amounts.jumps ? 4_000 : 0,
    });
  });
  const failed = Promise.race(writers.map((writer) => writer.then(() => new Promise<never>(() => undefined))));
  failed.catch(() => undefined);

  let kept: string | null = null;
  const plan = planHarm(amounts, dice);
  for (const [index, harm] of plan.entries()) {
    await Promise.race([sleep(dice.between(0, 1_500)), failed]);
    await Promise.race([doHarm(scene, harm), failed]);
    const isUsable = await Promise.race([acknowledged(heard, heard.acknowledged.length + 4), failed]);
    if (!isUsable) heard.unexpected.push(`nothing was written for ${usableWithinMs / 1000} seconds after ${harm}`);
    if (index === Math.floor(plan.length / 2)) kept = await keptCheckpoint(service);
    if ((index + 1) % 10 === 0)
      print(
        `  ${index + 1} of ${plan.length} faults, ${heard.acknowledged.length} writes acknowledged, ${Math.round((Date.now() - started) / 1000)} s`,
      );
  }
  await Promise.race([acknowledged(heard, Math.max(heard.acknowledged.length + 10, 30)), failed]);
  isOver = true;
  await Promise.all(writers);
  print(`done in ${Math.round((Date.now() - started) / 1000)} s: ${told(plan)}`);
  return kept;
}

/** Whether so many writes were acknowledged: the service is usable again, and is not hurt twice before it has done anything. */
async function acknowledged(heard: Heard, count: number): Promise<boolean> {
  for (const until = performance.now() + usableWithinMs; performance.now() < until; await sleep(20))
    if (heard.acknowledged.length >= count) return true;
  return false;
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
