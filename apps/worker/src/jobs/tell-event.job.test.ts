import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { logNotices, type Notices, type ToldEvent } from '../notices.js';
import { type Sequel } from '../sequels/sequel.js';
import { tellEvent } from './tell-event.job.js';

const file = '00000000-0000-4000-8000-0000000000b1';

describe.each(bothQueues)('tell-event, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeEach(async () => {
    tower = await bellTower(kind);
    await tower.begin(file, { rooms: ['yjs:test'] });
  });
  afterEach(() => tower.close());

  const waiting = async () =>
    (await tower.admin.query<{ id: string }>('select id from teg.outbox order by id')).rows.map(({ id }) => id);
  const job = (tell: Notices['tell'], follow?: Sequel) =>
    tellEvent({
      bell: tower.bell,
      notices: { ...logNotices(tower.log), tell },
      sequels: new Map(follow ? [['begun', follow]] : []),
    });
  const theEvent = async () => ({ event: (await waiting())[0] ?? '' });

  it('tells it once, delivered twice at the same time, and takes it out of the outbox', async () => {
    const told: ToldEvent[] = [];
    const event = await theEvent();
    const answers = await tower.deliver(
      job(async (one) => void told.push(one)),
      [event, event],
    );
    expect([...answers].sort()).toEqual([0, 1]);
    expect(told).toEqual([{ stream: file, seq: 1, type: 'begun' }]);
    expect(await waiting()).toEqual([]);
  });

  it('does nothing about an event that was told long ago', async () => {
    const event = await theEvent();
    await tower.admin.query('delete from teg.outbox');
    const told: ToldEvent[] = [];
    const answers = await tower.deliver(
      job(async (one) => void told.push(one)),
      [event],
    );
    expect([answers, told]).toEqual([[0], []]);
  });

  it('keeps an event that could not be told, and tells it at the next attempt', async () => {
    const event = await theEvent();
    let attempts = 0;
    const failing = job(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('The provider does not answer about Rhys.');
    });
    await expect(failing.run(event)).rejects.toThrow('The provider');
    expect(await waiting()).toEqual([event.event]);
    attempts = 0;
    expect(await tower.deliver(failing, [event])).toEqual([1]);
    expect(await waiting()).toEqual([]);
    expect(tower.said.map(({ code, job: name }) => [code, name])).toEqual([['jobFailed', 'tell-event']]);
    expect(JSON.stringify(tower.said)).not.toContain('Rhys');
  });

  it('does what follows an event before it is told, once, and leaves no half of it where that fails', async () => {
    const event = await theEvent();
    const follow: Sequel = async ({ stream }, bell) => {
      await bell.query('insert into teg.recount_owed (stream) values ($1)', [stream]);
    };
    const owed = async () => (await tower.admin.query('select stream from teg.recount_owed')).rows;
    await expect(job(() => Promise.reject(new Error('Away.')), follow).run(event)).rejects.toThrow('Away.');
    expect([await owed(), await waiting()]).toEqual([[], [event.event]]);
    const answers = await tower.deliver(
      job(() => Promise.resolve(), follow),
      [event, event],
    );
    expect([...answers].sort()).toEqual([0, 1]);
    expect([await owed(), await waiting()]).toEqual([[{ stream: file }], []]);
  });

  it('logs ids and codes only, where no transport was chosen', async () => {
    await tower.deliver(job(logNotices(tower.log).tell), [await theEvent()]);
    expect(tower.said).toEqual([{ code: 'eventTold', stream: file, seq: 1, type: 'begun' }]);
  });
});
