import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { beatHeart } from './beat-heart.job.js';

describe.each(bothQueues)('beat-heart, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeAll(async () => void (tower = await bellTower(kind)));
  afterAll(() => tower.close());

  const heartbeats = async () =>
    (await tower.admin.query<{ worker: string; beat_at: Date }>('select worker, beat_at from teg.worker_heartbeat')).rows;

  it('writes machine time, also where case time runs ahead; delivered twice, there is one row', async () => {
    await tower.admin.query('insert into teg.demonstration_clock values (true, 86400000, now())');
    const job = beatHeart({ bell: tower.bell, worker: 'test-worker', machineNow: tower.machineNow });
    expect(await tower.deliver(job, [{}, {}])).toEqual([1, 1]);
    expect(await heartbeats()).toEqual([{ worker: 'test-worker', beat_at: new Date('2026-11-24T09:00:00.000Z') }]);
  });

  it('follows the machine', async () => {
    tower.setTime('2026-11-24T09:00:05.000Z');
    const job = beatHeart({ bell: tower.bell, worker: 'test-worker', machineNow: tower.machineNow });
    await tower.deliver(job, [{}]);
    expect((await heartbeats())[0]?.beat_at).toEqual(new Date('2026-11-24T09:00:05.000Z'));
  });
});
