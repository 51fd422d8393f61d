import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { type JobName } from '../job-table.js';
import { type Call, type Ring } from '../ring.js';
import { relayOutbox } from './relay-outbox.job.js';

const first = '00000000-0000-4000-8000-0000000000a1';
const second = '00000000-0000-4000-8000-0000000000a2';

describe.each(bothQueues)('relay-outbox, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeEach(async () => void (tower = await bellTower(kind)));
  afterEach(() => tower.close());

  const queued = async () => {
    const queue = tower.bull.queue('outbox');
    const jobs = (await queue.getJobs(['waiting', 'prioritized'])).map(({ name, id, data }) => ({
      name,
      id,
      data: data as unknown,
    }));
    await queue.close();
    return jobs.sort((a, b) => String(a.id).localeCompare(String(b.id)));
  };
  const outbox = async () =>
    (await tower.admin.query<{ id: string }>('select id from teg.outbox order by id')).rows.map(({ id }) => id);

  it('rings once for each event, with its id alone, however often it runs; the row stays until somebody was told', async () => {
    await tower.begin(first, {});
    await tower.begin(second, {});
    const ids = await outbox();
    // The relay's own deliveries go through the same queue, where nobody handles what it rings for.
    let rung: readonly Call<JobName>[] = [];
    const noting: Ring = { ...tower.ring, ring: (name, calls) => ((rung = calls), tower.ring.ring(name, calls)) };
    await relayOutbox({ bell: tower.bell, ring: noting }).run({});
    expect(rung).toEqual(ids.map((id) => ({ id: `event-${id}`, payload: { event: id } })));
    await relayOutbox({ bell: tower.bell, ring: tower.ring }).run({});
    expect(await queued()).toEqual(ids.map((id) => ({ name: 'tell-event', id: `event-${id}`, data: { event: id } })));
    expect(await outbox()).toEqual(ids);
  });

  it('rings again for an event that the queue lost', async () => {
    await tower.begin(first, {});
    const relay = relayOutbox({ bell: tower.bell, ring: tower.ring });
    await relay.run({});
    const queue = tower.bull.queue('outbox');
    await queue.obliterate({ force: true });
    await queue.close();
    expect(await queued()).toEqual([]);
    await relay.run({});
    expect(await queued()).toHaveLength(1);
  });

  it('answers twice that there is nothing to relay', async () => {
    expect(await tower.deliver(relayOutbox({ bell: tower.bell, ring: tower.ring }), [{}, {}])).toEqual([0, 0]);
  });
});
