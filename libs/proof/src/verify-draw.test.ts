import fc from 'fast-check';
import {
  type DrawFile,
  drawFile,
  drawFrom,
  frameDocument,
  planDocument,
  readFrame,
  readPlan,
  seedOf,
  sha256hex,
  verifyDraw,
} from './index.js';

const secret = '0123456789abcdef'.repeat(4);
const plan = planDocument({
  oversight: 'south-wales-pcc',
  window: { first: '2026-09-01', last: '2026-10-31' },
  theme: 'girls',
  attempt: 1,
  services: [
    { service: 'vale', n: 2 },
    { service: 'cardiff', n: 3 },
  ],
});
const frame = frameDocument({
  cases: [
    ...Array.from({ length: 5 }, (_, n) => ({ service: 'vale', reference: `VG-26-${n}` })),
    ...Array.from({ length: 2 }, (_, n) => ({ service: 'cardiff', reference: `CF-26-${n}` })),
  ],
  excluded: [{ service: 'vale', reference: 'VG-26-9', reason: 'courtOpen' }],
  lists: [],
});
const text = 'Calon Lân 🎲';
const at = {
  plan: '2026-11-02T09:00:00.000Z',
  commitment: '2026-11-02T09:00:00.000Z',
  frame: '2026-11-09T09:00:00.000Z',
  seed: '2026-11-10T14:30:00.000Z',
  rank: '2026-11-10T14:30:01.000Z',
};
const first = drawFile({ plan, frame, text, secret, at });
const [out = ''] = first.picks['vale'] ?? [];
const [next = '', second = ''] = first.reserves['vale'] ?? [];
const replacement = { service: 'vale', out, in: next, reason: 'memberRecused', at: '2026-11-12T08:00:00.000Z' };
const file = drawFile({ plan, frame, text, secret, at, taken: [replacement] });
const json = JSON.stringify(file);
const verify = (change: Partial<DrawFile>) => verifyDraw(JSON.stringify({ ...file, ...change }));
const step = (change: Partial<DrawFile>) => {
  const result = verify(change);
  return result.ok ? 'ok' : result.step;
};
/** Every text that comes of putting another character at one place. */
function* alterationsOf(whole: string, others: readonly string[]): Generator<string> {
  for (let place = 0; place < whole.length; place += 1) {
    for (const other of others) if (whole[place] !== other) yield whole.slice(0, place) + other + whole.slice(place + 1);
  }
}

describe('the published file of a draw', () => {
  it('is ok, with its picks, what stands now, and the services of which all were taken', () => {
    expect(verifyDraw(json)).toEqual({
      ok: true,
      picks: first.picks,
      standing: { vale: [next, first.picks['vale']?.[1]], cardiff: first.picks['cardiff'] },
      complete: ['cardiff'],
    });
    expect(verifyDraw(JSON.stringify(file, null, 2))).toMatchObject({ ok: true });
    expect(verifyDraw(JSON.stringify(first))).toMatchObject({ ok: true, standing: first.picks });
    expect(file.log.map((entry) => entry.step)).toEqual(['plan', 'commitment', 'frame', 'seed', 'rank', 'taken', 'seal']);
    expect(file.log.slice(0, 3).map((entry) => entry.hash)).toEqual([sha256hex(plan), file.commitment, sha256hex(frame)]);
  });

  it('of an empty frame draws nobody and says that all were taken', () => {
    const empty = drawFile({ plan, frame: 'teg-frame/1\n', text, secret, at });
    expect(verifyDraw(JSON.stringify(empty))).toMatchObject({
      ok: true,
      picks: { vale: [], cardiff: [] },
      complete: ['cardiff', 'vale'],
    });
  });

  it('with any one character altered is found, wherever it stands', () => {
    for (const altered of alterationsOf(json, ['x', '0', '1', ' ', '"', 'V'])) {
      if (verifyDraw(altered).ok) throw new Error(`not found: ${altered}`);
    }
    for (let place = 0; place < json.length; place += 1) {
      if (verifyDraw(json.slice(0, place) + json.slice(place + 1)).ok)
        throw new Error(`the character at ${place} may be left out`);
    }
  });

  it('with any other character put anywhere is found', () => {
    fc.assert(
      fc.property(fc.nat(json.length - 1), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (place, other) => {
        const altered = json.slice(0, place) + other + json.slice(place + 1);
        return altered === json || !verifyDraw(altered).ok;
      }),
      { numRuns: 1000 },
    );
  });

  it.each<['plan' | 'commitment' | 'frame' | 'text' | 'secret', string]>([
    ['plan', 'plan'],
    ['commitment', 'commitment'],
    ['secret', 'commitment'],
    ['frame', 'frame'],
    ['text', 'seed'],
  ])('altered anywhere in its %s fails at the step %s', (field, expected) => {
    for (const altered of alterationsOf(file[field], ['x', '7', '\n'])) expect(step({ [field]: altered })).toBe(expected);
  });

  it('altered in its picks, reserves or replacements fails at picks or reserves', () => {
    const [a = '', b = ''] = file.picks['vale'] ?? [];
    const reserves = file.reserves['vale'] ?? [];
    expect(step({ picks: { ...file.picks, vale: [b, a] } })).toBe('picks');
    expect(step({ picks: { ...file.picks, vale: [a] } })).toBe('picks');
    expect(step({ picks: { ...file.picks, vale: [a, b, next] } })).toBe('picks');
    expect(step({ picks: { ...file.picks, vale: [a, 'VG-26-x'] } })).toBe('picks');
    expect(step({ picks: { vale: [a, b] } })).toBe('picks');
    expect(step({ picks: { ...file.picks, gwent: [] } })).toBe('picks');
    expect(step({ reserves: { ...file.reserves, vale: [...reserves].reverse() } })).toBe('reserves');
    expect(step({ reserves: { ...file.reserves, vale: reserves.slice(1) } })).toBe('reserves');
    expect(step({ taken: [] })).toBe('reserves');
    expect(step({ taken: file.taken.map((one) => ({ ...one, reason: 'another' })) })).toBe('reserves');
  });

  it.each([
    ['is not the next reserve', { in: second }],
    ['takes the place of no pick', { out: second }],
    ['is of another service', { service: 'cardiff' }],
    ['gives no reason', { reason: '' }],
    ['gives a sentence as reason', { reason: 'knew the family' }],
  ])('with a replacement that %s fails, however well it is logged', (_, change) => {
    const forged = drawFile({ plan, frame, text, secret, at, taken: [{ ...replacement, ...change }] });
    expect(verifyDraw(JSON.stringify(forged))).toEqual({ ok: false, step: 'reserves' });
  });

  it('may replace a replacement by the next reserve', () => {
    const again = { service: 'vale', out: next, in: second, reason: 'fileSealed', at: '2026-11-13T08:00:00.000Z' };
    const longer = drawFile({ plan, frame, text, secret, at, taken: [replacement, again] });
    expect(verifyDraw(JSON.stringify(longer))).toMatchObject({
      ok: true,
      standing: { vale: [second, first.picks['vale']?.[1]] },
    });
    const swapped = drawFile({ plan, frame, text, secret, at, taken: [again, replacement] });
    expect(verifyDraw(JSON.stringify(swapped))).toEqual({ ok: false, step: 'reserves' });
  });

  it('altered in its log fails at the step whose hash it was, else at the end', () => {
    for (const [index, entry] of file.log.entries()) {
      const put = (change: object) => step({ log: file.log.map((one, n) => (n === index ? { ...one, ...change } : one)) });
      const own = ['taken', 'seal'].includes(entry.step) ? 'reserves' : entry.step;
      expect(put({ hash: sha256hex('another') })).toBe(own);
      expect(put({ at: '2026-11-11T00:00:00.000Z' })).toBe('reserves');
      expect(put({ step: 'another' })).toBe('reserves');
      expect(step({ log: file.log.filter((_, n) => n !== index) })).toBe(index === file.log.length - 1 ? 'ok' : 'reserves');
    }
  });

  it('without a log, or with one of another program that is not sealed, is judged by the arithmetic alone', () => {
    expect(step({ log: [] })).toBe('ok');
    expect(step({ log: [{ step: 'planned', at: '2026-11-02T09:00:00Z', hash: sha256hex(plan) }] })).toBe('ok');
    expect(step({ log: [{ step: 'planned', at: '2026-11-02T09:00:00Z', hash: sha256hex('another') }] })).toBe('reserves');
    const [larger, other] = [plan.replace('vale\t2', 'vale\t3'), frame.replace('VG-26-0', 'VG-26-6')];
    expect(step({ log: [], plan: larger })).toBe('commitment');
    expect(step({ log: [], text: 'another' })).toBe('picks');
    expect(['picks', 'frame']).toContain(step({ log: [], frame: other }));
    expect(step({ log: [], frame: frame.replace('in\tvale\tVG-26-1', 'in\tgale\tVG-26-1') })).toBe('frame');
  });

  it.each([
    ['no JSON', 'rubbish'],
    ['nothing', ''],
    ['another format', json.replace('teg-draw-file/1', 'teg-draw-file/2')],
    ['a member left out', JSON.stringify({ ...file, secret: undefined })],
    ['a member too many', JSON.stringify({ ...file, more: 1 })],
    ['a number for a text', JSON.stringify({ ...file, text: 1 })],
    ['a list for the picks', JSON.stringify({ ...file, picks: [] })],
    ['null', 'null'],
  ])('that is %s is unreadable', (_, altered) => {
    expect(verifyDraw(altered)).toEqual({ ok: false, step: 'unreadable' });
  });

  it('is not made of a text or secret that is not valid', () => {
    expect(() => drawFile({ plan, frame, text: ' a', secret, at })).toThrow(RangeError);
    expect(() => drawFile({ plan, frame, text, secret: 'abc', at })).toThrow(RangeError);
    expect(() => drawFile({ plan: frame, frame, text, secret, at })).toThrow(RangeError);
  });

  it('is replayed from its documents alone', () => {
    const [readPlanned, readFramed] = [readPlan(file.plan), readFrame(file.frame)];
    if (!readPlanned || !readFramed) throw new Error('unreadable');
    const drawn = drawFrom(readPlanned, readFramed, seedOf(file.secret, file.frame, file.text));
    expect(Object.fromEntries(drawn.map((one) => [one.service, one.picks]))).toEqual(file.picks);
  });
});
