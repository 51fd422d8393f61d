import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** The built service in a process of its own, on a temporary folder and a free port of its own. */
export type RunningService = {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  /** Kills the process of the service and nothing else (-9); its PostgreSQL lives on. */
  readonly kill: () => Promise<void>;
  /** Kills it (-9) so many milliseconds from now. */
  readonly killAfter: (milliseconds: number) => Promise<void>;
  /** Starts it again in the same folder and on the same port; resolves when it answers. */
  readonly startAgain: () => Promise<void>;
  /** Starts it and kills it (-9) so many milliseconds later, whether or not it answers by then. */
  readonly startAndKill: (milliseconds: number) => Promise<void>;
  readonly isRunning: () => boolean;
  /** The postmaster of its database, or 0. */
  readonly postmaster: () => number;
  readonly said: () => string;
  /** Stops it in order and removes the folder. */
  readonly end: () => Promise<void>;
};

// This file stands in test/ for Jest and in dist/test/ for npm run faults.
const above = resolve(import.meta.dirname, '../..');
const built = resolve(above, basename(above) === 'dist' ? '.' : 'dist');
const program = resolve(built, 'apps/standalone/src/main.js');

/** What a service finds around it beside its environment. */
export type Surroundings = {
  /** Names of modules of this folder that Node loads before the service. */
  readonly preloads?: readonly string[];
  /** The folder that the service works in; a temporary one where nothing is said. Its content is removed at the end. */
  readonly folder?: string;
};

export async function runService(
  settings: { readonly [name: string]: string } = {},
  { preloads = [], folder = temporaryFolder() }: Surroundings = {},
): Promise<RunningService> {
  const loaded = preloads.flatMap((name) => ['--import', pathToFileURL(resolve(built, 'test/faults', `${name}.js`)).href]);
  const port = await freePort();
  const environment = {
    ...process.env,
    TEG_RATE_LIMIT: '0',
    ...settings,
    TEG_DATA_DIR: join(folder, 'data'),
    PORT: String(port),
  };
  let said = '';
  let child: ChildProcess;

  const start = async (): Promise<void> => {
    const begun = spawn(process.execPath, [...loaded, program], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child = begun;
    const answers = new Promise<void>((resolve, reject) => {
      let output = '';
      begun.stdout.on('data', (part) => {
        output += String(part);
        if (output.includes('Teg answers at')) resolve();
      });
      begun.stderr.on('data', (part) => (said = `${said}${String(part)}`.slice(-50_000)));
      begun.on('close', (code) =>
        reject(new Error(`The service ended (${code ?? 'killed'}) before it answered:\n${said.slice(-3000)}`)),
      );
    });
    await answers;
  };
  const endedBy = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  };

  try {
    await start();
  } catch (error) {
    empty(folder);
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    folder,
    kill: () => endedBy('SIGKILL'),
    killAfter: async (milliseconds) => {
      await sleep(milliseconds);
      await endedBy('SIGKILL');
    },
    startAgain: start,
    startAndKill: async (milliseconds) => {
      const answer = start();
      answer.catch(() => undefined); // it is killed before it can answer
      await sleep(milliseconds);
      await endedBy('SIGKILL');
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    postmaster: () => recordedPostmaster(join(folder, 'data', 'postgres')),
    said: () => said,
    end: async () => {
      // Nobody but a service stops the database in order: where it was killed it is started once more for that.
      if (child.exitCode !== null || child.signalCode !== null) await start();
      await endedBy('SIGTERM');
      empty(folder);
    },
  };
}

/** Removes it with all that is in it; where a disk is mounted there, what is in it. */
function empty(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
  }
}

/** Started by root, PostgreSQL works as another user and must get in. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'teg-service-'));
  chmodSync(folder, 0o711);
  return folder;
}

function recordedPostmaster(postgres: string): number {
  try {
    return Number(readFileSync(join(postgres, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
