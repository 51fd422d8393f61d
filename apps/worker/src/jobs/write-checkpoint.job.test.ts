import { checkpointSigner } from '#ledger';
import { readKeptCheckpoint } from '#proof';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { checkpointNow, keepCheckpoint } from './write-checkpoint.job.js';

const streams = ['00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000e2'] as const;
const checkpointKey = checkpointSigner('07'.repeat(32));

describe.each(bothQueues)('write-checkpoint, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeAll(async () => {
    tower = await bellTower(kind);
    for (const stream of streams) await tower.begin(stream, { rooms: ['yjs:test'] });
  });
  afterAll(() => tower.close());

  const job = (signer = checkpointKey) =>
    keepCheckpoint({ bell: tower.bell, ledger: tower.ledger, checkpointKey: signer, log: tower.log });
  const kept = async () =>
    (
      await tower.admin.query<{ at: Date; events: string; streams: string; note: string; heads: string }>(
        'select * from teg.checkpoint order by id',
      )
    ).rows;

  it('keeps a signed note over all heads, with the list it signs, and not twice for the same heads', async () => {
    await tower.deliver(job(), [{}]);
    tower.setTime('2026-11-24T09:00:01.000Z');
    expect(await tower.deliver(job(), [{}, {}])).toEqual([0, 0]);
    tower.setTime('2026-11-24T09:00:00.000Z');
    const [row, ...more] = await kept();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ at: new Date('2026-11-24T09:00:00.000Z'), events: '2', streams: '2' });
    const read = readKeptCheckpoint(`${row?.note}\n${row?.heads}`, [checkpointKey.verifierKey]);
    expect(read).toMatchObject({ ok: true, checkpoint: { size: 2, events: 2, at: '2026-11-24T09:00:00.000Z' } });
    expect(read.ok && read.heads?.map(({ stream, seq }) => [stream, seq])).toEqual(streams.map((stream) => [stream, 1]));
    expect(tower.said).toEqual([{ code: 'checkpointWritten', at: '2026-11-24T09:00:00.000Z', streams: 2, events: 2 }]);
  });

  it('rests a tenth of a second for each stream; without rest for whoever waits', async () => {
    await tower.begin('00000000-0000-4000-8000-0000000000e3', {});
    expect(await tower.deliver(job(), [{}])).toEqual([0]);
    tower.setTime('2026-11-24T09:00:00.200Z');
    expect(await tower.deliver(job(), [{}])).toEqual([1]);
    await tower.begin('00000000-0000-4000-8000-0000000000e4', {});
    expect(await checkpointNow({ bell: tower.bell, ledger: tower.ledger, checkpointKey, log: tower.log })).toBe(1);
    expect((await kept()).map(({ streams: count }) => count)).toEqual(['2', '3', '4']);
  });

  it('does not rest until a clock that was set back has caught up', async () => {
    await tower.begin('00000000-0000-4000-8000-0000000000e5', {});
    tower.setTime('2026-11-20T09:00:00.000Z');
    expect(await tower.deliver(job(), [{}, {}])).toEqual([1, 0]);
    expect((await kept()).at(-1)).toMatchObject({ at: new Date('2026-11-20T09:00:00.000Z'), streams: '5' });
  });

  it('signs anew when the key has changed', async () => {
    const other = checkpointSigner('08'.repeat(32));
    tower.setTime('2026-11-24T09:01:00.000Z');
    expect(await tower.deliver(job(other), [{}])).toEqual([1]);
    const last = (await kept()).at(-1);
    expect(readKeptCheckpoint(`${last?.note}\n${last?.heads}`, [checkpointKey.verifierKey]).ok).toBe(false);
    expect(readKeptCheckpoint(`${last?.note}\n${last?.heads}`, [other.verifierKey])).toMatchObject({
      ok: true,
      checkpoint: { size: 5 },
    });
  });
});
