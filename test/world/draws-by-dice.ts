import { createHash } from 'node:crypto';
import { type DrawFrame, planDocument } from '#proof';

/** Numbers that look random and are the same in every run: a counter through SHA-256, under a name. */
export function dice(name: string): { below(limit: number): number; hex(): string; one<T>(list: readonly T[]): T } {
  let count = 0;
  const next = () =>
    createHash('sha256')
      .update(`${name} ${(count += 1)}`)
      .digest();
  // 48 bits over a small limit: the lean towards low numbers is smaller than one in a thousand million.
  const below = (limit: number) => next().readUIntBE(0, 6) % limit;
  return { below, hex: () => next().toString('hex'), one: (list) => list[below(list.length)] as (typeof list)[number] };
}

export const planOf = (n: number, more: Partial<Parameters<typeof planDocument>[0]> = {}) =>
  planDocument({
    oversight: 'south-wales-commissioner',
    window: { first: '2026-09-01', last: '2026-10-31' },
    theme: null,
    attempt: 1,
    services: [
      { service: 'vale', n },
      { service: 'cardiff', n: 2 },
    ],
    ...more,
  });
export const vale = Array.from({ length: 30 }, (_, n) => ({ service: 'vale', reference: `VG-26-${String(n).padStart(3, '0')}` }));
const cardiff = Array.from({ length: 7 }, (_, n) => ({ service: 'cardiff', reference: `CF-26-${n}` }));
export const frame: DrawFrame = {
  cases: [...vale, ...cardiff],
  excluded: [{ service: 'vale', reference: 'VG-26-X', reason: 'sentToCourt' }],
  lists: [],
};
