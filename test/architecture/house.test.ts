import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

// What `npm run check:quick` runs, so that the one line for the tests proves the rules as well.
const root = resolve(__dirname, '../..');
const npm = (script: string): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', script], { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};

describe('the house', () => {
  it.each(['types', 'lint', 'walls', 'texts'])(
    'keeps its rules: %s',
    (script) => {
      const { status, output } = npm(script);
      // The output is the message: what is broken and where.
      expect(status === 0 ? '' : output).toBe('');
    },
    180_000,
  );
});
