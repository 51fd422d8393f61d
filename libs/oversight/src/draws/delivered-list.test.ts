import { composeFrame, stragglers } from './compose-frame.js';
import { readDeliveredList } from './delivered-list.js';

const read = (text: string) => readDeliveredList(Buffer.from(text));

describe('a list that a service delivers as a file', () => {
  it('is a line a case, with the code of the reason where it does not qualify', () => {
    expect(read('teg-list/1\nGW-1\nGW-2,sentToCourt\nout\tGW-3\tsealed\nin;GW-4\n')).toEqual({
      ok: true,
      cases: [
        { reference: 'GW-1', reason: null },
        { reference: 'GW-2', reason: 'sentToCourt' },
        { reference: 'GW-3', reason: 'sealed' },
        { reference: 'GW-4', reason: null },
      ],
    });
  });

  it('may come from Windows, with its mark and its line ends, and may be empty', () => {
    expect(read('\uFEFFGW-1\r\nGW-2\r\n')).toMatchObject({ ok: true, cases: [{ reference: 'GW-1' }, { reference: 'GW-2' }] });
    expect(read('')).toEqual({ ok: true, cases: [] });
  });

  it.each([
    ['a name', 'Ellie Testley', 'listLine'],
    ['a space before a reference', ' GW-1', 'listLine'],
    ['a column too many', 'GW-1,a,b', 'listLine'],
    ['a case left out without a reason', 'out\tGW-1', 'listLine'],
    ['a case taken in with a reason', 'in\tGW-1\treason', 'listLine'],
    ['a reference of 65 characters', 'G'.repeat(65), 'listLine'],
    ['a case twice', 'GW-0,later', 'referenceTwice'],
  ])('with %s is refused, and the line is named', (_, line, code) => {
    expect(read(`GW-0\n${line}\n`)).toEqual({ ok: false, faults: [{ line: 2, code }] });
  });

  it('that is no UTF-8 is refused', () => {
    expect(readDeliveredList(Buffer.from([0x47, 0xff]))).toEqual({ ok: false, faults: [{ line: 0, code: 'listUnreadable' }] });
  });
});

describe('a frame of record and lists', () => {
  const hash = 'ab'.repeat(32);
  const row = (reference: string, reason: string | null = null, service = 'vale') => ({ service, reference, reason });

  it('holds every case, and counts for each service what qualifies and what does not', () => {
    const composed = composeFrame(
      ['vale', 'gwent'],
      [row('VG-1'), row('VG-2', 'sentToCourt')],
      [{ service: 'gwent', hash, cases: [{ reference: 'GW-1', reason: null }] }],
    );
    expect(composed).toMatchObject({
      ok: true,
      document: `teg-frame/1\nin\tgwent\tGW-1\nin\tvale\tVG-1\nlist\tgwent\t${hash}\nout\tvale\tVG-2\tsentToCourt\n`,
      summary: {
        services: [
          { service: 'vale', cases: 1, excluded: 1 },
          { service: 'gwent', cases: 1, excluded: 0 },
        ],
      },
    });
  });

  it('takes a case that stands in both as the record has it: a list adds and takes nothing away', () => {
    const cases = [
      { reference: 'VG-1', reason: 'leftOut' },
      { reference: 'VG-9', reason: null },
    ];
    expect(composeFrame(['vale'], [row('VG-1')], [{ service: 'vale', hash, cases }])).toMatchObject({
      ok: true,
      document: `teg-frame/1\nin\tvale\tVG-1\nin\tvale\tVG-9\nlist\tvale\t${hash}\n`,
    });
  });

  it('is none where two services name one reference', () => {
    expect(
      composeFrame(['vale', 'gwent'], [row('VG-1')], [{ service: 'gwent', hash, cases: [{ reference: 'VG-1', reason: null }] }]),
    ).toEqual({ ok: false, twice: ['VG-1'] });
  });

  it('finds the cases of an earlier window that its frame could not list yet', () => {
    const earlier = `teg-frame/1\nin\tvale\tVG-1\nout\tvale\tVG-2\tsentToCourt\n`;
    expect(stragglers([row('VG-1'), row('VG-2'), row('VG-3')], earlier)).toEqual([row('VG-3')]);
  });
});
