import { cases, frame, plan } from './example-draw.js';
import { type DrawPlan, frameDocument, isDrawCode, leadText, planDocument, readFrame, readPlan, sha256hex } from './index.js';

describe('the documents of a draw', () => {
  it('are text, sorted by bytes and not by number, each line ended', () => {
    expect(planDocument(plan)).toBe(
      'teg-plan/1\nattempt\t1\noversight\tsouth-wales-pcc\nservice\tcardiff\t10\nservice\tvale\t3\ntheme\tnone\nwindow\t2026-09-01\t2026-10-31\n',
    );
    const text = frameDocument(frame);
    expect(text.split('\n').slice(0, 4)).toEqual([
      'teg-frame/1',
      'in\tcardiff\tCF-26-10',
      'in\tcardiff\tCF-26-9',
      'in\tvale\tVG-26-7000',
    ]);
    expect(text).toMatch(/list\tcardiff\t[0-9a-f]{64}\nout\tvale\tVG-26-7100\tcourtOpen\n$/);
    expect(frameDocument({ cases: [], excluded: [], lists: [] })).toBe('teg-frame/1\n');
  });

  it('sort beyond ASCII by bytes as well: an emoji comes after a letter of the private use area', () => {
    const text = planDocument({
      ...plan,
      facts: [
        ['note', '\u{1F600}'],
        ['note', '\uE000'],
      ],
    });
    expect(text.indexOf('\uE000')).toBeLessThan(text.indexOf('\u{1F600}'));
    expect(readPlan(text)?.facts).toEqual([
      ['note', '\uE000'],
      ['note', '\u{1F600}'],
    ]);
  });

  it('are read back as they were written', () => {
    expect(readPlan(planDocument(plan))).toEqual({ ...plan, services: [...plan.services].reverse() });
    expect(readFrame(frameDocument(frame))).toEqual({ ...frame, cases: [...frame.cases.slice(9), ...cases] });
  });

  it.each<[string, Partial<DrawPlan>]>([
    ['no service', { services: [] }],
    [
      'a service twice',
      {
        services: [
          { service: 'vale', n: 1 },
          { service: 'vale', n: 2 },
        ],
      },
    ],
    ['none to be drawn', { services: [{ service: 'vale', n: 0 }] }],
    ['half a case', { services: [{ service: 'vale', n: 1.5 }] }],
    ['a service with a space', { services: [{ service: 'the vale', n: 1 }] }],
    ['a theme that reads like none', { theme: 'none' }],
    ['a window that ends before it begins', { window: { first: '2026-10-31', last: '2026-09-01' } }],
    ['a window to a day that does not exist', { window: { first: '2026-09-01', last: '2026-09-31' } }],
    ['attempt 0', { attempt: 0 }],
    ['an empty body', { oversight: '' }],
    ['a TAB in the body', { oversight: 'a\tb\tc' }],
    ['a body not in NFC', { oversight: 'Po\u0302' }],
    ['a second theme', { facts: [['theme', 'girls']] }],
    ['a fact with three values', { facts: [['a', 'b', 'c', 'd']] }],
  ])('refuse a plan with %s', (_, change) => {
    expect(() => planDocument({ ...plan, ...change })).toThrow(RangeError);
  });

  it.each([
    ['a reference twice in one service', { cases: [...cases, { service: 'vale', reference: 'VG-26-7000' }] }],
    ['a reference twice in two services', { cases: [...cases, { service: 'cardiff', reference: 'VG-26-7000' }] }],
    ['a reference in and out', { excluded: [{ service: 'vale', reference: 'VG-26-7000', reason: 'a' }] }],
    ['a reference with a space', { cases: [{ service: 'vale', reference: 'VG 1' }] }],
    ['a reference of 65 characters', { cases: [{ service: 'vale', reference: 'V'.repeat(65) }] }],
    ['a list of no hash', { lists: [{ service: 'vale', hash: 'abc' }] }],
    [
      'two lists of one service',
      {
        lists: [
          { service: 'vale', hash: sha256hex('a') },
          { service: 'vale', hash: sha256hex('b') },
        ],
      },
    ],
  ])('refuse a frame with %s', (_, change) => {
    expect(() => frameDocument({ ...frame, ...change })).toThrow(RangeError);
  });

  it.each([
    ['CR LF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no line feed at the end', (text: string) => text.slice(0, -1)],
    ['an empty line', (text: string) => `${text}\n`],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['another header', (text: string) => text.replace('/1', '/2')],
    [
      'lines out of order',
      (text: string) =>
        text.replace(/(in\tcardiff\tCF-26-10\n)(in\tcardiff\tCF-26-9\n)/, '$2$1').replace(/(attempt.*\n)(.*\n)/, '$2$1'),
    ],
    ['a space for a TAB', (text: string) => text.replace('\t', ' ')],
  ])('are not read with %s', (_, change) => {
    expect(readPlan(change(planDocument(plan)))).toBeNull();
    expect(readFrame(change(frameDocument(frame)))).toBeNull();
  });
});

describe("the lead's text", () => {
  it.each(['a', 'Codi canu "Calon Lân" 🎲', 'two  spaces inside', 'x'.repeat(1000), '🎲'.repeat(1000), '0'])(
    '%p stays as it is',
    (text) => {
      expect(leadText(text)).toBe(text);
    },
  );

  it('is brought to NFC and nothing else', () => {
    expect(leadText('Po\u0302b')).toBe('P\u00f4b');
    expect(leadText(`${'o\u0302'.repeat(1000)}`)).toHaveLength(1000);
  });

  it.each([
    '',
    ' a',
    'a ',
    '\u00a0a',
    'a\u3000',
    'a\nb',
    'a\tb',
    'a\u0085b',
    'a\u0000',
    '\ud800',
    'x'.repeat(1001),
    '🎲'.repeat(1001),
  ])('%p is refused', (text) => {
    expect(leadText(text)).toBeNull();
  });

  it.each([
    ['vale', true],
    ['!~', true],
    ['', false],
    ['a b', false],
    ['ä', false],
    ['a\n', false],
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
  ])('as a code %p: %p', (text, is) => {
    expect(isDrawCode(text)).toBe(is);
  });
});
