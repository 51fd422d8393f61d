import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { frame, plan, secret } from './example-draw.js';
import { commitmentOf, drawFrom, firstOfRank, frameDocument, planDocument, rankOf, readPlan, scoreOf, seedOf } from './index.js';

describe('the arithmetic of a draw', () => {
  const text = 'Codi canu "Calon Lân" 🎲 100%';
  const [planText, frameText] = [planDocument(plan), frameDocument(frame)];
  const seed = seedOf(secret, frameText, text);

  it('is what sha256sum, awk, openssl and sort find by hand', () => {
    const script = `
      printf %s "$plan" > "$dir/plan.txt"; printf %s "$frame" > "$dir/frame.txt"; cd "$dir"
      printf 'teg-commitment/1\\n%s\\n%s\\n' "$secret" "$(sha256sum < plan.txt | cut -c1-64)" | sha256sum | cut -c1-64
      seed=$(printf 'teg-seed/1\\n%s\\n%s\\n%s\\n' "$secret" "$(sha256sum < frame.txt | cut -c1-64)" "$text" | sha256sum | cut -c1-64)
      echo "$seed"
      awk -F'\\t' '$1=="in" && $2=="vale" {print $3}' frame.txt | while read -r r; do
        printf '%s %s\\n' "$(printf %s "$r" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$seed" -r | cut -c1-64)" "$r"; done | LC_ALL=C sort`;
    const found = execFileSync('sh', ['-c', `dir=$(mktemp -d); trap 'rm -r "$dir"' EXIT\n${script}`], {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', plan: planText, frame: frameText, secret, text },
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
    const drawn = drawFrom(readPlan(planText) ?? plan, frame, seed);
    const vale = drawn.find((one) => one.service === 'vale');
    expect(found.slice(0, 2)).toEqual([commitmentOf(secret, planText), seed]);
    expect(found.slice(2)).toEqual(
      [...(vale?.picks ?? []), ...(vale?.reserves ?? [])].map((one) => `${scoreOf(seed, one)} ${one}`),
    );
    expect(found.slice(2, 5).map((line) => line.split(' ')[1])).toEqual(vale?.picks);
  });

  it('scores as HMAC-SHA-256 does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,64}$/), fc.uint8Array({ minLength: 32, maxLength: 32 }), (reference, key) => {
        const hex = Buffer.from(key).toString('hex');
        return scoreOf(hex, reference) === createHmac('sha256', key).update(reference).digest('hex');
      }),
    );
    expect(() => scoreOf('abcd', 'x')).toThrow(RangeError);
    expect(() => scoreOf(seed, 'x'.repeat(65))).toThrow(RangeError);
  });

  it('ranks by score, whatever the order of the list, and the first n alone alike', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[!-~]{1,8}$/), { maxLength: 60 }),
        fc.integer({ min: 1, max: 70 }),
        (references, n) => {
          const expected = references
            .map((one) => `${scoreOf(seed, one)} ${one}`)
            .sort()
            .map((line) => line.slice(65));
          expect(rankOf(seed, references)).toEqual(expected);
          expect(rankOf(seed, [...references].reverse())).toEqual(expected);
          expect(firstOfRank(seed, references, n)).toEqual(expected.slice(0, n));
        },
      ),
    );
    const many = Array.from({ length: 5000 }, (_, n) => `R-${n}`);
    expect(firstOfRank(seed, many, 20)).toEqual(rankOf(seed, many).slice(0, 20));
  });

  it('takes all where a service has no more than n, and keeps its picks when n grows', () => {
    const drawn = drawFrom(plan, frame, seed);
    expect(drawn.map(({ service, picks, reserves }) => [service, picks.length, reserves.length])).toEqual([
      ['vale', 3, 6],
      ['cardiff', 2, 0],
    ]);
    const larger = drawFrom({ ...plan, services: [{ service: 'vale', n: 5 }] }, frame, seed)[0];
    expect(larger?.picks.slice(0, 3)).toEqual(drawn[0]?.picks);
    expect(larger?.picks.slice(3)).toEqual(drawn[0]?.reserves.slice(0, 2));
  });

  it('a size changed quietly no longer fits the commitment', () => {
    const changed = planDocument({ ...plan, services: [{ service: 'vale', n: 4 }] });
    expect(commitmentOf(secret, changed)).not.toBe(commitmentOf(secret, planText));
  });

  it('two different triples never give the same seed bytes: the text comes last', () => {
    expect(seedOf(secret, frameText, 'a')).not.toBe(seedOf(secret, frameText, 'b'));
    expect(seedOf(secret, `${frameText}\n`, 'a')).not.toBe(seed);
  });
});
