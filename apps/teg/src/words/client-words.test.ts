import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningService, runService } from '../../../../test/faults/running-teg.js';
import { said } from '../said.js';

type Clock = {
  readonly kind: string;
  readonly dueOn: string;
  readonly explanation: readonly { readonly on: string; readonly counts: number | null; readonly why: string }[];
};

const referrals = join(import.meta.dirname, '../../../../test/referrals');
const folder = mkdtempSync(join(tmpdir(), 'teg-words-'));

describe('the words that speak with the running service', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ TEG_CLOCK_START: '2026-11-24T09:00:00Z' });
    process.env['TEG_URL'] = service.url;
  }, 60_000);
  afterAll(async () => {
    delete process.env['TEG_URL'];
    await service.end();
  }, 60_000);

  it('people: everybody of the demonstration, sorted, every role, each address after its role', async () => {
    const { code, out } = await said('people');
    const lines = out.split('\n').slice(0, -1);
    expect(code).toBe(0);
    expect(lines).toEqual([...lines].sort());
    expect(lines).toContain('duty-manager@vale.test\tdutyManager\tvale');
    expect(lines).toContain('custody-sergeant@south-wales-police.test\treferringSupervisor\tsouth-wales-police');
    expect(new Set(lines.map((line) => line.split('\t')[1])).size).toBe(22);
    for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+@[a-z-]+\.test\t[a-zA-Z]+\t[a-z-]+$/);
  });

  it('token: one token and nothing else, good at the API; nobody unknown', async () => {
    const { code, out, err } = await said('token', '--as', 'practitioner@vale.test');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const answer = await fetch(`${service.url}/api/me`, { headers: { authorization: `Bearer ${out.trim()}` } });
    expect(await answer.json()).toMatchObject({ email: 'practitioner@vale.test' });
    expect(await said('token', '--as', 'nobody@vale.test')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('"teg people" lists everybody'),
    });
    expect(await said('token')).toMatchObject({ code: 2, err: expect.stringContaining('Give --as EMAIL') });
  });

  it('clock: told, moved forward by days and hours and to an instant, never back', async () => {
    expect((await said('clock')).out).toMatch(/^2026-11-24T09:0\d:\d\d\.\d{3}Z\n$/);
    expect((await said('clock', '--advance', '2d')).out).toMatch(/^2026-11-26T09:0/);
    expect((await said('clock', '--advance', '3h')).out).toMatch(/^2026-11-26T12:0/);
    expect((await said('clock', '--to', '2026-12-24T16:55:00Z')).out).toMatch(/^2026-12-24T16:55:0/);
    expect(await said('clock', '--to', '2026-12-01T00:00:00Z')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('400 invalid'),
    });
    expect(await said('clock', '--advance', '-1d')).toMatchObject({ code: 2 });
    expect(await said('clock', '--advance', '1w')).toMatchObject({ code: 2, err: expect.stringContaining('14d or 5h') });
    expect(await said('clock', '--to', '2027-01-01')).toMatchObject({ code: 2, err: expect.stringContaining('no instant') });
  });

  it('a referral posted by curl on Christmas Eve at 16:55 is due at panel on 19 January, and says why day by day', async () => {
    const { notice, police_file } = JSON.parse(readFileSync(join(referrals, 'R08-sexual-image-sharing.json'), 'utf8')) as {
      notice: object;
      police_file: object;
    };
    const body = join(folder, 'body.json');
    writeFileSync(body, JSON.stringify({ received_at: '2026-12-24T16:55:00Z', notice, police_file }));
    const token = (await said('token', '--as', 'referring-supervisor@south-wales-police.test')).out.trim();
    const curl = [
      '-s',
      '-f',
      '-X',
      'POST',
      '-H',
      `Authorization: Bearer ${token}`,
      '-H',
      'Content-Type: application/json',
      '--data-binary',
      `@${body}`,
      `${service.url}/api/referrals`,
    ];
    const { clocks } = JSON.parse(execFileSync('curl', curl, { encoding: 'utf8' })) as { clocks: readonly Clock[] };
    const panel = clocks.find(({ kind }) => kind === 'panel');
    expect(panel?.dueOn).toBe('2027-01-19');
    expect(panel?.explanation.map(({ on, counts, why }) => `${on} ${counts ?? ''} ${why}`)).toEqual(
      expect.arrayContaining([
        '2026-12-24 0 dayZero',
        '2026-12-25  bankHoliday',
        '2026-12-28  bankHoliday',
        '2026-12-29 1 counted',
        '2027-01-19 15 counted',
      ]),
    );
  });

  it('import: all fifteen referrals, and again without doing anything twice', async () => {
    await said('clock', '--to', '2027-01-14T09:00:00Z');
    const first = await said('import', referrals);
    const lines = first.out.split('\n').slice(0, -1);
    expect(lines).toHaveLength(15);
    // R08 came by curl: the same child and the same crime number, and whoever may see the other is told which it is.
    expect(lines.filter((line) => !/^R\d\d-[\w-]+\.json\t201\tVG-2[67]-[A-Z0-9]+$/.test(line))).toEqual([
      expect.stringMatching(/^R08\S+\t409\tduplicate: .* The other is VG-26-\w+\.$/),
    ]);
    expect(first.code).toBe(1);
    const again = await said('import', join(referrals, 'R07-emergency-worker-assault.json'));
    expect(again).toEqual({ code: 0, out: `${lines[6] ?? ''} (already there)\n`, err: '' });
  });

  it('import: a fault is told by its place, and what is no referral is not sent', async () => {
    const file = join(folder, 'R99.json');
    const { notice } = JSON.parse(readFileSync(join(referrals, 'R01-shop-theft-first-time.json'), 'utf8')) as {
      notice: { child: object };
    };
    writeFileSync(file, JSON.stringify({ notice: { ...notice, child: { ...notice.child, date_of_birth: '2012-02-30' } } }));
    const { code, out } = await said('import', file, '--as', 'referring-supervisor@south-wales-police.test');
    expect(code).toBe(1);
    expect(out).toMatch(/^R99\.json\t400\tinvalid: .*\/notice\/child\/date_of_birth \S/);
    writeFileSync(file, '{"schema": "referral/2"}');
    expect(await said('import', file)).toMatchObject({ code: 2, err: expect.stringContaining('no "notice"') });
    expect(await said('import', join(folder, 'nowhere'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    });
    expect(await said('import', mkdtempSync(join(folder, 'empty')))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no referral'),
    });
  });

  it('export-ledger: whole although the service is killed in between, and one altered byte is named', async () => {
    const [before, after] = [join(folder, 'before.jsonl'), join(folder, 'after.jsonl')];
    expect(await said('export-ledger', '--out', before)).toMatchObject({ code: 0, out: '' });
    await service.kill();
    expect(await said('people')).toMatchObject({
      code: 2,
      err: expect.stringContaining(`No Teg answers at ${service.url}: start it with npm start`),
    });
    await service.startAgain();
    await said('clock', '--advance', '3d');
    expect(await said('export-ledger', '--out', after, '--as', 'auditor@vale.test')).toMatchObject({ code: 0 });
    expect(await said('verify-ledger', before)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ok events=\d+ streams=\d+ root=\S+\n$/),
    });
    expect(await said('verify-ledger', after, '--checkpoint', before)).toMatchObject({ code: 0, err: '' });

    const lines = readFileSync(after, 'utf8').split('\n');
    const row = JSON.parse(lines[20] ?? '') as { stream: string; seq: number };
    const altered = lines.with(20, (lines[20] ?? '').replace('"at":"20', '"at":"21'));
    writeFileSync(after, altered.join('\n'));
    expect(await said('verify-ledger', after)).toMatchObject({ code: 1, out: `${row.stream} ${row.seq}\n` });
  }, 60_000);

  it('export-ledger: only for an auditor, and only to where one may write', async () => {
    expect(await said('export-ledger', '--out', join(folder, 'no'), '--as', 'chair@vale.test')).toMatchObject({
      code: 1,
      err: expect.stringContaining('403 notYours'),
    });
    expect(await said('export-ledger', '--out', join(folder, 'no', 'where'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be written'),
    });
    expect(await said('export-ledger')).toMatchObject({ code: 2, err: expect.stringContaining('Give --out FILE') });
  });
});
