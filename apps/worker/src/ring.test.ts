import { type BellTower, bellTower, bothQueues } from '../../../test/world/bell-tower.js';

const day = 86_400_000;
const due = { stream: '00000000-0000-4000-8000-0000000000d1', kind: 'assessment', run: 1, step: 0 };
const call = { id: `alert-${due.stream}-assessment-1-0`, payload: due };

describe.each(bothQueues)('what the queue keeps when the clock of the machine is set back, on %s', (kind) => {
  let tower: BellTower;
  beforeEach(async () => void (tower = await bellTower(kind)));
  afterEach(() => tower.close());

  /** What a worker leaves that was killed with its clock so far ahead: a schedule's next turn, and an alert to be tried again. */
  const leave = async (ahead: number) => {
    const alerts = tower.bull.queue('alerts');
    await alerts.upsertJobScheduler('sweep', { every: 15_000, startDate: Date.now() + ahead }, { name: 'sweep', data: {} });
    await alerts.add('alert-due', due, { jobId: call.id, delay: ahead });
    await alerts.close();
  };
  const waiting = async () => {
    const alerts = tower.bull.queue('alerts');
    const jobs = await alerts.getJobs(['waiting', 'prioritized']);
    const [schedule, alert] = [await alerts.getJobScheduler('sweep'), await alerts.getJobState(call.id)];
    await alerts.close();
    return { rung: jobs.map(({ id }) => id), turnsInMs: (schedule?.next ?? Infinity) - Date.now(), alert };
  };

  it('goes, when it is days: what is due can be rung for again, and every schedule turns', async () => {
    await leave(9 * day);
    await tower.ring.ring('alert-due', [call]);
    expect((await waiting()).rung).toEqual([]); // the queue has that id already, for later
    await tower.ring.keepSchedules();
    await tower.ring.ring('alert-due', [call]);
    const found = await waiting();
    expect(found.rung).toContain(call.id);
    expect(found.turnsInMs).toBeLessThanOrEqual(15_000);
    expect(tower.said).toEqual([{ code: 'clockWentBack' }]);
    await tower.ring.keepSchedules();
    expect(await waiting()).toMatchObject({ rung: found.rung });
  });

  it('stays, when it is less than a minute; the schedule alone is put right', async () => {
    await leave(50_000);
    await tower.ring.keepSchedules();
    const found = await waiting();
    expect(found.turnsInMs).toBeLessThanOrEqual(15_000);
    expect(found.alert).toBe('delayed');
    expect(tower.said).toEqual([]);
  });
});
