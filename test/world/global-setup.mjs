// One PostgreSQL for the whole Jest run, not durable: its superuser's address is TEG_TEST_POSTGRES. Each test file makes a
// database of its own in it (test/world/database.ts).
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const launcher = 'apps/standalone/src/embedded';

// Jest cannot load the launcher from its sources here, and tests start programs from dist/: so what was built must be current.
const newest = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts'))
        .map((name) => statSync(join(folder, name)).mtimeMs)
    : [];
const isBuilt = () => {
  const built = newest(join(root, 'dist', launcher), '.js');
  const sources = newest(join(root, launcher), '.ts');
  return built.length >= sources.length && Math.max(...built) >= Math.max(...sources);
};

// When Jest is killed nobody calls the teardown: this shell then sees its input end, stops the server and removes the folder.
const guard = (pid, folder) => {
  const script = 'cat >/dev/null; kill -INT "$1" 2>/dev/null; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.stdin.unref();
  return shell;
};

export default async function globalSetup() {
  if (!isBuilt()) execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { stdio: 'inherit' });
  const { startPostgres } = await import(join(root, 'dist', launcher, 'start-postgres.js'));
  const folder = mkdtempSync(join(tmpdir(), 'teg-test-'));
  const say = () => undefined;
  const postgres = await startPostgres({ dataDir: folder, durable: false, say });
  process.env.TEG_TEST_POSTGRES = postgres.url;
  globalThis.tegTestPostgres = { postgres, folder, guard: guard(postgres.pid, folder) };
}
