import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from '../../apps/teg/src/player/exchange.js';
import { type RunningService } from './running-teg.js';

/** Whether /health says within two minutes that the service and its worker are well. */
export async function isWell({ url }: RunningService): Promise<boolean> {
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(200)) {
    const answer = await exchange({ method: 'GET', url: new URL(`${url}/health`), headers: {} }).catch(() => null);
    if (answer?.status === 200) return true;
  }
  return false;
}
