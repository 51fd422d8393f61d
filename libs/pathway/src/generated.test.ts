import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

describe('what is generated from the pathways', () => {
  it('is up to date: table, page and picture (after a wanted change: node tools/pathways.mjs)', () => {
    expect(execFileSync(process.execPath, ['tools/pathways.mjs', '--check'], { cwd: root, encoding: 'utf8' })).toBe('');
  });
});
