import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const complete = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'tools/complete-lock.mjs'), ...words], { encoding: 'utf8' });
type Entry = { version?: string; os?: string[]; cpu?: string[]; optional?: boolean; dev?: boolean; resolved?: string };
const packagesOf = (file: string): Record<string, Entry> =>
  (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }).packages;

describe('package-lock.json', () => {
  const lock = join(root, 'package-lock.json');

  it('has an entry for every optional package, so that npm ci takes it', () => {
    const { status, stdout } = complete('--check');
    expect(stdout).toMatch(/^\d+ entries, 0 missing\n$/);
    expect(status).toBe(0);
  });

  it('names no registry', () => {
    expect(Object.entries(packagesOf(lock)).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('gets back what an npm install with an incomplete registry leaves out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'teg-lock-'));
    const file = join(folder, 'package-lock.json');
    const whole = packagesOf(lock);
    const isForeign = ({ optional, os, cpu }: Entry): boolean =>
      optional === true && os !== undefined && !(os.includes('linux') && cpu?.includes('x64'));
    const kept = Object.fromEntries(Object.entries(whole).filter(([, entry]) => !isForeign(entry)));
    writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages: kept }));
    expect(complete('--check', file).status).toBe(1);
    expect(packagesOf(file)).toEqual(kept);
    expect(complete(file).status).toBe(0);
    const shape = (packages: Record<string, Entry>) =>
      Object.entries(packages).map(([name, { version, os, cpu, optional, dev }]) => ({ name, version, os, cpu, optional, dev }));
    expect(shape(packagesOf(file)).sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      shape(whole).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    rmSync(folder, { recursive: true });
  });
});
