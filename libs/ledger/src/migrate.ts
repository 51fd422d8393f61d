import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import * as migrations from '../../../migrations/index.js';

/** Passwords of the three roles that log in. A null password leaves the role's password as it is. */
export type Logins = { readonly app: string | null; readonly bell: string | null; readonly eraser: string | null };

const roles = { teg_owner: 'nologin', teg_door: 'nologin', teg_app: 'login', teg_bell: 'login', teg_eraser: 'login' };

/**
 * Makes roles and schema and brings the schema up to date. `url` must belong to a role that may create roles and schemas.
 * Two at once wait for each other; what has run is not run again.
 */
export async function migrate(url: string, logins: Logins): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('teg migrate'))");
    await makeRoles(client, logins);
    await client.query('create schema if not exists teg authorization teg_owner');
    await runMigrations(url);
  } finally {
    await client.end();
  }
}

async function makeRoles(client: Client, logins: Logins): Promise<void> {
  for (const [role, login] of Object.entries(roles)) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (!rowCount) await client.query(`create role ${escapeIdentifier(role)} ${login} noinherit nosuperuser nobypassrls`);
  }
  for (const [name, password] of Object.entries(logins)) {
    if (password !== null)
      await client.query(`alter role ${escapeIdentifier(`teg_${name}`)} password ${escapeLiteral(password)}`);
  }
  await client.query('grant teg_owner, teg_door to current_user');
  await client.query('grant teg_door to teg_owner');
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await client.query(`grant connect on database ${escapeIdentifier(rows[0]?.name ?? '')} to teg_app, teg_bell, teg_eraser`);
}

async function runMigrations(url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'teg',
    migrationsTableName: 'migration',
    migrations: Object.values(migrations),
    poolSize: 1,
    extra: { options: '-c role=teg_owner' },
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
