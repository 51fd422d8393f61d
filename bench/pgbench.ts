import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PgbenchRun = {
  readonly url: string;
  readonly script: string;
  readonly clients: number;
  /** Runs of the script by each client. */
  readonly times: number;
  readonly mode: 'simple' | 'prepared';
};

/** Where PostgreSQL's own load generator is; the embedded PostgreSQL comes without it. Throws a sentence that says what to install. */
export function findPgbench(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  // Debian's /usr/bin/pgbench is a wrapper in Perl that wants more surroundings than we give it.
  for (const candidate of [...versions.map((version) => join(debian, version, 'bin', 'pgbench')), 'pgbench']) {
    if (spawnSync(candidate, ['--version']).status === 0) return candidate;
  }
  throw new Error(
    'pgbench is not here: apt-get install postgresql-15 brings it (any version; an older one speaks to a newer server).',
  );
}

/** Runs of the script per second, all clients together, without the time to connect. Throws when a statement fails. */
export async function pgbench(program: string, run: PgbenchRun): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(run.url);
  const folder = mkdtempSync(join(tmpdir(), 'teg-pgbench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, run.script);
  const threads = String(Math.min(2, run.clients));
  // The database is the last word: -d would mean debug.
  const words = [
    '-n',
    '-h',
    hostname,
    '-p',
    port,
    '-U',
    username,
    '-M',
    run.mode,
    '-c',
    String(run.clients),
    '-j',
    threads,
    '-t',
    String(run.times),
    '-f',
    file,
    pathname.slice(1),
  ];
  try {
    const child = spawn(program, words, { env: { PGPASSWORD: password }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
    await once(child, 'close');
    const found = /^tps = ([\d.]+)/m.exec(output)?.[1];
    if (child.exitCode !== 0 || found === undefined)
      throw new Error(`pgbench failed (${child.exitCode ?? child.signalCode}):\n${output.slice(-2000)}`);
    return Number(found);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
