import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { beatHeart } from './beat-heart.job.js';

describe.each(bothQueues)('beat-heart, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeAll(async () => void (tower = await bellTower(kind)));
  afterAll(() => tower.close());

  const heartbeats = async () =>
    (
      await tower.admin.query<{ worker: string; beat_at: Date; is_fresh: boolean }>(
        "select worker, beat_at, beat_at between clock_timestamp() - interval '5 seconds' and clock_timestamp() as is_fresh from teg.worker_heartbeat",
      )
    ).rows;
  const beat = (times: number) =>
    tower.deliver(
      beatHeart({ bell: tower.bell, worker: 'test-worker' }),
      Array.from({ length: times }, () => ({})),
    );

  it('writes the time of the database, also where case time and the worker run ahead; delivered twice, there is one row', async () => {
    await tower.admin.query('insert into teg.demonstration_clock values (true, 86400000, now())');
    tower.setTime('2031-01-01T00:00:00.000Z');
    expect(await beat(2)).toEqual([1, 1]);
    expect(await heartbeats()).toMatchObject([{ worker: 'test-worker', is_fresh: true }]);
  });

  it('follows that clock', async () => {
    const [before] = await heartbeats();
    await beat(1);
    const [after] = await heartbeats();
    expect(after?.beat_at.getTime()).toBeGreaterThan(before?.beat_at.getTime() ?? Infinity);
  });
});
