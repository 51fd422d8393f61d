import fc from 'fast-check';
import { canonical, type Json, payloadDigest, sha256hex } from './index.js';

describe('canonical JSON', () => {
  it('RFC 8785 3.2.2: writes numbers and texts as ECMAScript does', () => {
    expect(canonical([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
    expect(canonical('\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonical([null, true, false])).toBe('[null,true,false]');
  });

  it('RFC 8785 3.2.3: sorts members by UTF-16 code units', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    expect(canonical(Object.fromEntries(names.map((name) => [name, 0])))).toBe(
      `{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`,
    );
  });

  it('does not depend on the order of members and survives being read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = (one: unknown): unknown =>
          Array.isArray(one)
            ? one.map(turned)
            : one !== null && typeof one === 'object'
              ? Object.fromEntries(
                  Object.entries(one)
                    .reverse()
                    .map(([name, member]) => [name, turned(member)]),
                )
              : one;
        const text = canonical(value as Json);
        return text === canonical(turned(value) as Json) && text === canonical(JSON.parse(text) as Json);
      }),
    );
  });

  it.each([
    ['undefined', { a: undefined }],
    ['no number', [Number.NaN]],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a date', { on: new Date(0) }],
    ['half a surrogate pair', '\ud800'],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value as unknown as Json)).toThrow(TypeError);
  });
});

describe('the digest of a payload', () => {
  const salt = 'ab'.repeat(32);

  it('is the SHA-256 of three lines', () => {
    expect(payloadDigest(salt, { b: 1, a: 'x' })).toBe(sha256hex(`teg-payload/1\n${salt}\n{"a":"x","b":1}`));
    expect(sha256hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('differs with the salt and with the body', () => {
    expect(payloadDigest('cd'.repeat(32), { a: 1 })).not.toBe(payloadDigest(salt, { a: 1 }));
    expect(payloadDigest(salt, { a: 2 })).not.toBe(payloadDigest(salt, { a: 1 }));
  });

  it.each(['', 'ab', 'AB'.repeat(32), `${'ab'.repeat(32)}\n`, 'abc'])('refuses the salt %p', (bad) => {
    expect(() => payloadDigest(bad, {})).toThrow(RangeError);
  });
});
