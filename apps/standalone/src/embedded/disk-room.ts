import { statfsSync } from 'node:fs';

/** PostgreSQL cannot come up without room for two files of its write-ahead log, of 16 MB each. */
const neededBytes = 32 * 1024 * 1024;

/** Whether the disk of a folder has no room left that a database needs to start. PostgreSQL's own log cannot tell: it is on that disk. */
export function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < neededBytes;
}
