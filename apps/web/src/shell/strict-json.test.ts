import fc from 'fast-check';
import { readJson } from './strict-json.js';

const read = (text: string) => readJson(Buffer.from(text, 'utf8'));
const faults = (text: string | Buffer) => {
  const answer = readJson(Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8'));
  return answer.ok ? [] : answer.faults.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('a body is JSON, or its faults are named', () => {
  it.each([
    ['{"a":', ' notJson'],
    ['', ' notJson'],
    ['\uFEFF{}', ' byteOrderMark'],
    ['{"a":1,"a":2}', '/a repeatedKey'],
    ['{"x":[{"a":1},{"b":{"c":1,"\\u0063":2}}]}', '/x/1/b/c repeatedKey'],
    ['{"a/b~c":{"d":1,"d":1}}', '/a~1b~0c/d repeatedKey'],
    ['{"__proto__":{}}', '/__proto__ forbiddenKey'],
    ['{"x":{"constructor":1}}', '/x/constructor forbiddenKey'],
    ['{"x":1e999}', '/x numberTooLarge'],
    ['{"x":["ok","a\\u0000b"]}', '/x/1 textNotStorable'],
    ['{"x":"\\ud800"}', '/x textNotStorable'],
  ])('%s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it('names every fault at once', () => {
    expect(faults('{"a":1,"a":"\\u0000","b":{"prototype":1}}')).toEqual([
      '/a repeatedKey',
      '/a textNotStorable',
      '/b/prototype forbiddenKey',
    ]);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(faults(Buffer.from([0x22, 0xff, 0x22]))).toEqual([' notUtf8']);
    expect(faults(Buffer.from('"caf\u00e9"', 'latin1'))).toEqual([' notUtf8']);
  });

  it('reads 32 levels and refuses 33', () => {
    expect(faults('['.repeat(32) + ']'.repeat(32))).toEqual([]);
    expect(faults('['.repeat(33) + ']'.repeat(33))[0]).toMatch(/ tooDeep$/);
    expect(faults('{"a":'.repeat(33) + '1' + '}'.repeat(33))[0]).toMatch(/^(\/a){32} tooDeep$/);
  });

  it('does not take a brace, comma or quotation mark inside text for structure', () => {
    expect(read('{"a":"}{\\",[","b":"a\\\\","c":"x"}')).toEqual({ ok: true, value: { a: '}{",[', b: 'a\\', c: 'x' } });
  });

  it('reads whatever JSON.stringify writes, unless it holds a forbidden name or text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        const answer = read(text);
        const isForbidden = /__proto__|constructor|prototype|\\u0000|\\ud[89a-f]/.test(text);
        expect(answer.ok ? answer.value : 'refused').toEqual(isForbidden && !answer.ok ? 'refused' : JSON.parse(text));
      }),
    );
  });
});
