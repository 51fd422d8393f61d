import { type Instant } from '#calendar';
import { RaiseAlert } from '#casework';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { type AnyJob } from '../job.js';
import { type JobName } from '../job-table.js';
import { type Call, type Ring } from '../ring.js';
import { runJobs } from '../run-jobs.js';
import { alertDue } from './alert-due.job.js';
import { sweep } from './sweep.job.js';

const file = '00000000-0000-4000-8000-0000000000c1';
const clock = (kind: string, nextAlertAt: Instant | null) => ({
  kind,
  anchorOn: '2026-11-20',
  dueOn: '2026-11-27',
  policy: '1',
  nextAlertAt,
});

describe.each(bothQueues)('sweep, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeEach(async () => void (tower = await bellTower(kind)));
  afterEach(() => tower.close());

  const rungBy = async (): Promise<readonly Call<JobName>[]> => {
    let rung: readonly Call<JobName>[] = [];
    const noting: Ring = { ...tower.ring, ring: (name, calls) => ((rung = calls), tower.ring.ring(name, calls)) };
    await sweep({ bell: tower.bell, ledger: tower.ledger, ring: noting }).run({});
    return rung;
  };

  it('rings for each open clock whose step is due by now, and for no other; an id names the step', async () => {
    await tower.begin(file, {
      startClocks: [
        clock('allocation', '2026-11-24T09:00:00.000Z'),
        clock('assessment', '2026-11-24T09:00:00.001Z'),
        clock('panel', null),
      ],
    });
    const payload = { stream: file, kind: 'allocation', run: 1, step: 0 };
    expect(await rungBy()).toEqual([{ id: `alert-${file}-allocation-1-0`, payload }]);
    // It says it once more while the first is waiting: the queue keeps one.
    await rungBy();
    const queue = tower.bull.queue('alerts');
    expect((await queue.getJobs(['waiting', 'prioritized'])).map(({ name, id, data }) => [name, id, data as unknown])).toEqual([
      ['alert-due', `alert-${file}-allocation-1-0`, payload],
    ]);
    await queue.close();
  });

  it('rings for each of several clocks of a kind', async () => {
    await tower.begin(file, {
      startClocks: [clock('victimTold:V1', '2026-11-24T08:00:00.000Z'), clock('victimTold:V2', '2026-11-24T08:30:00.000Z')],
    });
    expect((await rungBy()).map(({ id }) => id)).toEqual([`alert-${file}-victimTold.V1-1-0`, `alert-${file}-victimTold.V2-1-0`]);
  });

  it('goes by case time', async () => {
    await tower.begin(file, { startClocks: [clock('allocation', '2026-11-25T08:00:00.000Z')] });
    expect(await rungBy()).toEqual([]);
    await tower.admin.query('insert into teg.demonstration_clock values (true, 86400000, now())');
    expect(await rungBy()).toHaveLength(1);
  });

  it('with five hundred due at once, has each raised once, those first that have been due longest', async () => {
    const files = Array.from({ length: 100 }, (_, index) => `00000000-0000-4000-8000-0000000d${String(index).padStart(4, '0')}`);
    const minute = (number: number): Instant => new Date(Date.parse('2026-11-23T08:00:00.000Z') + number * 60_000).toISOString();
    // Due in another order than their files stand in.
    for (const [index, id] of files.entries())
      await tower.begin(id, {
        rooms: ['yjs:vale'],
        homeArea: 'vale',
        startClocks: [0, 1, 2, 3, 4].map((number) => clock(`allocation:${number}`, minute((index * 37 + number * 101) % 500))),
      });
    const due = new Map(
      (
        await tower.admin.query<{ id: string; at: Date }>(
          "select stream || ' ' || kind as id, next_alert_at as at from teg.clock",
        )
      ).rows.map(({ id, at }) => [id, at.getTime()]),
    );
    const raised: number[] = [];
    const raise = alertDue({
      raiseAlert: new RaiseAlert(tower.ledger, () => [{ workingDays: 0, tell: 'dutyManager' }]),
      log: tower.log,
    });
    const recording: AnyJob = {
      name: 'alert-due',
      run: async (alert) => {
        const answer = await raise.run(alert);
        if (answer === 1) raised.push(due.get(`${alert.stream} ${alert.kind}`) ?? 0);
        return answer;
      },
    };
    const jobs = await runJobs(tower.bull, new Map([['alert-due', recording]]), tower.log);
    const look = sweep({ bell: tower.bell, ledger: tower.ledger, ring: tower.ring, batch: 100 });
    while ((await look.run({})) > 0) await tower.quiet();
    await jobs.stop();
    // A hundred at a time; within a pass several are raised at once.
    const passes = [0, 1, 2, 3, 4].map((pass) => raised.slice(pass * 100, pass * 100 + 100).sort());
    expect(passes.flat()).toEqual([...due.values()].sort());
    for (const table of ['teg.alert_sent', 'teg.inbox', "teg.event where type = 'alertRaised'"])
      expect((await tower.admin.query(`select count(*)::int as n from ${table}`)).rows).toEqual([{ n: 500 }]);
  });

  it('answers twice that nothing is due', async () => {
    await tower.begin(file, { startClocks: [clock('allocation', '2026-12-01T08:00:00.000Z')] });
    expect(await tower.deliver(sweep({ bell: tower.bell, ledger: tower.ledger, ring: tower.ring }), [{}, {}])).toEqual([0, 0]);
  });

  it('sees ids and instants only: not the due day, not a case', async () => {
    for (const sql of [
      'select due_on from teg.clock',
      'select id from teg.stream',
      'select stream from teg.event',
      'select body from teg.payload',
    ])
      await expect(tower.bell.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
