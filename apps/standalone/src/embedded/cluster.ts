import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { canEnter, type DatabaseUser } from './database-user.js';

/**
 * One database folder and how to reach it. `asked` and `workingFolder` are what PostgreSQL is told: where a folder above is
 * closed to its user, it enters through the working folder that it inherits, and every file stays where it belongs.
 */
export type Cluster = Place & { readonly folder: string; readonly asked: string; readonly workingFolder: string };

type Place = { readonly dataDir: string; readonly binaries: string; readonly user: DatabaseUser; readonly durable: boolean };

const throughWorkingFolder = '/proc/self/cwd';

/** Opens the database folder below `dataDir`, and makes it first where there is none. Says `isNew` in that case. */
export function openCluster({
  dataDir,
  binaries,
  user,
  durable,
  say,
}: Place & { say: (sentence: string) => void }): Cluster & { isNew: boolean } {
  const folder = join(dataDir, 'postgres');
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  if (isNew) makeCluster({ dataDir, folder, binaries, user, durable });
  const isReached = canEnter(user, dataDir);
  if (!isReached)
    say(
      `A folder above ${folder} is closed to the database's user, so the database works from inside its folder and nothing was opened.`,
    );
  return {
    dataDir,
    folder,
    binaries,
    user,
    durable,
    isNew,
    asked: isReached ? folder : throughWorkingFolder,
    workingFolder: isReached ? '/' : folder,
  };
}

/** The superuser's password: made with the folder, readable by the database's user alone. */
export function passwordOf(folder: string): string {
  const file = join(folder, passwordFile);
  if (!existsSync(file))
    throw new Error(`${file} is missing: without it nobody can sign in to this database. Restore the folder from a backup.`);
  return readFileSync(file, 'utf8').trim();
}

const passwordFile = 'teg-password';

/** Made beside and then renamed, so that a folder called `postgres` is always whole, however a start was interrupted. */
function makeCluster({ dataDir, folder, binaries, user, durable }: Place & { folder: string }): void {
  for (const name of readdirSync(dataDir))
    if (name.startsWith('postgres.new')) rmSync(join(dataDir, name), { recursive: true, force: true });
  const fresh = join(dataDir, 'postgres.new');
  const password = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) for (const path of [fresh, password]) chownSync(path, user.uid, user.gid);
  const isReached = canEnter(user, dataDir);
  const descriptor = openSync(password, 'r');
  const answer = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      '-D',
      isReached ? fresh : throughWorkingFolder,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile=/dev/fd/3',
      '--no-instructions',
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync', '-c', 'scram_iterations=1']),
    ],
    {
      ...user,
      cwd: isReached ? '/' : fresh,
      env: { LC_ALL: 'C' },
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe', descriptor],
    },
  );
  closeSync(descriptor);
  if (answer.status !== 0)
    throw new Error(`No database could be made in ${folder}: ${answer.error?.message ?? answer.stderr.trim()}`);
  renameSync(password, join(fresh, passwordFile));
  renameSync(fresh, folder);
}
