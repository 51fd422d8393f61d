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

/** A database that others are copied from. `prepare` is handed its address as superuser, and leaves no connection to it. */
export type Template = { readonly name: string; prepare(adminUrl: string): Promise<void> };

const logins = { app: 'app', bell: 'bell', eraser: 'eraser' };
const migrated: Template = { name: 'teg_template', prepare: (url) => migrate(url, logins) };

/**
 * Made in about 50 ms from a template that the first caller of the run migrates; callers in other processes wait for it. With `more` it is
 * a copy of a second template, which has that on top.
 */
export async function freshDatabase(more?: Template): Promise<FreshDatabase> {
  const server = process.env['TEG_TEST_POSTGRES'];
  if (!server)
    throw new Error('TEG_TEST_POSTGRES is not set: test/world/global-setup.mjs starts the server, so run the test with Jest.');
  const name = `teg_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (client) => {
    await makeTemplate(server, client, migrated, 'template1');
    if (more) await makeTemplate(server, client, more, migrated.name);
    await client.query(copyOf(name, (more ?? migrated).name));
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

const copyOf = (name: string, original: string): string =>
  `create database ${escapeIdentifier(name)} template ${escapeIdentifier(original)} strategy file_copy`;

/** Renamed only when it is whole: a migration that fails must fail for every test, not leave half a template for the next. */
async function makeTemplate(server: string, client: Client, { name, prepare }: Template, original: string): Promise<void> {
  await client.query("select pg_advisory_lock(hashtext('teg test template'))");
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${escapeIdentifier(unfinished)} with (force)`);
    await client.query(copyOf(unfinished, original));
    await prepare(addressOf(server, unfinished));
    await client.query(`alter database ${escapeIdentifier(unfinished)} rename to ${escapeIdentifier(name)}`);
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
