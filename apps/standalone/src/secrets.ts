import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the demonstration needs to keep to itself, made once in its data folder. All are hexadecimal. */
export type Secrets = {
  readonly app: string;
  readonly bell: string;
  readonly eraser: string;
  readonly session: string;
  readonly checkpointKey: string;
};

const made = (): string => randomBytes(32).toString('hex');

/** Reads the folder's secrets, or makes them where it is new. The file is readable by its owner alone. */
export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets = { app: made(), bell: made(), eraser: made(), session: made(), checkpointKey: made() };
  // Renamed when whole: a crash in between leaves no half of a file that the next start would trust.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
