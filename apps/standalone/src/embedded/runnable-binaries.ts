import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type DatabaseUser } from './database-user.js';
import { type PlatformBinaries } from './platform-binaries.js';

/**
 * The folder of a PostgreSQL that `user` can run: the installed one, or else a copy under the temporary folder, named by
 * version and kept for the next start. A copy is needed when a folder above node_modules is closed to that user (a clone
 * under root's home) or when npm was told to run no install scripts (then links between libraries are missing).
 */
export function runnableBinaries(
  user: DatabaseUser,
  installed: PlatformBinaries,
  say: (sentence: string) => void,
  place = tmpdir(),
): string {
  const fault = faultOf(user, installed.native);
  if (!fault) return installed.native;
  const owner = process.getuid?.() ?? 0;
  const copy = join(place, `teg-postgres-${installed.version}-${process.arch}-${owner}`);
  if (!existsSync(copy) || !isWhole(copy, installed.native)) makeCopy(installed.native, copy);
  const { uid, mode } = lstatSync(copy);
  // Whoever can write there could have their own program run as the database: so the copy must be ours alone.
  if (uid !== owner || (mode & 0o022) !== 0)
    throw new Error(`${copy} belongs to somebody else: remove it, or set TMPDIR to another folder.`);
  const copyFault = faultOf(user, copy);
  if (copyFault)
    throw new Error(
      `PostgreSQL can be run neither from ${installed.native} (${fault}) nor from ${copy} (${copyFault}): set TMPDIR to a folder that every user can enter.`,
    );
  say(`The database's user cannot run the programs in ${installed.native}, so a copy in ${copy} is used.`);
  return copy;
}

/** Why it does not run, or nothing. Asking the program itself covers closed folders, missing libraries and `noexec` alike. */
function faultOf(user: DatabaseUser, native: string): string | undefined {
  const answer = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', env: {}, encoding: 'utf8' });
  if (answer.status === 0) return undefined;
  return answer.error?.message ?? answer.stderr.trim();
}

/** Cleaners of temporary folders remove single old files: names and sizes are compared, links are left out. */
function isWhole(copy: string, native: string): boolean {
  const sizes = (folder: string): string =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => ({ name, stat: lstatSync(join(folder, name)) }))
      .filter(({ stat }) => stat.isFile())
      .map(({ name, stat }) => `${name} ${stat.size}`)
      .sort()
      .join('\n');
  return lstatSync(copy).isDirectory() && sizes(copy) === sizes(native);
}

function makeCopy(native: string, copy: string): void {
  const fresh = mkdtempSync(`${copy}.`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  linkLibraries(fresh);
  openToAll(fresh);
  try {
    if (existsSync(copy)) renameSync(copy, `${fresh}.old`);
    renameSync(fresh, copy);
  } catch (error) {
    // Another start made the same copy meanwhile, or the name is somebody else's: the caller looks whose it is.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  rmSync(`${fresh}.old`, { recursive: true, force: true });
}

/** What the package's own install script does: `{source, target}` pairs, written from the folder above native/. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target.replace(/^native\//, ''));
    if (dirname(source) === dirname(target) && !existsSync(link)) symlinkSync(basename(source), link);
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
