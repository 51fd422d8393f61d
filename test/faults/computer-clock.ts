import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedProgram } from '../world/installed-program.js';

/** The clock of the computer as the service and its database see it; everybody else sees the right one. */
export type ComputerClock = {
  /** What a program needs in its environment to see it. */
  readonly environment: { readonly [name: string]: string };
  /** How far it is ahead, in milliseconds; less than 0 where it is behind. */
  readonly ahead: () => number;
  /** The furthest that it was ahead. */
  readonly mostAhead: () => number;
  /** Moves it by so many milliseconds, back where there are fewer than none. */
  readonly move: (byMs: number) => void;
};

/** Without libfaketime this fails and says how to get it. `folder` must be open to the database's user. */
export function computerClock(folder: string): ComputerClock {
  const file = join(folder, 'computer-clock');
  let [aheadMs, mostAheadMs] = [0, 0];
  const write = () => {
    // Renamed, for it is read at every look at the clock, and half a file would be another time.
    writeFileSync(`${file}.new`, `${aheadMs < 0 ? '' : '+'}${aheadMs / 1000}\n`, { mode: 0o644 });
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    environment: {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // A clock that is set moves the time of day and no other: what waits goes on waiting.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    ahead: () => aheadMs,
    mostAhead: () => mostAheadMs,
    move: (byMs) => {
      aheadMs += byMs;
      mostAheadMs = Math.max(mostAheadMs, aheadMs);
      write();
    },
  };
}

/** The program itself says where its library is: a folder of this kind of processor. */
function library(): string {
  const words = ['-m', '-f', '+0', 'printenv', 'LD_PRELOAD'];
  const { stdout } = spawnSync(installedProgram('faketime'), words, { encoding: 'utf8' });
  return stdout.trim();
}
