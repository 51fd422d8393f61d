import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { askDatabase } from './database-of.js';
import { fillDisk } from './fill-disk.js';
import { isWell } from './is-well.js';
import { jump } from './move-case-clock.js';
import { type RunningService } from './running-teg.js';
import { type Scene } from './scene.js';
import { type Dice } from './seeded.js';

/**
 * `kill`: -9 of the service; its database lives on and is adopted. `killBoth`: -9 of the database's postmaster as well. `killStarting`: -9
 * of a service that has not come up yet. `restart`: the database stops in immediate mode under the running service. `empty`: everything
 * that is in the queue is gone, its schedules too. `jumpDays`, `jumpBrink`, `jumpKilled`: the case clock jumps, as `Jump` says. `clockForward`,
 * `clockBack`: the clock of the computer is set, by up to 30 hours forward or 12 back. `diskFull`,
 * `diskFullKilled`: the disk of the data folder is full for some seconds; in the second the service is killed and started meanwhile.
 */
export type Harm =
  | 'kill'
  | 'killBoth'
  | 'killStarting'
  | 'restart'
  | 'empty'
  | 'jumpDays'
  | 'jumpBrink'
  | 'jumpKilled'
  | 'clockForward'
  | 'clockBack'
  | 'diskFull'
  | 'diskFullKilled';

export type Amounts = {
  readonly kills?: number;
  readonly restarts?: number;
  readonly empties?: number;
  readonly jumps?: number;
  readonly clockMoves?: number;
  readonly fullDisks?: number;
};

/**
 * What will be done, in an order that the dice decide. One kill in four takes the database along, one in six hits a start; one jump in
 * three stops at the brink of an alert, one in three is killed.
 */
export function planHarm(
  { kills = 0, restarts = 0, empties = 0, jumps = 0, clockMoves = 0, fullDisks = 0 }: Amounts,
  dice: Dice,
): readonly Harm[] {
  const jumpKinds = ['jumpDays', 'jumpBrink', 'jumpKilled'] as const;
  const plan: Harm[] = [
    ...Array.from({ length: kills }, (_, index): Harm =>
      index % 4 === 1 ? 'killBoth' : index % 6 === 2 ? 'killStarting' : 'kill',
    ),
    ...Array<Harm>(restarts).fill('restart'),
    ...Array<Harm>(empties).fill('empty'),
    ...Array.from({ length: jumps }, (_, index): Harm => jumpKinds[index % 3] ?? 'jumpDays'),
    ...Array.from({ length: clockMoves }, (_, index): Harm => (index % 2 === 0 ? 'clockForward' : 'clockBack')),
    ...Array.from({ length: fullDisks }, (_, index): Harm => (index % 3 === 2 ? 'diskFullKilled' : 'diskFull')),
  ];
  for (let index = plan.length - 1; index > 0; index -= 1) {
    const other = dice.between(0, index);
    [plan[index], plan[other]] = [plan[other] as Harm, plan[index] as Harm];
  }
  return plan;
}

/** What was done, in words. */
export function told(plan: readonly Harm[]): string {
  const count = (...kinds: readonly Harm[]) => plan.filter((one) => kinds.includes(one)).length;
  const starting = count('killStarting');
  const kills = count('kill', 'killBoth', 'jumpKilled') + 2 * starting;
  return [
    `${kills} kills of the service (${count('killBoth')} with its database, ${starting} while it started, ${count('jumpKilled')} while the case clock jumped)`,
    `${count('restart')} immediate restarts of the database`,
    `${count('empty')} times the queue emptied`,
    `${count('jumpDays', 'jumpBrink', 'jumpKilled')} jumps of the case clock`,
    `the computer's clock set forward ${count('clockForward')} times and back ${count('clockBack')} times`,
    `the disk full ${count('diskFull', 'diskFullKilled')} times (${count('diskFullKilled')} with a kill and a start while it was full)`,
  ].join(', ');
}

/** Does it; when it returns the service runs, or its database is coming up under it. */
export async function doHarm(scene: Scene, harm: Harm): Promise<void> {
  const { service, dice } = scene;
  switch (harm) {
    case 'kill':
      await service.kill();
      return service.startAgain();
    case 'killBoth': {
      const first = dice.isOneOf(2);
      if (first) signal(service.postmaster(), 'SIGKILL');
      await service.kill();
      if (!first) signal(service.postmaster(), 'SIGKILL');
      return service.startAgain();
    }
    case 'killStarting':
      await service.kill();
      await service.startAndKill(dice.between(50, 2_000));
      return service.startAgain();
    case 'restart':
      return restartDatabase(service);
    case 'empty':
      return emptyQueue(scene);
    case 'jumpDays':
      return jump(scene, 'days');
    case 'jumpBrink':
      return jump(scene, 'brink');
    case 'jumpKilled':
      return jump(scene, 'killed');
    case 'clockForward':
      return setClock(scene, dice.between(60, 30 * 60));
    case 'clockBack':
      return setClock(scene, -dice.between(60, 12 * 60));
    case 'diskFull':
      return fillDisk(scene, false);
    case 'diskFullKilled':
      return fillDisk(scene, true);
  }
}

/** SIGQUIT is PostgreSQL's immediate shutdown: it recovers from its log as after a crash. The running service starts it again. */
async function restartDatabase(service: RunningService): Promise<void> {
  const before = service.postmaster();
  signal(before, 'SIGQUIT');
  for (let tick = 0; tick < 600; tick += 1) {
    const now = service.postmaster();
    if (now !== 0 && now !== before) return;
    await sleep(100);
  }
  throw new Error('The database did not come back within a minute.');
}

/** The worker's heart beats through the queue and is compared with the database's clock: after a move it is well when it has beaten anew. */
async function setClock({ computer, settled, service, heard, dice }: Scene, minutes: number): Promise<void> {
  computer?.move(minutes * 60_000);
  // Clocks that are started now are dated before moments at which all was handled, and owe nothing by them.
  if (minutes < 0) settled.length = 0;
  if (!(await isWell(service)))
    heard.unexpected.push(`the worker's heart did not beat again when the clock was set by ${minutes} min`);
  await sleep(dice.between(1_000, 6_000));
}

async function emptyQueue({ service, redisUrl }: Scene): Promise<void> {
  if (redisUrl !== null) {
    const redis = new Redis(redisUrl);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const tables = await askDatabase<{ name: string }>(
    service,
    "select format('bullmq.%I', tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'",
  );
  await askDatabase(service, `set lock_timeout = '3s'; truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch (error) {
    // Gone already: the harm was done by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
