import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Cluster } from './cluster.js';
import { settings } from './settings.js';

/** A server that this process launched. `log` is what it has written since. */
export type ServerProcess = { readonly hasEnded: boolean; readonly log: string };

const largestLog = 5_000_000;

/**
 * Launches PostgreSQL in a session of its own, so that Ctrl-C in the terminal reaches Teg alone, which then stops both in
 * order. Its log goes to a file, not a pipe: it must be able to outlive us.
 */
export function launchServer(cluster: Cluster, port: number): ServerProcess {
  const file = join(cluster.dataDir, 'postgres.log');
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.old`);
  const descriptor = openSync(file, 'a', 0o600);
  const begin = statSync(file).size;
  let failure: string | undefined;
  const child = spawn(join(cluster.binaries, 'bin', 'postgres'), ['-D', cluster.asked, ...settings(cluster.durable, port)], {
    ...cluster.user,
    cwd: cluster.workingFolder,
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', 'ignore', descriptor],
  });
  closeSync(descriptor);
  child.on('error', (error) => (failure = error.message));
  child.unref();
  return {
    get hasEnded() {
      return failure !== undefined || child.exitCode !== null || child.signalCode !== null;
    },
    get log() {
      return failure ?? readFileSync(file).subarray(begin).toString('utf8').trim();
    },
  };
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
