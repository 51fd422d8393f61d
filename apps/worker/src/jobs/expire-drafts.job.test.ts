import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { expireDrafts } from './expire-drafts.job.js';

const machine = '00000000-0000-4000-8000-000000000001';
const draft = (number: number) => `00000000-0000-4000-8000-0000000000d${number}`;

describe.each(bothQueues)('expire-drafts, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeAll(async () => {
    tower = await bellTower(kind);
    for (const [number, expires] of [
      [1, '2026-11-24T08:59:59Z'],
      [2, '2026-11-24T09:00:00Z'],
      [3, '2026-11-25T09:00:00Z'],
    ] as const)
      await tower.admin.query(
        "insert into teg.draft values ($1, $2, 'team:test:test', 'notice', '{}', 1, '2026-11-01T09:00:00Z', $3)",
        [draft(number), machine, expires],
      );
  });
  afterAll(() => tower.close());

  const kept = async () =>
    (await tower.admin.query<{ id: string }>('select id from teg.draft order by id')).rows.map(({ id }) => id);
  const job = () => expireDrafts({ eraser: tower.eraser, ledger: tower.ledger });

  it('deletes what has expired by case time, once, though it is delivered twice', async () => {
    const answers = await tower.deliver(job(), [{}, {}]);
    expect(answers.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await kept()).toEqual([draft(3)]);
  });

  it('follows the demonstration clock', async () => {
    await tower.admin.query('insert into teg.demonstration_clock values (true, 86400000, now())');
    expect(await tower.deliver(job(), [{}])).toEqual([1]);
    expect(await kept()).toEqual([]);
  });

  it('cannot read a draft', async () => {
    await expect(tower.eraser.query('select body from teg.draft')).rejects.toMatchObject({ code: '42501' });
  });
});
