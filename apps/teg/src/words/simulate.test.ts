import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { said } from '../said.js';
import { planDigest, simulationPlan } from '../simulate/simulation-plan.js';

type Told = { plan: string; referrals: number; outcomes: { [outcome: string]: number }; closed: number; panel: { inTime: number; late: number }; alerts: number; requests: number; digest: string; surprises: object[] };

const program = resolve(import.meta.dirname, '../../../../dist/apps/teg/src/main.js');
const run = promisify(execFile);

describe('teg simulate', () => {
  it('says what it will play without playing it, and what is published and what assumed', async () => {
    const { out } = await said('simulate', '--plan', '--seed', 'a', '--referrals', '10');
    expect(out).toBe(`${planDigest(simulationPlan({ seed: 'a', years: 1, referrals: 10 }))} 10 referrals 2026-04-01 to 2027-04-01\n`);
    const { out: told } = await said('simulate', '--proportions');
    expect(told).toMatch(/^Published for the Vale.*27 of them common assault.*\n\nAssumed, for nobody has published them:\n.*four boys in five/s);
  });

  it('refuses what it cannot play', async () => {
    expect(await said('simulate', '--years', '0')).toMatchObject({ code: 2, err: expect.stringContaining('--years is a whole number') });
    expect(await said('simulate', '--years', '3')).toMatchObject({ code: 2, err: expect.stringContaining('The bank holidays are known until 2028-12-31') });
    expect(await said('simulate', '--from', 'soon')).toMatchObject({ code: 2, err: expect.stringContaining('--from is a day') });
    expect(await said('simulate', '--referrals', 'many')).toMatchObject({ code: 2 });
  });

  it('plays ten referrals of a year on a service of its own, twice the same, and nothing is refused that nobody reckoned with', async () => {
    const play = () => run(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'simulate', '--referrals', '10', '--seed', '3', '--json']);
    const [one, other] = await Promise.all([play(), play()]);
    const [told, again] = [one, other].map(({ stdout }) => JSON.parse(stdout) as Told);
    expect(told).toMatchObject({ referrals: 10, surprises: [], plan: planDigest(simulationPlan({ seed: '3', years: 1, referrals: 10 })) });
    // Not a terminal: plain lines, a tenth each, and no line is redrawn.
    expect(one.stderr).toMatch(/^Starting a service of its own for 10 referrals\.\n( *\d+ % \S.*\n)+$/);
    expect(Object.values(told?.outcomes ?? {}).reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(Object.keys(told?.outcomes ?? {})).toEqual(['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc', 'court', 'none']);
    expect((told?.panel.inTime ?? 0) + (told?.panel.late ?? 0)).toBeGreaterThan(5);
    expect(told?.alerts).toBeGreaterThan(0);
    const { digest, outcomes, requests, closed, panel } = again ?? {};
    expect({ digest, outcomes, requests, closed, panel }).toEqual({ digest: told?.digest, outcomes: told?.outcomes, requests: told?.requests, closed: told?.closed, panel: told?.panel });
  }, 300_000);
});
