import { setTimeout as sleep } from 'node:timers/promises';
import { type Scene } from './scene.js';

/**
 * Fills the disk under the service and its database, goes on filling for some seconds what a recovering database sets free, and makes room
 * again. A service that gave up meanwhile, or that was killed and could not start, is started anew: more nobody has to do.
 */
export async function fillDisk({ disk, service, dice }: Scene, isKilled: boolean): Promise<void> {
  if (disk === null) throw new Error('There is no small disk to be filled.');
  disk.fill();
  for (let tick = dice.between(8, 24); tick > 0; tick -= 1) {
    await sleep(500);
    disk.fill();
  }
  if (isKilled) {
    await service.kill();
    await service.startAndKill(dice.between(2_000, 6_000));
  }
  disk.makeRoom();
  if (!service.isRunning()) await service.startAgain();
}
