import { SayDayCame } from '#casework';
import { eighteenthBirthday } from '#law';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { type JobPayloads } from '../job-table.js';
import { type Ring } from '../ring.js';
import { sayDayCame } from './say-day-came.job.js';
import { sweep } from './sweep.job.js';

const file = '00000000-0000-4000-8000-0000000000b1';
const rooms = ['yjs:vale', 'seconded:vale'];
const clock = (kind: string, dueOn: string) => ({
  kind,
  anchorOn: '2026-11-20',
  dueOn,
  policy: `${kind.split(':')[0]}/1`,
  nextAlertAt: null,
});

describe.each(bothQueues)('a day that comes by itself, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeEach(async () => void (tower = await bellTower(kind)));
  afterEach(() => tower.close());

  const aCase = (state: string, known: object, startClocks: readonly ReturnType<typeof clock>[]) =>
    tower.begin(file, {
      rooms,
      homeArea: 'vale',
      pathway: { name: 'vale-oocd', version: 1 },
      state,
      facts: { known: { ...known }, victims: {} },
      startClocks,
    });
  const child = (bornOn: string, state = 'awaitingAllocation', known: object = {}) =>
    aCase(state, { bornOn, ...known }, [clock('eighteenthBirthday', eighteenthBirthday(bornOn))]);

  /** What the sweep rings for, each delivered twice; how many were said. */
  const sweptAt = async (at: string): Promise<number> => {
    tower.setTime(at);
    let days: readonly JobPayloads['say-day-came'][] = [];
    const ring: Ring = {
      ...tower.ring,
      ring: (name, calls) => {
        if (name === 'say-day-came') days = calls.map(({ payload }) => payload as JobPayloads['say-day-came']);
        return Promise.resolve();
      },
    };
    await sweep({ bell: tower.bell, ledger: tower.ledger, ring }).run({});
    if (days.length === 0) return 0;
    const job = sayDayCame({ command: new SayDayCame(tower.ledger), log: tower.log });
    const answers = await tower.deliver(job, [...days, ...days]);
    return answers.reduce((sum, one) => sum + one, 0);
  };
  const events = async () =>
    (
      await tower.admin.query<{ type: string; roles: string[] }>(
        'select e.type, p.roles from teg.event e join teg.person p on p.id = e.person where e.seq > 1 order by e.seq',
      )
    ).rows;
  const stopped = async () =>
    (
      await tower.admin.query<{ kind: string; how: string | null }>(
        'select kind, stopped_how as how from teg.clock where stopped_at is not null order by kind',
      )
    ).rows;

  it.each([
    ['in winter', '2008-12-06', '2026-12-05T23:59:59.999Z', '2026-12-06T00:00:00.000Z'],
    ['in summer, when London is an hour ahead', '2009-06-15', '2027-06-14T22:59:59.999Z', '2027-06-14T23:00:00.000Z'],
    ['born on 29 February, in an ordinary year', '2012-02-29', '2030-02-28T23:59:59.999Z', '2030-03-01T00:00:00.000Z'],
  ])('a child is 18 at midnight in London, %s: said once, by the machine, though it is delivered twice', async (_, bornOn, before, at) => {
    await child(bornOn);
    expect(await sweptAt(before)).toBe(0);
    expect(await sweptAt(at)).toBe(1);
    expect(await sweptAt(at)).toBe(0);
    expect(await events()).toEqual([{ type: 'turnedEighteen', roles: ['machine'] }]);
    expect(await stopped()).toEqual([{ kind: 'eighteenthBirthday', how: 'met' }]);
    expect(tower.said).toEqual([]);
  });

  it('a caution that was to be given is looked at again by the police, who are told; the service is told of the birthday', async () => {
    await child('2008-12-06', 'awaitingDelivery', { outcome: 'yc' });
    expect(await sweptAt('2026-12-06T00:00:00.000Z')).toBe(1);
    const { rows } = await tower.admin.query('select state from teg.stream where id = $1', [file]);
    expect(rows).toEqual([{ state: 'awaitingReconsideration' }]);
    const told = await tower.admin.query('select room, role, code from teg.inbox order by role');
    expect(told.rows).toEqual([
      { room: 'yjs:vale', role: 'dutyManager', code: 'turnedEighteen' },
      { room: 'seconded:vale', role: 'policeDecisionMaker', code: 'awaitingReconsideration' },
      { room: 'yjs:vale', role: 'practitioner', code: 'turnedEighteen' },
    ]);
  });

  it('a sweep that was kept from its work for days says it then', async () => {
    await child('2008-12-06');
    expect(await sweptAt('2026-12-20T09:00:00.000Z')).toBe(1);
    expect((await events()).map(({ type }) => type)).toEqual(['turnedEighteen']);
  });

  it('a victim’s time to ask for a review ends after its last day, for each victim apart, in a closed case too', async () => {
    const windows = [clock('victimReviewWindow:V1', '2027-02-28'), clock('victimReviewWindow:V2', '2027-03-02')];
    await aCase('closed', { outcome: 'nfa' }, windows);
    expect(await sweptAt('2027-02-28T23:59:59.999Z')).toBe(0);
    expect(await sweptAt('2027-03-01T00:00:00.000Z')).toBe(1);
    expect(await stopped()).toEqual([{ kind: 'victimReviewWindow:V1', how: 'met' }]);
    expect(await sweptAt('2027-03-03T00:00:00.000Z')).toBe(1);
    expect((await events()).map(({ type }) => type)).toEqual(['victimReviewWindowClosed', 'victimReviewWindowClosed']);
  });

  it('the bell learns whose day has come, and no day', async () => {
    await child('2008-12-06');
    const { rows } = await tower.bell.query("select * from teg.days_that_came('2026-12-06', 10)");
    expect(rows).toEqual([{ stream: file, kind: 'eighteenthBirthday', run: 1 }]);
  });
});
