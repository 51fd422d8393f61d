import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawFile, frameDocument, planDocument } from '#proof';
import { said } from '../said.js';

const folder = mkdtempSync(join(tmpdir(), 'teg-draw-'));
const written = (text: string): string => {
  const file = join(folder, 'draw.json');
  writeFileSync(file, text);
  return file;
};

const at = {
  plan: '2026-11-02T09:00:00.000Z',
  commitment: '2026-11-02T09:00:00.000Z',
  frame: '2026-11-09T09:00:00.000Z',
  seed: '2026-11-10T14:30:00.000Z',
  rank: '2026-11-10T14:30:01.000Z',
};
const draw = {
  plan: planDocument({
    oversight: 'south-wales-pcc',
    window: { first: '2026-09-01', last: '2026-10-31' },
    theme: null,
    attempt: 1,
    services: [
      { service: 'vale', n: 2 },
      { service: 'cardiff', n: 3 },
    ],
  }),
  frame: frameDocument({
    cases: [
      ...['1', '2', '3', '4'].map((n) => ({ service: 'vale', reference: `VG-26-${n}` })),
      { service: 'cardiff', reference: 'CF-26-1' },
    ],
    excluded: [],
    lists: [],
  }),
  text: 'Calon Lân',
  secret: '0123456789abcdef'.repeat(4),
  at,
};
const file = drawFile(draw);

describe('teg verify-draw', () => {
  it('says ok and the picks, a line each, and where every case was taken', async () => {
    const { code, out, err } = await said('verify-draw', written(JSON.stringify(file)));
    expect(code).toBe(0);
    expect(out).toBe(
      ['ok', 'cardiff\tCF-26-1', ...(file.picks['vale'] ?? []).map((reference) => `vale\t${reference}`), ''].join('\n'),
    );
    expect(err).toBe('cardiff: every case was taken.\n');
  });

  it('tells who stands in the place of a pick that fell out', async () => {
    const [fellOut = ''] = file.picks['vale'] ?? [];
    const [next = ''] = file.reserves['vale'] ?? [];
    const replaced = drawFile({
      ...draw,
      taken: [{ service: 'vale', out: fellOut, in: next, reason: 'memberRecused', at: '2026-11-12T08:00:00.000Z' }],
    });
    const { code, err } = await said('verify-draw', written(JSON.stringify(replaced)));
    expect(code).toBe(0);
    expect(err).toContain(`vale: in the place of picks that fell out stand ${next}.`);
  });

  it.each([
    ['plan', { plan: file.plan.replace('vale\t2', 'vale\t3') }],
    ['commitment', { commitment: '0'.repeat(64) }],
    ['frame', { frame: file.frame.replace('VG-26-4', 'VG-26-5') }],
    ['seed', { text: 'Calon Lan' }],
    ['picks', { picks: { ...file.picks, vale: [...(file.picks['vale'] ?? [])].reverse() } }],
    ['reserves', { reserves: { ...file.reserves, vale: [] } }],
  ])('names %s as the first step that does not hold, exit code 1', async (step, change) => {
    expect(await said('verify-draw', written(JSON.stringify({ ...file, ...change })))).toMatchObject({
      code: 1,
      out: `${step}\n`,
    });
  });

  it('says 2 for what it cannot read', async () => {
    for (const path of [join(folder, 'nowhere'), folder, written('hello')])
      expect(await said('verify-draw', path)).toMatchObject({ code: 2, out: '' });
    expect(await said('verify-draw', written('{"format": "teg-draw-file/2"}'))).toMatchObject({ code: 2, out: '' });
  });
});
