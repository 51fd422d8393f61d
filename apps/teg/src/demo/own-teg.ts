import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant } from '#calendar';
import { Halt } from '../word.js';

/** A Teg of one's own: in a temporary folder, on a free port, with a clock that begins where it is told to. */
export type OwnTeg = {
  readonly url: string;
  readonly folder: string;
  /** Stops it in order and removes the folder. May be called twice. */
  readonly end: () => Promise<void>;
};

const program = resolve(import.meta.dirname, '../../../standalone/src/main.js');

/** Nothing of the environment goes along: a database or a queue of the operator's is not ours to play with. */
export async function ownTeg(clockStart: Instant): Promise<OwnTeg> {
  const folder = await mkdtemp(join(tmpdir(), 'teg-demo-'));
  await chmod(folder, 0o711); // started by root, PostgreSQL works as another user and must get in
  const port = String(await freePort());
  const env = { PORT: port, TEG_DATA_DIR: join(folder, 'data'), TEG_CLOCK_START: clockStart, TEG_RATE_LIMIT: '0', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const closed = once(child, 'close');
  const answers = new Promise<void>((begun, failed) => {
    const hear = (part: unknown): void => {
      said = `${said}${String(part)}`.slice(-20_000);
      if (said.includes('Teg answers at')) begun();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void closed.then(() => failed(new Halt(`The service of the demonstration did not start:\n${said.slice(-2000)}`, 1)));
  });
  let ending: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await closed;
    await stopOrphan(join(folder, 'data', 'postgres'));
    await rm(folder, { recursive: true, force: true });
  };
  const end = (): Promise<void> => (ending ??= stop());
  try {
    await answers;
  } catch (error) {
    await end();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, folder, end };
}

/** Where the service was killed its PostgreSQL lives on, and nobody else would ever stop it. */
async function stopOrphan(postgres: string): Promise<void> {
  const lock = join(postgres, 'postmaster.pid');
  const pid = existsSync(lock) ? Number((await readFile(lock, 'utf8')).split('\n')[0]) : 0;
  if (!(pid > 1)) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return; // It is gone already.
  }
  // Its last act is to take away its lock; a process that nobody reaps would still look alive.
  for (let tries = 0; tries < 100 && existsSync(lock); tries += 1) await sleep(100);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A listening server has a port.');
  return address.port;
}
