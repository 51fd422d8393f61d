import { drawFrom, frameDocument, readPlan, seedOf } from '#proof';
import { dice, frame, planOf, vale } from '../../../../test/world/draws-by-dice.js';

/** Chi-square over how often each case was drawn. Without putting back, its expectation is smaller by (N-n)/(N-1), which is made good. */
function chiSquare(counts: readonly number[], draws: number, n: number): number {
  const expected = (draws * n) / counts.length;
  const plain = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (plain * (counts.length - 1)) / (counts.length - n);
}

jest.setTimeout(180_000);

describe('10,000 simulated draws of three from thirty', () => {
  const draws = 10_000;
  const document = frameDocument(frame);
  const plan = readPlan(planOf(3));
  if (!plan) throw new Error('no plan');
  const index = new Map(vale.map(({ reference }, place) => [reference, place]));
  const counted = (seedAt: (draw: number) => string) => {
    const [counts, first] = [new Array<number>(30).fill(0), new Array<number>(30).fill(0)];
    for (let draw = 0; draw < draws; draw += 1) {
      const picks = drawFrom(plan, frame, seedAt(draw)).find(({ service }) => service === 'vale')?.picks ?? [];
      picks.forEach((reference, place) => {
        const at = index.get(reference) ?? -1;
        counts[at] = (counts[at] ?? 0) + 1;
        if (place === 0) first[at] = (first[at] ?? 0) + 1;
      });
    }
    return { counts, first };
  };
  // 29 degrees of freedom: beyond 58.3 once in a thousand.
  const limit = 58.3;

  it('draw every case as often as any other, whatever the secret', () => {
    const secrets = dice('secrets');
    const { counts, first } = counted(() => seedOf(secrets.hex(), document, 'always the same text'));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(draws * 3);
    expect(chiSquare(counts, draws, 3)).toBeLessThan(limit);
    expect(chiSquare(first, draws, 1)).toBeLessThan(limit);
    expect(Math.min(...counts)).toBeGreaterThan(850);
  });

  it('draw every case as often as any other, whatever the lead writes: the number of the draw will do', () => {
    const { counts, first } = counted((draw) => seedOf('00'.repeat(32), document, String(draw)));
    expect(chiSquare(counts, draws, 3)).toBeLessThan(limit);
    expect(chiSquare(first, draws, 1)).toBeLessThan(limit);
  });

  it('would be found unfair if they leaned: one case in thirty drawn a fifth more often', () => {
    const secrets = dice('leaning');
    const { counts } = counted(() => seedOf(secrets.hex(), document, 'a'));
    const [lifted = 0, ...others] = counts;
    expect(chiSquare([lifted + 250, ...others], draws, 3)).toBeGreaterThan(limit);
  });
});

describe('a larger n', () => {
  it('keeps the earlier picks, at every size and for every seed', () => {
    const secrets = dice('sizes');
    for (let draw = 0; draw < 200; draw += 1) {
      const seed = seedOf(secrets.hex(), frameDocument(frame), 'a');
      let before: readonly string[] = [];
      for (let n = 1; n <= 32; n += 1) {
        const plan = readPlan(planOf(n));
        const picks: readonly string[] = plan
          ? (drawFrom(plan, frame, seed).find(({ service }) => service === 'vale')?.picks ?? [])
          : [];
        expect(picks.slice(0, before.length)).toEqual(before);
        expect(picks).toHaveLength(Math.min(n, 30));
        before = picks;
      }
    }
  });
});
