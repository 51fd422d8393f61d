import { progressBar } from './progress-bar.js';

describe('the progress bar', () => {
  const shownOn = (isTerminal: boolean) => {
    let text = '';
    const bar = progressBar((part) => (text += part), isTerminal);
    for (const share of [0, 0.02, 0.5, 0.51, 1]) bar.show(share, `at ${share}`);
    bar.end();
    return text;
  };

  it('redraws one line on a terminal', () => {
    expect(shownOn(true)).toMatch(/^(\r\[#*\.*\] +\d+ % at [\d.]+ *)+\n$/);
    expect(shownOn(true)).toContain('\r[###############...............]  50 % at 0.5');
  });

  it('writes plain lines elsewhere, one for each tenth', () => {
    expect(shownOn(false)).toBe('  0 % at 0\n 50 % at 0.5\n100 % at 1\n');
  });
});
