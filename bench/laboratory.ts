import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '#ledger';
import { startPostgres } from '../apps/standalone/src/embedded/start-postgres.js';

/** A durable embedded PostgreSQL of one's own in a temporary folder, for measurements. */
export type Laboratory = {
  /** Makes a database with every migration applied. */
  readonly database: (name: string) => Promise<Bench>;
  /** `fsync on, synchronous_commit on, full_page_writes on`, as the server says. */
  readonly durability: string;
  readonly isDurable: boolean;
  readonly stop: () => Promise<void>;
};

/** The addresses of one database: as superuser, and as the role that the service works as. */
export type Bench = { readonly name: string; readonly adminUrl: string; readonly appUrl: string; readonly bellUrl: string };

const logins = { app: 'app', bell: 'bell', eraser: 'eraser' };

export async function openLaboratory(): Promise<Laboratory> {
  const folder = mkdtempSync(join(tmpdir(), 'teg-bench-'));
  chmodSync(folder, 0o711); // started by root, PostgreSQL works as another user and must get in
  const postgres = await startPostgres({ dataDir: folder, durable: true });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('SIGINT', () => void stop().then(() => process.exit(130)));
  const settings = await ask<{ name: string; setting: string }>(
    postgres.url,
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name",
  );
  return {
    durability: settings.map(({ name, setting }) => `${name} ${setting}`).join(', '),
    isDurable: settings.length === 3 && settings.every(({ setting }) => setting === 'on'),
    database: async (name) => {
      await ask(postgres.url, `create database ${name}`);
      const adminUrl = addressOf(postgres.url, name);
      await migrate(adminUrl, logins);
      return {
        name,
        adminUrl,
        appUrl: addressOf(postgres.url, name, 'teg_app', 'app'),
        bellUrl: addressOf(postgres.url, name, 'teg_bell', 'bell'),
      };
    },
    stop,
  };
}

/** One question on a connection of its own. */
export async function ask<Row extends object = Record<string, unknown>>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

function addressOf(url: string, database: string, user?: string, password?: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (user !== undefined && password !== undefined) [address.username, address.password] = [user, password];
  return address.href;
}
