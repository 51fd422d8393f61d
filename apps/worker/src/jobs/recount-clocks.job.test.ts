import { LearnOfHoliday, RecountClocks } from '#casework';
import { foundDemonstration } from '#people';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { logNotices } from '../notices.js';
import { sequelsOf } from '../sequels/sequels-of.js';
import { recountClocks } from './recount-clocks.job.js';
import { relayRecounts } from './relay-recounts.job.js';
import { tellEvent } from './tell-event.job.js';

const running = '00000000-0000-4000-8000-000000000901';
const stopped = '00000000-0000-4000-8000-000000000902';
const later = '00000000-0000-4000-8000-000000000903';

describe.each(bothQueues)('a new bank holiday, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeEach(async () => {
    tower = await bellTower(kind);
    await foundDemonstration(tower.ledger);
    await tower.admin.query('delete from teg.outbox');
  });
  afterEach(() => tower.close());

  const begin = async (stream: string, dueOn: string) => {
    const clock = { kind: 'assessment', anchorOn: '2026-11-17', dueOn, policy: 'assessment/1', nextAlertAt: null };
    await tower.begin(stream, { rooms: ['yjs:vale'], homeArea: 'vale', facts: { known: {} }, startClocks: [clock] });
  };
  const beginAll = async () => {
    await begin(running, '2026-12-01');
    await begin(stopped, '2026-12-01');
    // Due beyond what the holiday touches: counted again, and nothing to move.
    await begin(later, '2026-12-01');
    await tower.admin.query("update teg.clock set policy = 'eighteenthBirthday/1' where stream = $1", [later]);
    await tower.admin.query(
      "update teg.clock set stopped_seq = 1, stopped_at = '2026-11-24T08:00:00Z', stopped_how = 'met' where stream = $1",
      [stopped],
    );
    await tower.admin.query('delete from teg.outbox');
  };
  const proclaim = async (date: string) => {
    const { rows } = await tower.admin.query<{ id: string }>("select id from teg.person where email = 'administrator@vale.test'");
    const outcome = await new LearnOfHoliday(tower.ledger).run(rows[0]?.id ?? '', { added: [{ date, title: 'State occasion' }] });
    if (!outcome.ok) throw new Error(outcome.refusal.because);
  };
  const hear = async () => {
    const { rows } = await tower.admin.query<{ event: string }>(
      "select id as event from teg.outbox where type = 'calendarChanged' order by id",
    );
    const job = tellEvent({ bell: tower.bell, notices: logNotices(tower.log), sequels: sequelsOf(tower.ledger, tower.log) });
    await tower.deliver(job, [...rows, ...rows]);
  };
  const owed = async () =>
    (await tower.admin.query<{ stream: string }>('select stream from teg.recount_owed order by stream')).rows.map(
      ({ stream }) => stream,
    );
  const recount = () => recountClocks({ bell: tower.bell, command: new RecountClocks(tower.ledger) });
  const days = async () =>
    (
      await tower.admin.query<{ stream: string; due: string }>(
        'select stream, due_on::text as due from teg.clock order by stream',
      )
    ).rows.map(({ due }) => due);
  const counted = async () =>
    (
      await tower.admin.query<{ stream: string; body: object }>(
        `select e.stream, y.body from teg.event e join teg.payload y on y.stream = e.stream and y.seq = e.seq
         where e.type = 'clocksRecounted' order by e.at, e.stream, e.seq`,
      )
    ).rows;

  it('is owed to every file whose clocks run, which is remembered until it is done, whatever the queue loses', async () => {
    await beginAll();
    await proclaim('2026-11-30');
    await hear();
    expect(await owed()).toEqual([running, later]);
    expect(await days()).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
    const relay = relayRecounts({ bell: tower.bell, ring: tower.ring });
    expect([await relay.run({}), await relay.run({})]).toEqual([2, 2]);
    const queue = tower.bull.queue('alerts');
    const rung = (await queue.getJobs(['waiting', 'prioritized'])).map(({ name, id }) => [name, id]);
    expect(rung.sort()).toEqual([running, later].map((stream) => ['recount-clocks', `recount-${stream}`]));
    await queue.obliterate({ force: true });
    await queue.close();
    expect(await relay.run({})).toBe(2);
  });

  it('is counted once into each open clock, delivered twice at the same time; the old day stays on record', async () => {
    await beginAll();
    await proclaim('2026-11-30');
    await hear();
    const answers = await tower.deliver(
      recount(),
      [running, running, later, later].map((stream) => ({ stream })),
    );
    expect([...answers].sort()).toEqual([0, 0, 1, 1]);
    expect(await days()).toEqual(['2026-12-02', '2026-12-01', '2026-12-01']);
    const moved = { kind: 'assessment', run: 1, was: '2026-12-01', dueOn: '2026-12-02', calendar: 'ew-2026-11-24-1' };
    expect(await counted()).toEqual([{ stream: running, body: { calendar: 'ew-2026-11-24-1', moved: [moved] } }]);
    expect((await tower.admin.query('select room, role, code from teg.inbox')).rows).toEqual([
      { room: 'yjs:vale', role: 'practitioner', code: 'clockMoved' },
    ]);
    expect(await owed()).toEqual([]);
    expect(await tower.deliver(recount(), [{ stream: running }, { stream: running }])).toEqual([0, 0]);
  });

  it('counts once for two holidays that came close together, and not where the clock has stopped meanwhile', async () => {
    await beginAll();
    await proclaim('2026-11-30');
    await proclaim('2026-11-27');
    await hear();
    await tower.admin.query(
      "update teg.clock set stopped_seq = 1, stopped_at = '2026-11-24T08:00:00Z', stopped_how = 'met' where stream = $1",
      [later],
    );
    await tower.deliver(recount(), [{ stream: running }, { stream: later }]);
    expect(await days()).toEqual(['2026-12-03', '2026-12-01', '2026-12-01']);
    expect(await counted()).toHaveLength(1);
    expect(await owed()).toEqual([]);
  });

  it('answers twice that nothing is owed', async () => {
    expect(await tower.deliver(relayRecounts({ bell: tower.bell, ring: tower.ring }), [{}, {}])).toEqual([0, 0]);
  });

  it('stays owed where it could not be counted', async () => {
    await tower.admin.query('insert into teg.recount_owed values ($1)', [running]);
    await expect(recount().run({ stream: running })).rejects.toThrow('notFound');
    expect(await owed()).toEqual([running]);
  });
});
