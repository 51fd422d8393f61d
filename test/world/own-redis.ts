import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';

/** A Redis of one's own, empty, which keeps nothing on disk. */
export type OwnRedis = { readonly url: string; stop(): Promise<void> };

// The shell ends the server when its own input ends, so that it does not outlive a test run that was killed.
const guarded = 'redis-server "$@" & pid=$!; cat >/dev/null; kill "$pid"; wait "$pid"';

/** Starts redis-server on a free port. Without the program this fails and says how to get it: it is never skipped. */
export async function ownRedis(): Promise<OwnRedis> {
  if (spawnSync('redis-server', ['--version']).error)
    throw new Error('redis-server is missing. Type: apt-get update && apt-get install -y redis-server');
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const shell = spawn('/bin/sh', ['-c', guarded, 'sh', ...settings], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(shell, 'close');
  await new Promise<void>((resolve, reject) => {
    let said = '';
    shell.stdout.on('data', (part) => {
      said += String(part);
      if (said.includes('Ready to accept connections')) resolve();
    });
    void ended.then(() => reject(new Error(`redis-server ended:\n${said}`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      shell.stdin.end();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
