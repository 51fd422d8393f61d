import { type EmbeddedPostgres, startPostgres } from './embedded/start-postgres.js';
import { type Secrets, secretsOf } from './secrets.js';
import { Ledger, migrate, poolOf, recordSource } from '#ledger';
import { foundDemonstration } from '#people';
import { prepareQueue } from '#worker';
import { Client } from 'pg';

/** The demonstration's database, migrated and with its people in it. */
export type Demonstration = {
  readonly postgres: EmbeddedPostgres;
  readonly secrets: Secrets;
  readonly appUrl: string;
  readonly bellUrl: string;
  readonly eraserUrl: string;
};

export type DemonstrationOrder = { readonly dataDir: string; readonly port: number; readonly clockStart: string | undefined };

/**
 * Starts (or adopts) the embedded database of the data folder and brings it up to date. Throws `FolderHeld` where another Teg
 * uses the folder.
 */
export async function openDemonstration({ dataDir, port, clockStart }: DemonstrationOrder): Promise<Demonstration> {
  const postgres = await startPostgres({ dataDir, durable: true, servesAt: port });
  try {
    const secrets = secretsOf(dataDir);
    await migrate(postgres.url, { app: secrets.app, bell: secrets.bell, eraser: secrets.eraser });
    await prepareQueue(postgres.url);
    await startClock(postgres.url, clockStart);
    const appUrl = as(postgres.url, 'teg_app', secrets.app);
    await foundPeople(appUrl);
    return {
      postgres,
      secrets,
      appUrl,
      bellUrl: as(postgres.url, 'teg_bell', secrets.bell),
      eraserUrl: as(postgres.url, 'teg_eraser', secrets.eraser),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Only the demonstration has this row; its clock begins where it is told to, once, and after that it only moves forward. */
async function startClock(url: string, start: string | undefined): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at)
       values (true, coalesce(extract(epoch from ($1::timestamptz - clock_timestamp())) * 1000, 0)::bigint, clock_timestamp())
       on conflict do nothing`,
      [start ?? null],
    );
  } finally {
    await client.end();
  }
}

async function foundPeople(appUrl: string): Promise<void> {
  const source = await recordSource(appUrl, 2).initialize();
  try {
    await foundDemonstration(new Ledger(poolOf(source)));
  } finally {
    await source.destroy();
  }
}

function as(url: string, role: string, password: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = password;
  return address.href;
}
