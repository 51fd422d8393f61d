import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, NoAnswer } from './exchange.js';

export type Patience = {
  /** For how long, in milliseconds, a request is sent again when nobody answers or the service says 503 or 429. None by default. */
  readonly patienceMs?: number;
  /** Told each time a request will be sent again: why, and how long it waits first. */
  readonly onRetry?: (why: string, waitMs: number) => void;
};

const longestWait = 2_000;

/**
 * Sends again what may be sent again; the caller vouches that it may (a read, or a write with its key). On a connection that had gone
 * stale, at once; where nobody answers, and on 503 and 429, while patience lasts, waiting as the service says or a little longer each time.
 */
export async function insist(ask: () => Promise<Answer>, { patienceMs = 0, onRetry }: Patience): Promise<Answer> {
  const until = Date.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    const result = await attemptOf(ask);
    if (result instanceof NoAnswer && result.isStaleConnection && attempt === 0) continue;
    const isFinal = !(result instanceof NoAnswer) && result.status !== 503 && result.status !== 429;
    if (isFinal || Date.now() >= until) {
      if (result instanceof NoAnswer) throw result;
      return result;
    }
    const asked = result instanceof NoAnswer ? 0 : Number(result.headers['retry-after'] ?? 0) * 1000;
    const waitMs = Math.min(asked > 0 ? asked : Math.min(50 * 2 ** attempt, longestWait), until - Date.now());
    onRetry?.(result instanceof NoAnswer ? result.message : String(result.status), waitMs);
    await sleep(waitMs);
  }
}

async function attemptOf(ask: () => Promise<Answer>): Promise<Answer | NoAnswer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NoAnswer) return error;
    throw error;
  }
}
