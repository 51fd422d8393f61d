import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './running-teg.js';

/** A folder on a disk of its own that is small enough to be filled. */
export type SmallDisk = {
  readonly folder: string;
  /** Writes a file of ballast until not a byte more goes in. */
  readonly fill: () => void;
  /** Takes the ballast away. */
  readonly makeRoom: () => void;
  readonly end: () => void;
};

/** The database, its write-ahead log and what a few hundred writes add to both. */
const size = '700m';

/** Mounts it, for which one must be root; without that right this fails and says so. */
export function smallDisk(): SmallDisk {
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0711`, 'teg-small-disk', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    rmdirSync(folder);
    const why = mounted.error?.message ?? mounted.stderr.trim();
    throw new Error(
      `A small disk cannot be mounted (${why}). Type: sudo npm run faults -- disk; in a container, with --cap-add SYS_ADMIN.`,
    );
  }
  chmodSync(folder, 0o711);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => pour(ballast),
    makeRoom: () => rmSync(ballast, { force: true }),
    end: () => {
      spawnSync('umount', ['-l', folder]);
      rmdirSync(folder);
    },
  };
}

/** In ever smaller pieces, until the smallest finds no room. */
function pour(file: string): void {
  const descriptor = openSync(file, 'a');
  try {
    for (let piece = 4_194_304; piece >= 1; piece = Math.floor(piece / 4))
      for (const bytes = Buffer.alloc(piece); writesAll(descriptor, bytes);) continue;
  } finally {
    closeSync(descriptor);
  }
}

function writesAll(descriptor: number, bytes: Buffer): boolean {
  try {
    return writeSync(descriptor, bytes) === bytes.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
