import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

it('docs/law.md is up to date', () => {
  const tool = join(__dirname, '../../../tools/law-table.mjs');
  expect(() => execFileSync(process.execPath, [tool, '--check'], { stdio: 'pipe' })).not.toThrow();
}, 60_000);
