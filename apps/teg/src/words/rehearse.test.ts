import { join } from 'node:path';
import { type RunningService, runService } from '../../../../test/faults/running-teg.js';
import { said } from '../said.js';

const referrals = join(import.meta.dirname, '../../../../test/referrals');
const sent = ['R01-shop-theft-first-time.json', 'R13-assessment-declined.json', 'R15-street-resolution-third-notice.json'].map((name) => join(referrals, name));

describe('teg rehearse', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ TEG_CLOCK_START: '2026-12-10T09:00:00Z' });
    process.env['TEG_URL'] = service.url;
    expect((await said('import', ...sent)).code).toBe(0);
  }, 120_000);
  afterAll(async () => {
    delete process.env['TEG_URL'];
    await service.end();
  }, 60_000);

  it('tells for each open case that the same version changes nothing', async () => {
    const { code, out, err } = await said('rehearse', 'vale-oocd', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/^(VG-26-[A-Z0-9]+\tvale-oocd 1\tawaitingAllocation\tnothing changes\n){2}$/);
    expect(err).toBe('vale-oocd 1 on 2026-12-10: 2 open cases, 0 of them would be otherwise. None would be stranded. Nothing was moved.\n');
  });

  it('says what another would change and which it would strand, and ends with exit code 1', async () => {
    const { code, out, err } = await said('rehearse', 'divert', '1', '--as', 'administrator@vale.test');
    expect(code).toBe(1);
    expect(out).toMatch(/^(VG-26-[A-Z0-9]+\tvale-oocd 1\tawaitingAllocation\tSTRANDED: the version has no such state; closes .*\n){2}$/);
    expect(err).toMatch(/2 would be stranded, so it must not be used: VG-26-\S+, VG-26-\S+\. Nothing was moved\.\n$/);
  });

  it('gives the same as lines of JSON', async () => {
    const { out } = await said('rehearse', 'youth-bureau', '1', '--json');
    const lines = out.trim().split('\n').map((line) => JSON.parse(line) as { from: object; strands: unknown });
    expect(lines).toHaveLength(2);
    for (const { from } of lines) expect(from).toEqual({ name: 'vale-oocd', version: 1 });
  });

  it('refuses what it cannot ask, and says no where the service does', async () => {
    expect(await said('rehearse', 'vale-oocd')).toMatchObject({ code: 2, err: expect.stringContaining('Use: teg rehearse PATHWAY VERSION') });
    expect(await said('rehearse', 'Vale', '1')).toMatchObject({ code: 2, err: expect.stringContaining('no name of a pathway') });
    expect(await said('rehearse', 'vale-oocd', '1.0')).toMatchObject({ code: 2, err: expect.stringContaining('no version') });
    expect(await said('rehearse', 'vale-oocd', '9')).toMatchObject({ code: 1, err: expect.stringContaining('404 notFound') });
    expect(await said('rehearse', 'vale-oocd', '1', '--as', 'practitioner@vale.test')).toMatchObject({ code: 1, err: expect.stringContaining('403 notYours') });
  });
});
