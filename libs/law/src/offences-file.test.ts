import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

it('offences.json is what tools/offences.mjs makes of offences.csv', () => {
  const tool = join(__dirname, '../../../tools/offences.mjs');
  expect(() => execFileSync(process.execPath, [tool, '--check'], { stdio: 'pipe' })).not.toThrow();
});
