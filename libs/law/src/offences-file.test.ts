import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { offence } from './offence.js';
import { hasFlag, isSexual, triableOf } from './readings.js';

const root = resolve(__dirname, '../../..');
const tool = (...words: readonly string[]): { status: number | null; out: string; said: readonly string[] } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/offences.mjs'), ...words], {
    encoding: 'utf8',
  });
  return { status, out: stdout, said: stderr.trimEnd().split('\n') };
};
const csv = readFileSync(join(__dirname, 'offences.csv'), 'utf8');
const [head = '', common = ''] = csv.split('\n');

it('the newest version in offences.json is what offences.csv says', () => {
  expect(tool('--check')).toMatchObject({ status: 0, said: [''] });
});

describe('an offence table that is imported', () => {
  let folder: string;
  /** A folder with the table as it is, and the lines in a file beside it. */
  const file = (...lines: readonly string[]): string => {
    writeFileSync(join(folder, 'new.csv'), `${lines.join('\n')}\n`);
    return join(folder, 'new.csv');
  };
  const written = () => ['offences.csv', 'offences.json'].map((name) => readFileSync(join(folder, name), 'utf8'));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teg-offences-'));
    for (const name of ['offences.csv', 'offences.json']) cpSync(join(__dirname, name), join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const line = (changes: { readonly [column: string]: string }): string => {
    const names = head.split(',');
    const cells = [
      'XX26001',
      '105/01',
      'Invented',
      '',
      'summary',
      'yes',
      'OTHER',
      '',
      '',
      '',
      '6',
      '',
      '',
      '',
      'S1',
      'yes',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ];
    return names.map((name, place) => changes[name] ?? cells[place]).join(',');
  };

  it('has every bad line told by its number, every fault at once, and nothing is written', () => {
    const before = written();
    const bad = file(
      head,
      common,
      line({ cjs_code: 'CJ88001' }),
      line({ triable: 'magistrates', yjb_category: 'NUISANCE', recordable: 'perhaps' }),
      line({ cjs_code: '88002', yjb_seriousness_1_8: '9', acpo_gravity_1_4: '5', npcc_gravity_1_5: '0' }),
      line({ cjs_code: 'XX26002', home_office_class: 'Jan-05', note: 'read on 2026-02-30; formerly 1900-01-01' }),
      line({ cjs_code: 'XX26003', triable: 'either-way' }),
      line({ cjs_code: 'XX26004', charging_time_limit_months: '', flags: 'knife;unheard-of', verified: 'seen' }),
      `${line({ cjs_code: 'XX26005' })},one too many`,
      'XX26006,"not closed',
      line({ cjs_code: 'XX26007' }),
    );
    const { status, said } = tool(bad, '--version', '2027-02', '--into', folder);
    expect(status).toBe(1);
    expect(said.slice(0, -1)).toEqual([
      'line 3: cjs_code CJ88001 stands in line 2 already',
      'line 4: triable "magistrates" is none of summary, either-way, indictable-only',
      'line 4: recordable "perhaps" is none of yes, no',
      expect.stringMatching(/^line 4: yjb_category "NUISANCE" is none of VIOLENCE_AGAINST_THE_PERSON, /),
      'line 5: cjs_code "88002" is no CJS code (two letters, five digits)',
      'line 5: yjb_seriousness_1_8 "9" is no whole number from 1 to 8',
      'line 5: acpo_gravity_1_4 "5" is no whole number from 1 to 4',
      'line 5: npcc_gravity_1_5 "0" is no whole number from 1 to 5',
      'line 6: home_office_class "Jan-05" is no Home Office class (ccc/ss): a spreadsheet made it a date',
      'line 6: note says 2026-02-30, which is no day',
      'line 6: note says 1900-01-01, which is no day',
      'line 7: charging_time_limit_months is filled, and only a summary offence has a limit',
      expect.stringMatching(/^line 8: flags "unheard-of" is none of driving, /),
      'line 8: verified "seen" is none of yes, inferred, no',
      'line 8: charging_time_limit_months is empty, and a summary offence has a limit',
      'line 9: has 25 cells instead of 24',
      'line 10: cannot be read: a quote is not closed, or stands in the middle of a cell',
    ]);
    expect(said.at(-1)).toBe(`17 faults in ${bad}; nothing was written.`);
    expect(written()).toEqual(before);
  });

  it('has wrong columns told by name, before any line is read', () => {
    const before = written();
    const { status, said } = tool(
      file(head.replace('triable', 'mode').replace('note', 'title'), common),
      '--version',
      '2027-02',
      '--into',
      folder,
    );
    expect([status, said.slice(0, -1)]).toEqual([
      1,
      [
        'line 1: has no column triable',
        'line 1: has no column note',
        'line 1: has a column "mode" that nobody knows',
        'line 1: has the column title twice',
      ],
    ]);
    expect(tool(file(head), '--into', folder).said[0]).toBe('line 1: is followed by no offence');
    expect(written()).toEqual(before);
  });

  it('is a new version: one that was written is never changed, and an earlier date is none', () => {
    const good = file(head, common, line({}));
    expect(tool(good, '--check', '--into', folder)).toMatchObject({ status: 0, out: '2 offences, no faults.\n' });
    for (const words of [[], ['--version', '2026-08'], ['--version', '2026-07'], ['--version', '2027-13'], ['--version', 'next']])
      expect([words, tool(good, ...words, '--into', folder).status]).toEqual([words, 1]);
    expect(tool(good, '--version', '2027-02', '--into', folder)).toMatchObject({
      status: 0,
      out: expect.stringContaining('2026-08') as string,
    });
    expect(tool('--into', folder)).toMatchObject({ status: 0, out: '2 offences: version 2027-02, as it is.\n' });
  });

  it('is found by whoever asks for help', () => {
    const { status, out } = tool('--help');
    expect([status, out]).toEqual([0, expect.stringContaining('Every bad line is told by its number')]);
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('tools/offences.mjs');
    expect(tool('--unheard-of').status).toBe(1);
  });
});

describe('a case and the offence table', () => {
  it('reads the version it was referred under, wherever the law reads the table', () => {
    const fact = { code: 'SX03007', on: '2026-11-10', table: '1999-01' };
    for (const read of [
      () => triableOf(fact),
      () => hasFlag({ offences: [fact] }, 'knife'),
      () => isSexual({ offences: [fact] }),
    ])
      expect(read).toThrow('there is no version 1999-01 of the offence table');
    expect(offence('SX03007', '2026-08')).toEqual(offence('SX03007'));
  });

  it('a case that was referred before a new version is answered as before, police file and all; a later one by the new version', () => {
    const folder = mkdtempSync(join(tmpdir(), 'teg-offences-'));
    for (const part of ['package.json', 'dist/libs/law', 'dist/libs/calendar'])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    const law = join(folder, 'dist/libs/law/src');
    writeFileSync(join(law, 'offences.csv'), csv);
    writeFileSync(
      join(folder, 'new.csv'),
      csv.replace(/(TH68010,.*?,)either-way(,.*?,),(S\d.*)/, '$1indictable-only$2hate-aggravated,$3'),
    );
    writeFileSync(
      join(folder, 'ask.mjs'),
      `import { chargingDecisionBy, factsOfReferral, offenceTable } from '#law';
       const { notice, received_at } = JSON.parse(process.argv[2]);
       const before = process.argv[3] === undefined ? undefined : JSON.parse(process.argv[3]);
       const facts = factsOfReferral(notice, null, received_at, before);
       console.log(JSON.stringify({ table: offenceTable, by: chargingDecisionBy(facts), facts }));`,
    );
    const referral = readFileSync(join(root, 'test/referrals/R01-shop-theft-first-time.json'), 'utf8');
    type Told = { table: string; by: string; facts: { offences: { table?: string; triable: string }[] } };
    const ask = (...words: readonly string[]) =>
      JSON.parse(execFileSync(process.execPath, [join(folder, 'ask.mjs'), referral, ...words], { encoding: 'utf8' })) as Told;

    const first = ask();
    expect(first).toMatchObject({ table: '2026-08', facts: { offences: [{ triable: 'either-way' }] } });
    expect(tool(join(folder, 'new.csv'), '--version', '2027-02', '--into', law).status).toBe(0);
    const later = ask();
    expect(later).toMatchObject({
      table: '2027-02',
      by: 'CPS',
      facts: { offences: [{ triable: 'indictable-only', table: '2027-02' }] },
    });
    expect(ask(JSON.stringify(first.facts))).toEqual({ ...first, table: '2027-02' });
    expect(ask(JSON.stringify(later.facts))).toEqual(later);
    rmSync(folder, { recursive: true, force: true });
  });
});
