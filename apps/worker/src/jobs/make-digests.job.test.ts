import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { type Digest, logNotices, type Notices } from '../notices.js';
import { makeDigests } from './make-digests.job.js';
import { sendDigest } from './send-digest.job.js';

const id = (number: number) => `00000000-0000-4000-8000-00000000${String(number).padStart(4, '0')}`;
const coordinator = { room: 'yjs:vale', role: 'coordinator' };
const officer = { room: 'victims:vale', role: 'victimOfficer' };
const board = 'select id, room, role, day::text, counts, sent_at from teg.digest order by id';

describe.each(bothQueues)('the digest of a queue, through the queue on %s', (kind) => {
  let tower: BellTower;
  let sent: Digest[];
  let made: number;
  beforeEach(async () => {
    // Seven in the morning in London.
    tower = await bellTower(kind, '2026-11-24T07:00:00.000Z');
    [sent, made] = [[], 0];
    // The day before is over.
    await tower.admin.query("insert into teg.digest_day values ('2026-11-23', '2026-11-23T08:00:00Z')");
  });
  afterEach(() => tower.close());

  const notice = async (to: { room: string; role: string }, code: string) => {
    made += 1;
    await tower.begin(id(made), { rooms: [to.room], inbox: [{ id: id(9_000 + made), ...to, code }] });
  };
  const notices: Notices = { ...logNotices(() => undefined), sendDigest: async (digest) => void sent.push(digest) };
  const make = () => makeDigests({ bell: tower.bell, ledger: tower.ledger, ring: tower.ring, machineNow: tower.machineNow });
  const send = (port = notices) => sendDigest({ bell: tower.bell, ledger: tower.ledger, notices: port });
  const unsent = async () =>
    (await tower.admin.query<{ digest: string }>('select id as digest from teg.digest where sent_at is null order by id')).rows;
  /** Makes and sends, each delivered twice. */
  const morning = async () => {
    await tower.deliver(make(), [{}, {}]);
    const waiting = await unsent();
    if (waiting.length > 0) await tower.deliver(send(), [...waiting, ...waiting]);
  };
  const said = () => sent.map(({ role, day, counts }) => [role, day, counts]);

  it('comes at eight in London with what is new, once for each queue, though everything is delivered twice', async () => {
    await notice(coordinator, 'awaitingPanel');
    await notice(coordinator, 'awaitingPanel');
    await notice(coordinator, 'clockDueSoon');
    await notice(officer, 'victimToBeTold');
    await morning();
    expect(said()).toEqual([]);
    tower.setTime('2026-11-24T08:00:00.000Z');
    await morning();
    const queues = [
      ['victimOfficer', '2026-11-24', { victimToBeTold: 1 }],
      ['coordinator', '2026-11-24', { awaitingPanel: 2, clockDueSoon: 1 }],
    ];
    expect(said()).toEqual(expect.arrayContaining(queues));
    expect(sent).toHaveLength(2);
    tower.setTime('2026-11-24T17:00:00.000Z');
    await morning();
    expect(sent).toHaveLength(2);
  });

  it('goes by the hour in London in summer', async () => {
    tower.setTime('2027-06-01T06:59:59.000Z');
    await morning();
    await notice(coordinator, 'awaitingPanel');
    await morning();
    expect(said()).toEqual([]);
    tower.setTime('2027-06-01T07:00:00.000Z');
    await morning();
    expect(said()).toEqual([['coordinator', '2027-06-01', { awaitingPanel: 1 }]]);
  });

  it('does not come where nothing is new: nothing came, or somebody has read it', async () => {
    await notice(coordinator, 'awaitingPanel');
    await notice(officer, 'victimToBeTold');
    await tower.admin.query("update teg.inbox set read_at = '2026-11-24T07:30:00Z' where role = 'coordinator'");
    tower.setTime('2026-11-24T08:00:00.000Z');
    await morning();
    tower.setTime('2026-11-25T08:00:00.000Z');
    await morning();
    expect(said()).toEqual([['victimOfficer', '2026-11-24', { victimToBeTold: 1 }]]);
  });

  it('is one for all the days that a moved clock has jumped over, and what came later is in the next', async () => {
    await notice(coordinator, 'awaitingPanel');
    tower.setTime('2026-12-04T10:00:00.000Z');
    await morning();
    await notice(coordinator, 'clockDueSoon');
    await morning();
    tower.setTime('2026-12-05T08:00:00.000Z');
    await morning();
    expect(said()).toEqual([
      ['coordinator', '2026-12-04', { awaitingPanel: 1 }],
      ['coordinator', '2026-12-05', { clockDueSoon: 1 }],
    ]);
  });

  it('waits for the alerts of the hour, and for ten minutes of the machine at most', async () => {
    const clock = {
      kind: 'panel',
      anchorOn: '2026-11-03',
      dueOn: '2026-11-24',
      policy: '1',
      nextAlertAt: '2026-11-24T08:00:00.000Z',
    };
    await tower.begin(id(500), { rooms: ['yjs:vale'], startClocks: [clock] });
    await notice(coordinator, 'awaitingPanel');
    const job = make();
    tower.setTime('2026-11-24T08:00:00.000Z');
    expect(await tower.deliver(job, [{}])).toEqual([0]);
    tower.setTime('2026-11-24T08:09:59.000Z');
    expect(await tower.deliver(job, [{}])).toEqual([0]);
    tower.setTime('2026-11-24T08:10:00.000Z');
    expect(await tower.deliver(job, [{}])).toEqual([1]);
  });

  it('rings for a digest again until it was sent, and for none that was', async () => {
    await notice(coordinator, 'awaitingPanel');
    tower.setTime('2026-11-24T08:00:00.000Z');
    expect(await make().run({})).toBe(1);
    const failing = send({ ...notices, sendDigest: () => Promise.reject(new Error('The provider is away.')) });
    const [digest] = await unsent();
    await expect(failing.run(digest ?? { digest: '' })).rejects.toThrow('away');
    expect(await make().run({})).toBe(1);
    await tower.deliver(send(), await unsent());
    expect((await tower.admin.query(board)).rows).toEqual([
      {
        id: digest?.digest,
        ...coordinator,
        day: '2026-11-24',
        counts: { awaitingPanel: 1 },
        sent_at: new Date('2026-11-24T08:00:00.000Z'),
      },
    ]);
    expect(await make().run({})).toBe(0);
    expect(await tower.deliver(send(), [digest ?? { digest: '' }])).toEqual([0]);
    expect(sent).toHaveLength(1);
  });

  it('says ids, counts and codes in the log where no transport was chosen', async () => {
    await notice(coordinator, 'clockDueSoon');
    await notice(coordinator, 'awaitingPanel');
    tower.setTime('2026-11-24T08:00:00.000Z');
    await make().run({});
    const [digest] = await unsent();
    await tower.deliver(send(logNotices(tower.log)), [digest ?? { digest: '' }]);
    expect(tower.said).toEqual([
      {
        code: 'digestSent',
        digest: digest?.digest,
        ...coordinator,
        day: '2026-11-24',
        counts: 'awaitingPanel: 1, clockDueSoon: 1',
      },
    ]);
  });

  it('is made without reading a notice: the bell may not', async () => {
    for (const sql of [
      'select code from teg.inbox',
      'insert into teg.digest (room, role, day, counts) values (1, 2, null, null)',
    ])
      await expect(tower.bell.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
