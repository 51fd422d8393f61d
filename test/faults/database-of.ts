import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';
import { type RunningService } from './running-teg.js';

/** Asks the database of the service as its superuser, on a connection of its own; tries again while it is down. */
export async function askDatabase<Row extends QueryResultRow>(
  service: RunningService,
  sql: string,
  patienceMs = 60_000,
): Promise<Row[]> {
  for (const until = Date.now() + patienceMs; ; await sleep(100)) {
    const client = new Client({ connectionString: addressOf(service), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(sql)).rows;
    } catch (error) {
      if (!isAway(error) || Date.now() > until) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function addressOf({ folder }: RunningService): string {
  const data = join(folder, 'data');
  const password = readFileSync(join(data, 'postgres', 'teg-password'), 'utf8').trim();
  const port = readFileSync(join(data, 'postgres-port'), 'utf8').trim();
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Down, coming up, going down, or in each other's way: all of it passes. */
function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return /^(ECONN|EPIPE|57P0|08|53|40P01|55P03|58)/.test(code ?? '') || /[Cc]onnection|timeout/.test(message ?? '');
}
