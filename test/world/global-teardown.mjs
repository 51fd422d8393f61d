import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  const { postgres, folder, guard } = globalThis.tegTestPostgres;
  await postgres.stop();
  guard.stdin.end();
  rmSync(folder, { recursive: true, force: true });
}
