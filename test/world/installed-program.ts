import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that npm does not bring. */
export type OutsideProgram = 'chromium' | 'redis-server' | 'faketime';

/** Its path; a test that needs it fails with the line to type where it is missing, and never skips. */
export function installedProgram(name: OutsideProgram): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  throw new Error(
    `${name} is not installed, and this test needs it: apt-get update && apt-get install -y --no-install-recommends chromium redis-server faketime`,
  );
}
