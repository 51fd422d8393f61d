import { Client } from 'pg';
import { freshDatabase } from './database.js';

const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a fresh database', () => {
  it('has every migration, and its logins are the roles that row-level security holds', async () => {
    const database = await freshDatabase();
    expect(await ask(database.adminUrl, "select to_regclass('teg.event') is not null as migrated")).toEqual([{ migrated: true }]);
    for (const role of ['app', 'bell', 'eraser'] as const) {
      expect(await ask(database[`${role}Url`], 'select session_user::text as me, current_database() as place')).toEqual([
        { me: `teg_${role}`, place: new URL(database.adminUrl).pathname.slice(1) },
      ]);
    }
    await database.drop();
  });

  it('is nobody else’s: what is made in one is not in another', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await ask(one.adminUrl, 'create table here (n int)');
    const isHere = "select to_regclass('public.here') is not null as here";
    expect(await ask(one.adminUrl, isHere)).toEqual([{ here: true }]);
    expect(await ask(other.adminUrl, isHere)).toEqual([{ here: false }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('is dropped even while somebody is connected', async () => {
    const { adminUrl, drop } = await freshDatabase();
    const guest = new Client({ connectionString: adminUrl });
    const ended = new Promise<void>((resolve) => guest.on('error', () => resolve()));
    await guest.connect();
    await drop();
    await ended;
    await expect(ask(adminUrl, 'select 1')).rejects.toThrow('does not exist');
  });
});
