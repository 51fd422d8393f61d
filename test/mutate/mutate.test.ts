import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const mutate = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/mutate.mjs', ...words], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};

// The whole run (every rule, both ways) is `npm run mutate`; these show that it is neither blind nor alarmed by nothing.
describe('flipping the rules of the law', () => {
  it('is noticed each way by the tests that are named by the provision', () => {
    expect(mutate('childAdmits', 'adultIsSuitable')).toEqual({ status: 0, stdout: '6 of 6 flips noticed\n', stderr: '' });
  }, 120_000);

  it('finds out a test that bears a rule’s name and does not look at the answer', () => {
    expect(mutate('--tests', 'test/mutate/deaf-test\\.ts$', 'childAdmits')).toEqual({
      status: 1,
      stdout: '0 of 2 flips noticed\n',
      stderr: 'not noticed: childAdmits: always met\nnot noticed: childAdmits: always not met\n',
    });
  }, 120_000);

  it('names a rule that no test names', () => {
    const { status, stderr } = mutate('--tests', 'test/mutate/deaf-test\\.ts$', 'documentSigned');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'not noticed: documentSigned: always met\nnot noticed: documentSigned: always not met\n',
    });
  }, 120_000);

  it('refuses a rule that there is not', () => {
    expect(mutate('childIsSorry')).toMatchObject({ status: 2, stderr: 'No rule of the law: childIsSorry\n' });
  });
});
