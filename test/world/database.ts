import { migrate } from '#ledger';
import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** A database of one's own, with every migration applied and nothing else in it. */
export type FreshDatabase = {
  /** As superuser: row-level security does not hold it. */
  readonly adminUrl: string;
  /** As `teg_app`, the role that the service works as. */
  readonly appUrl: string;
  /** As `teg_bell`, which finds what is due and owns the queue. */
  readonly bellUrl: string;
  /** As `teg_eraser`, the role of the retention job. */
  readonly eraserUrl: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
};

const template = 'teg_template';
const logins = { app: 'app', bell: 'bell', eraser: 'eraser' };

/** Made in about 50 ms from a template that the first caller of the run migrates; callers in other processes wait for it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['TEG_TEST_POSTGRES'];
  if (!server)
    throw new Error('TEG_TEST_POSTGRES is not set: test/world/global-setup.mjs starts the server, so run the test with Jest.');
  const name = `teg_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (client) => {
    await makeTemplate(server, client);
    await client.query(`create database ${escapeIdentifier(name)} template ${template} strategy file_copy`);
  });
  return {
    adminUrl: addressOf(server, name),
    appUrl: addressOf(server, name, 'teg_app', logins.app),
    bellUrl: addressOf(server, name, 'teg_bell', logins.bell),
    eraserUrl: addressOf(server, name, 'teg_eraser', logins.eraser),
    drop: () =>
      asAdmin(
        server,
        async (client) => void (await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)),
      ),
  };
}

/** Renamed only when it is whole: a migration that fails must fail for every test, not leave half a template for the next. */
async function makeTemplate(server: string, client: Client): Promise<void> {
  await client.query("select pg_advisory_lock(hashtext('teg test template'))");
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    await migrate(addressOf(server, unfinished), logins);
    await client.query(`alter database ${unfinished} rename to ${template}`);
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('teg test template'))");
  }
}

async function asAdmin(server: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(server: string, name: string, user?: string, password?: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}
