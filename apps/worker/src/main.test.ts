import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type FreshDatabase, freshDatabase } from '../../../test/world/database.js';
import { prepareQueue } from './prepare-queue.js';

const program = resolve(import.meta.dirname, '../../../dist/apps/worker/src/main.js');

describe('the worker as a process of its own', () => {
  let database: FreshDatabase;
  let settings: Record<string, string>;
  beforeAll(async () => {
    database = await freshDatabase();
    settings = {
      DATABASE_URL: database.appUrl,
      BELL_DATABASE_URL: database.bellUrl,
      ERASER_DATABASE_URL: database.eraserUrl,
      CHECKPOINT_KEY: '07'.repeat(32),
    };
  });
  afterAll(() => database.drop());

  const start = (variables: Record<string, string>) => {
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (part) => (said.out += String(part)));
    child.stderr.on('data', (part) => (said.err += String(part)));
    return { child, said, code: once(child, 'close').then(() => child.exitCode) };
  };
  const heard = async (child: ChildProcess, said: { out: string }, code: string) => {
    while (!said.out.includes(`"code":"${code}"`) && child.exitCode === null)
      await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'close')]);
  };

  it('does not start without its settings, and names them', async () => {
    const { said, code } = start({ DATABASE_URL: database.appUrl });
    expect(await code).toBe(1);
    expect(said.err).toContain('BELL_DATABASE_URL is missing');
  });

  it('does not start on a queue that has no schema, and does not start as a superuser', async () => {
    const unprepared = start(settings);
    expect(await unprepared.code).toBe(1);
    expect(unprepared.said).toEqual({ out: '', err: expect.stringContaining('npm run -s teg -- migrate') as string });
    await prepareQueue(database.adminUrl);
    const bypassing = start({ ...settings, DATABASE_URL: database.adminUrl });
    expect(await bypassing.code).toBe(1);
    expect(bypassing.said.err).toContain('could bypass row-level security');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('says that it started, and at %s lets its jobs end and goes', async (signal) => {
    await prepareQueue(database.adminUrl);
    const { child, said, code } = start(settings);
    await heard(child, said, 'workerStarted');
    child.kill(signal);
    expect(await code).toBe(0);
    expect(said.err).toBe('');
    expect(
      said.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { code: string }).code),
    ).toEqual(expect.arrayContaining(['workerStarted', 'workerStopping', 'workerStopped']));
  });
});
