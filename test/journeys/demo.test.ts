import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aReferral, saying, type SentReferral } from '../world/referrals.js';

const program = resolve(__dirname, '../../dist/apps/teg/src/main.js');

type Run = { readonly child: ChildProcess; readonly out: () => string; readonly err: () => string; readonly code: Promise<number | null> };

function runDemo(...words: readonly string[]): Run {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'demo', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => (out += String(part)));
  child.stderr.on('data', (part) => (err += String(part)));
  return { child, out: () => out, err: () => err, code: once(child, 'close').then(() => child.exitCode) };
}

const folderIn = (text: string): string => /data in (\S+) until/.exec(text)?.[1] ?? '';
/** One story, by the name of its file, in one line. */
const storyOf = (text: string, file: string): string => (text.split('\n\n').find((part) => part.startsWith(file)) ?? '').replace(/\s+/g, ' ');

describe('teg demo --referrals', () => {
  let folder: string;
  const put = (name: string, body: SentReferral & { scenario?: string }): void => writeFileSync(join(folder, name), JSON.stringify({ scenario: `A story of ${name}`, ...body }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teg-referrals-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('plays any folder of that shape, tells what the service answered, and leaves nothing behind', async () => {
    put('gorwel.json', aReferral('R02'));
    // Another area, a child who is silent and speaks Welsh, and an adult who will not do: no story was written for it.
    const silent = saying(saying(saying(aReferral('R07'), 'notice.home_local_authority', 'Cardiff'), 'notice.admission.overall', 'NO_COMMENT'), 'notice.preferred_language', 'CY');
    put('afon.json', saying(saying(silent, 'notice.appropriate_adult.suitable', false), 'received_at', '2026-12-24T17:05:00Z'));
    // A team that never sends its police file.
    put('bryn.json', saying(saying(aReferral('R13'), 'police_file', undefined), 'notice.child.family_name', 'Prawf-Bryn'));
    const run = runDemo('--referrals', folder);
    expect([await run.code, run.err().includes('Error')]).toEqual([0, false]);
    const told = run.out();
    expect(told.split('\n').filter((line) => line.length > 100)).toEqual([]);

    expect(storyOf(told, 'gorwel.json')).toMatch(/charging limit Thu 3 Dec.*The date is no reason to charge.*In the end: closed; the outcome on record is nfa/);
    const afon = storyOf(told, 'afon.json');
    expect(afon).toMatch(/ CF-\d\d-\w{6} /);
    expect(afon).toContain('panel Wed 20 Jan 2027');
    expect(afon).toMatch(/not allowed: yc, ycc/);
    expect(afon).toMatch(/finds another appropriate adult/);
    expect(afon).toContain('In the end: closed');
    const bryn = storyOf(told, 'bryn.json');
    expect(bryn).toContain('NOT ALLOWED coordinator: case listed. The police file is not there');
    expect(bryn).toContain('In the end: awaiting panel');
    expect(told).toMatch(/3 stories, 2 at their end\. Outcomes that panels chose: nfa 1, o22 1\./);
    expect(told).toMatch(/The ledger of all this: ok events=\d+ streams=\d+ root=\S+\n$/);
    expect(folderIn(run.err())).not.toBe('');
    expect(existsSync(folderIn(run.err()))).toBe(false);
  }, 180_000);

  it('ends with exit code 1 where the service fails, and still leaves nothing behind', async () => {
    put('gorwel.json', aReferral('R02'));
    const run = runDemo('--referrals', folder);
    while (folderIn(run.err()) === '' && run.child.exitCode === null) await new Promise((again) => setTimeout(again, 50));
    const place = folderIn(run.err());
    const postgres = Number(readFileSync(join(place, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    const service = Number(readFileSync(`/proc/${run.child.pid}/task/${run.child.pid}/children`, 'utf8').trim().split(' ')[0]);
    process.kill(service, 'SIGKILL');
    expect(await run.code).toBe(1);
    expect(run.err()).toContain('The service of the demonstration stopped answering');
    expect(existsSync(place)).toBe(false);
    // A container may have nobody who reaps an orphan: what is dead and not yet reaped does not run.
    const status = existsSync(`/proc/${postgres}/status`) ? readFileSync(`/proc/${postgres}/status`, 'utf8') : 'State:\tZ';
    expect(status).toMatch(/State:\tZ/);
  }, 120_000);

  it('says what it cannot read, and starts nothing', async () => {
    const run = runDemo('--referrals', join(folder, 'nowhere'));
    expect([await run.code, run.out()]).toEqual([2, '']);
    expect(run.err()).toContain('cannot be read');
  }, 60_000);
});
