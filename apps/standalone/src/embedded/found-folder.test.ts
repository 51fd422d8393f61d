import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { embeddedProcess, temporaryFolder } from '../../../../test/world/embedded-child.js';

describe('a start in a folder that was used before', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (url: string, sql: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<{ answer: unknown }>(sql)).rows[0]?.answer;
    } finally {
      await client.end();
    }
  };
  const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/cwd`);
  const gone = async (pid: number): Promise<void> => {
    for (const until = Date.now() + 10_000; isAlive(pid) && Date.now() < until;) await sleep(20);
    expect(isAlive(pid)).toBe(false);
  };

  it('stops plainly with 1 when another Teg holds the folder, and leaves that one alone', async () => {
    const first = embeddedProcess(folder, '--fleeting');
    const { url } = await first.answer;
    const second = embeddedProcess(folder, '--fleeting');
    expect(await second.code).toBe(1);
    expect(second.said()).toBe(
      `Another Teg (process ${first.pid}) is using the folder ${folder}: stop it first, or give this one another folder with TEG_DATA_DIR.\n`,
    );
    expect(await run(url, 'select 1 as answer')).toBe(1);
    expect(await first.end('SIGTERM')).toBe(0);
  });

  it('gives a new folder to exactly one of three that start together', async () => {
    const all = [1, 2, 3].map(() => embeddedProcess(folder, '--fleeting'));
    const answers = await Promise.allSettled(all.map((teg) => teg.answer));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const codes = await Promise.all(all.map((teg) => teg.end('SIGTERM')));
    expect(codes.sort()).toEqual([0, 1, 1]);
  });

  it('adopts the orphaned server of a killed Teg, and stops it in the end', async () => {
    const killed = embeddedProcess(folder);
    const before = await killed.answer;
    await run(before.url, 'create table kept as select 7 as answer');
    expect(await killed.end('SIGKILL')).toBeNull();
    expect(isAlive(before.pid)).toBe(true);
    const heir = embeddedProcess(folder);
    expect(await heir.answer).toEqual({ ...before, found: 'orphaned' });
    expect(heir.said()).toContain(`(process ${before.pid}) without its Teg: it was adopted`);
    expect(await run(before.url, 'select answer from kept')).toBe(7);
    expect(await heir.end('SIGTERM')).toBe(0);
    expect(isAlive(before.pid)).toBe(false);
  });

  it('recovers from a stale lock when Teg and database were killed, and keeps what was acknowledged', async () => {
    const killed = embeddedProcess(folder);
    const before = await killed.answer;
    await run(before.url, 'create table kept as select 7 as answer');
    await killed.end('SIGKILL');
    process.kill(before.pid, 'SIGKILL');
    const heir = embeddedProcess(folder);
    const after = await heir.answer;
    expect(after.found).toBe('stale');
    expect(heir.said()).toContain('its stale lock was removed and the database has recovered');
    expect(await run(after.url, 'select answer from kept')).toBe(7);
    expect(await heir.end('SIGTERM')).toBe(0);
  });

  it('is not misled when the number in the stale lock now belongs to another process of the same user', async () => {
    const killed = embeddedProcess(folder, '--fleeting');
    const { pid } = await killed.answer;
    await killed.end('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const stranger = spawn('/bin/sleep', ['60'], { ...user, cwd: '/' });
    const file = join(folder, 'postgres/postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(String(pid), String(stranger.pid)));
    const heir = embeddedProcess(folder, '--fleeting');
    expect((await heir.answer).found).toBe('stale');
    expect(await heir.end('SIGTERM')).toBe(0);
    expect(stranger.kill()).toBe(true);
  });

  it('waits for a server that is just stopping, then starts it afresh', async () => {
    const killed = embeddedProcess(folder, '--fleeting');
    const { pid } = await killed.answer;
    await killed.end('SIGKILL');
    process.kill(pid, 'SIGINT');
    const heir = embeddedProcess(folder, '--fleeting');
    const { pid: other } = await heir.answer;
    expect(other).not.toBe(pid);
    expect(await heir.end('SIGTERM')).toBe(0);
  });

  it('starts a killed database again on the same port while Teg lives, with everything acknowledged', async () => {
    const teg = embeddedProcess(folder);
    const { url, pid } = await teg.answer;
    await run(url, 'create table kept as select 7 as answer');
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    let answer: unknown;
    for (const until = Date.now() + 15_000; answer === undefined && Date.now() < until; await sleep(50))
      answer = await run(url, 'select answer from kept').catch(() => undefined);
    expect(answer).toBe(7);
    expect(teg.said()).toContain(`The database (process ${pid}) has stopped unexpectedly: it is being started again.`);
    expect(await teg.end('SIGTERM')).toBe(0);
  });

  it('stops what it was starting when the signal comes before the database answers', async () => {
    const teg = embeddedProcess(folder);
    while (!existsSync(join(folder, 'postgres.new'))) await sleep(5);
    expect(await teg.end('SIGTERM')).toBe(0);
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
  });
});
