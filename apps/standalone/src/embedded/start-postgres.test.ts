import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedProcess, temporaryFolder } from '../../../../test/world/embedded-child.js';

describe('the embedded database', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('is made in an empty folder, is durable, and stops in order at SIGTERM', async () => {
    const teg = embeddedProcess(folder);
    const { url, found, pid } = await teg.answer;
    expect(found).toBe('new');
    expect(teg.said()).not.toMatch(/stale|adopted/);
    const rows = await ask(
      url,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding') order by name`,
    );
    expect(rows.map((row) => `${String(row['name'])}=${String(row['setting'])}`)).toEqual([
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=127.0.0.1',
      'server_encoding=UTF8',
      'synchronous_commit=on',
    ]);
    expect(await teg.end('SIGTERM')).toBe(0);
    expect(existsSync(`/proc/${pid}/cwd`)).toBe(false);
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('is found again as it was left, on the same port, and stops in order at SIGINT', async () => {
    const before = embeddedProcess(folder);
    const { url, port } = await before.answer;
    await ask(url, 'create table kept (word text); insert into kept values ($$teg$$)');
    expect(await before.end('SIGINT')).toBe(0);
    const after = embeddedProcess(folder);
    const again = await after.answer;
    expect(again).toMatchObject({ found: 'stopped', port });
    expect(await ask(again.url, 'select word from kept')).toEqual([{ word: 'teg' }]);
    expect(await after.end('SIGINT')).toBe(0);
  });

  it('lets nobody in without the password, which stands in a file that only its user reads', async () => {
    const teg = embeddedProcess(folder, '--fleeting');
    const { port } = await teg.answer;
    await expect(ask(`postgres://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    await expect(ask(`postgres://postgres@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow();
    const rules = readFileSync(join(folder, 'postgres/pg_hba.conf'), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(rules.every((line) => line.endsWith('scram-sha-256'))).toBe(true);
    expect(statSync(join(folder, 'postgres/teg-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    await teg.end('SIGTERM');
  });

  it('never runs as root', async () => {
    const teg = embeddedProcess(folder, '--fleeting');
    const { pid } = await teg.answer;
    const uid = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    expect(uid).toBe(process.getuid?.() === 0 ? 65534 : process.getuid?.());
    await teg.end('SIGTERM');
  });

  it('takes a free port when the one wanted is taken, says so and writes it into the folder', async () => {
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const taken = (stranger.address() as AddressInfo).port;
    const teg = embeddedProcess(folder, '--fleeting', '--port', String(taken));
    const { port, url } = await teg.answer;
    expect(port).not.toBe(taken);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(teg.said()).toContain(`Port ${taken} is taken, so the database listens on port ${port}.`);
    expect(readFileSync(join(folder, 'postgres-port'), 'utf8')).toBe(`${port}\n`);
    await teg.end('SIGTERM');
    stranger.close();
  });

  it('works in a folder below one that is closed to others, and opens none of them', async () => {
    const home = join(folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    chmodSync(folder, 0o700);
    const place = join(home, 'clone/.teg');
    const before = embeddedProcess(place);
    await ask((await before.answer).url, 'create table kept (word text)');
    if (process.getuid?.() === 0)
      expect(before.said()).toContain(`A folder above ${place}/postgres is closed to the database's user`);
    expect(await before.end('SIGTERM')).toBe(0);
    const after = embeddedProcess(place);
    expect(await ask((await after.answer).url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
    expect(await after.end('SIGTERM')).toBe(0);
    expect([folder, home].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
  });
});
