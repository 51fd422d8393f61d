import { type DrawPlan, sha256hex } from './index.js';

/** A draw of two services, by hand: what the tests of its documents and of its arithmetic begin with. */
export const secret = '0123456789abcdef'.repeat(4);
export const plan: DrawPlan = {
  oversight: 'south-wales-pcc',
  window: { first: '2026-09-01', last: '2026-10-31' },
  theme: null,
  attempt: 1,
  services: [
    { service: 'vale', n: 3 },
    { service: 'cardiff', n: 10 },
  ],
};
export const cases = Array.from({ length: 9 }, (_, n) => ({ service: 'vale', reference: `VG-26-${7000 + n}` }));
export const frame = {
  cases: [...cases, { service: 'cardiff', reference: 'CF-26-10' }, { service: 'cardiff', reference: 'CF-26-9' }],
  excluded: [{ service: 'vale', reference: 'VG-26-7100', reason: 'courtOpen' }],
  lists: [{ service: 'cardiff', hash: sha256hex('a file') }],
};
