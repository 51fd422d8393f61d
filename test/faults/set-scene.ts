import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownRedis } from '../world/own-redis.js';
import { nothingHeard } from './acknowledged.js';
import { computerClock } from './computer-clock.js';
import { runService, temporaryFolder } from './running-teg.js';
import { type Scene } from './scene.js';
import { seeded } from './seeded.js';
import { smallDisk } from './small-disk.js';

export type SceneOrder = {
  readonly seed: number;
  /** Where the queue lives; in PostgreSQL where nothing is said. */
  readonly queue?: 'postgres' | 'redis';
  /** Whether everything that is put into the queue is put in twice. */
  readonly isTwice?: boolean;
  /** Moves of the computer's clock that are to come. */
  readonly clockMoves?: number;
  /** Times that the disk is to be full. */
  readonly fullDisks?: number;
};

export type SetScene = Scene & {
  /** How many second deliveries were handled, by job. */
  readonly secondDeliveries: () => ReadonlyMap<string, number>;
  readonly end: () => Promise<void>;
};

/** A Monday; the first weeks after it have Christmas in them. */
const firstMonday = '2026-12-07T09:30:00Z';

/** Starts the built service on a new folder, with all that the order says around it. */
export async function setScene({
  seed,
  queue = 'postgres',
  isTwice = false,
  clockMoves,
  fullDisks,
}: SceneOrder): Promise<SetScene> {
  const redis = queue === 'redis' ? await ownRedis() : null;
  const disk = fullDisks ? smallDisk() : null;
  const folder = disk?.folder ?? temporaryFolder();
  const leave = async (): Promise<void> => {
    disk?.end();
    await redis?.stop();
  };
  try {
    const computer = clockMoves ? computerClock(folder) : null;
    const notes = join(folder, 'second-deliveries');
    if (isTwice) writeFileSync(notes, '');
    const settings = {
      TEG_CLOCK_START: firstMonday,
      ...(redis ? { REDIS_URL: redis.url } : {}),
      ...(isTwice ? { FAULTS_SECOND_DELIVERIES: notes } : {}),
      ...computer?.environment,
    };
    const preloads = [...(isTwice ? ['every-job-twice'] : []), ...(computer ? ['database-on-that-clock'] : [])];
    const service = await runService(settings, { preloads, folder });
    return {
      service,
      redisUrl: redis?.url ?? null,
      dice: seeded(seed),
      heard: nothingHeard(),
      settled: [],
      computer,
      disk,
      secondDeliveries: () => counted(existsSync(notes) ? readFileSync(notes, 'utf8').split('\n') : []),
      end: async () => {
        await service.end();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
