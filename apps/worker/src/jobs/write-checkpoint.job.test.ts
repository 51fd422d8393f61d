import { checkpointSigner } from '#ledger';
import { readKeptCheckpoint } from '#proof';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { keepCheckpoint } from './write-checkpoint.job.js';

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
    expect(await tower.deliver(job(), [{}, {}])).toEqual([0, 0]);
    const [row, ...more] = await kept();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ at: new Date('2026-11-24T09:00:00.000Z'), events: '2', streams: '2' });
    const read = readKeptCheckpoint(`${row?.note}\n${row?.heads}`, [checkpointKey.verifierKey]);
    expect(read).toMatchObject({ ok: true, checkpoint: { size: 2, events: 2, at: '2026-11-24T09:00:00.000Z' } });
    expect(read.ok && read.heads?.map(({ stream, seq }) => [stream, seq])).toEqual(streams.map((stream) => [stream, 1]));
    expect(tower.said).toEqual([{ code: 'checkpointWritten', at: '2026-11-24T09:00:00.000Z', streams: 2, events: 2 }]);
  });

  it('writes a new one when a file was begun, and when the key has changed', async () => {
    await tower.begin('00000000-0000-4000-8000-0000000000e3', {});
    expect(await tower.deliver(job(), [{}])).toEqual([1]);
    const other = checkpointSigner('08'.repeat(32));
    expect(await tower.deliver(job(other), [{}])).toEqual([1]);
    const last = (await kept()).at(-1);
    expect(readKeptCheckpoint(`${last?.note}\n${last?.heads}`, [checkpointKey.verifierKey]).ok).toBe(false);
    expect(readKeptCheckpoint(`${last?.note}\n${last?.heads}`, [other.verifierKey])).toMatchObject({
      ok: true,
      checkpoint: { size: 3 },
    });
  });
});
