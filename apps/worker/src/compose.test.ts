import { Redis } from 'ioredis';
import { type Instant } from '#calendar';
import { type LadderOf, LearnOfHoliday } from '#casework';
import { foundDemonstration } from '#people';
import { type BellTower, bellTower, bothQueues } from '../../../test/world/bell-tower.js';
import { freshDatabase } from '../../../test/world/database.js';
import { composeWorker, type Digest, NotSettled, type Notices, QueueNotPrepared, type RunningWorker } from './compose.js';
import { queueNames } from './job-table.js';
import { relayOutbox } from './jobs/relay-outbox.job.js';
import { sweep } from './jobs/sweep.job.js';

const checkpointKey = '07'.repeat(32);
const id = (number: number) => `00000000-0000-4000-8000-0000${String(number).padStart(8, '0')}`;
const ladderOf: LadderOf = () => [
  { workingDays: -1, tell: 'practitioner' },
  { workingDays: 0, tell: 'practitioner' },
  { workingDays: 1, tell: 'teamManager' },
];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const clock = (nextAlertAt: Instant) => ({
  kind: 'assessment',
  anchorOn: '2026-11-23',
  dueOn: '2026-11-26',
  policy: '1',
  nextAlertAt,
});

describe.each(bothQueues)('a worker on %s', (kind) => {
  let tower: BellTower;
  let workers: RunningWorker[];
  let told: Map<string, number>;
  let digests: Digest[];
  beforeEach(async () => {
    tower = await bellTower(kind);
    workers = [];
    told = new Map();
    digests = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await tower.close();
  });

  const counting: Notices = {
    tell: async ({ stream, seq }) => void told.set(`${stream} ${seq}`, (told.get(`${stream} ${seq}`) ?? 0) + 1),
    sendDigest: async (digest) => void digests.push(digest),
  };
  const start = async (notices: Notices = counting): Promise<RunningWorker> => {
    const { appUrl, bellUrl, eraserUrl } = tower.database;
    const redisUrl = tower.place.kind === 'redis' ? tower.place.url : undefined;
    const { log, machineNow } = tower;
    const worker = await composeWorker({
      appUrl,
      bellUrl,
      eraserUrl,
      redisUrl,
      checkpointKey,
      machineNow,
      ladderOf,
      notices,
      log,
    });
    workers.push(worker);
    return worker;
  };
  const count = async (sql: string) =>
    Number((await tower.admin.query<{ count: string }>(`select count(*) from ${sql}`)).rows[0]?.count);
  const emptyTheQueue = async () => {
    if (tower.place.kind === 'redis') {
      const redis = new Redis(tower.place.url);
      await redis.flushall();
      await redis.quit();
      return;
    }
    for (const name of queueNames) {
      const queue = tower.bull.queue(name);
      await queue.obliterate({ force: true });
      await queue.close();
    }
  };
  /** Resolves when the queue has next rung for that job and a worker has handled it. */
  const nextRun = async (queue: 'ledger' | 'outbox', job: string) => {
    const events = tower.bull.events(queue);
    await events.waitUntilReady();
    await new Promise<void>((resolve) => events.on('completed', ({ jobId }) => jobId.startsWith(`repeat:${job}:`) && resolve()));
    await events.close();
  };

  it('beats its heart through the queue', async () => {
    const beaten = nextRun('ledger', 'beat-heart');
    await start();
    await beaten;
    expect(await count('teg.worker_heartbeat')).toBe(1);
  });

  it('settles: when the clock was moved by weeks, every step of every clock is raised once and every event told before it answers', async () => {
    const worker = await start();
    for (const number of [1, 2, 3, 4, 5])
      await tower.begin(id(number), { rooms: ['yjs:vale'], homeArea: 'vale', startClocks: [clock('2026-11-25T08:00:00.000Z')] });
    await worker.settle();
    expect(await count('teg.inbox')).toBe(0);
    tower.setTime('2026-12-15T09:00:00.000Z');
    await worker.settle();
    expect(await count('teg.alert_sent')).toBe(15);
    expect(await count('teg.inbox')).toBe(15);
    expect(await count('teg.outbox')).toBe(0);
    expect(await count('teg.clock where next_alert_at is not null')).toBe(0);
    expect([told.size, new Set(told.values())]).toEqual([20, new Set([1])]);
    // One digest of each queue for all the days that passed, with every alert that fell due in them.
    digests.sort((one, other) => (one.role < other.role ? -1 : 1));
    expect(digests.map(({ role, day, counts }) => [role, day, counts])).toEqual([
      ['practitioner', '2026-12-15', { clockDueSoon: 5, clockDueToday: 5 }],
      ['teamManager', '2026-12-15', { clockOverdue: 5 }],
    ]);
    // What a schedule rang for meanwhile finds nothing to do.
    await tower.quiet();
    expect([told.size, new Set(told.values()), digests.length]).toEqual([20, new Set([1]), 2]);
    expect(await count('teg.alert_sent')).toBe(15);
  });

  it('raises and tells through the queue alone what is due when it starts', async () => {
    for (const number of [1, 2, 3])
      await tower.begin(id(number), { rooms: ['yjs:vale'], homeArea: 'vale', startClocks: [clock('2026-11-24T08:00:00.000Z')] });
    await start();
    // First the alerts: each leaves its event behind.
    while ((await count('teg.alert_sent')) < 3 || (await count('teg.outbox')) > 0) await pause(20);
    await tower.quiet();
    expect([told.size, new Set(told.values())]).toEqual([6, new Set([1])]);
    expect(await count('teg.alert_sent')).toBe(3);
  });

  it('settles while people go on writing: it waits for what was there, and not for what is new', async () => {
    let isOver = false;
    // Events are told more slowly than they are written.
    const slow: Notices = { ...counting, tell: async (event) => void (await pause(40), await counting.tell(event)) };
    const worker = await start(slow);
    for (const number of [1, 2, 3, 4, 5])
      await tower.begin(id(number), { rooms: ['yjs:vale'], homeArea: 'vale', startClocks: [clock('2026-11-25T08:00:00.000Z')] });
    const writing = (async () => {
      for (let number = 100; !isOver; number += 1) await tower.begin(id(number), { rooms: ['yjs:vale'] });
    })();
    // The worker is behind already, and goes on falling behind.
    while (told.size < 20 || (await count('teg.outbox')) < 20) await pause(10);
    const standing = await count('teg.stream');
    tower.setTime('2026-12-15T09:00:00.000Z');
    await worker.settle().finally(() => (isOver = true));
    await writing;
    expect(await count('teg.alert_sent')).toBe(15);
    expect(await count('teg.inbox where digest_day is null')).toBe(0);
    expect(await count("teg.outbox where type = 'alertRaised'")).toBe(0);
    expect(new Set(told.values())).toEqual(new Set([1]));
    expect(told.size).toBeGreaterThanOrEqual(15 + standing);
    expect(await count('teg.outbox')).toBeGreaterThan(0);
  });

  it('settles: a new bank holiday is in every open clock before anything is due by it', async () => {
    await foundDemonstration(tower.ledger);
    const worker = await start();
    const policy = 'assessment/1';
    const vale = { rooms: ['yjs:vale'], homeArea: 'vale' };
    for (const number of [1, 2, 3]) {
      const due = { ...clock('2026-11-30T08:00:00.000Z'), dueOn: '2026-12-01', policy };
      await tower.begin(id(number), { ...vale, facts: { known: {} }, startClocks: [{ ...due, anchorOn: '2026-11-17' }] });
    }
    const { rows } = await tower.admin.query<{ id: string }>("select id from teg.person where email = 'administrator@vale.test'");
    const learned = await new LearnOfHoliday(tower.ledger).run(rows[0]?.id ?? '', {
      added: [{ date: '2026-11-30', title: 'State occasion' }],
    });
    expect(learned.ok).toBe(true);
    tower.setTime('2026-11-30T09:00:00.000Z');
    await worker.settle();
    expect(await count("teg.clock where due_on = '2026-12-02'")).toBe(3);
    expect(await count('teg.recount_owed')).toBe(0);
    expect([await count("teg.event where type = 'clocksRecounted'"), await count('teg.outbox')]).toEqual([3, 0]);
  });

  it('shares the work with another worker; each alert is raised and each event told once', async () => {
    const [one] = await Promise.all([start(), start()]);
    for (const number of [1, 2, 3, 4, 5, 6])
      await tower.begin(id(number), { rooms: ['yjs:vale'], homeArea: 'vale', startClocks: [clock('2026-11-24T08:00:00.000Z')] });
    // The queue hands the same to both while the first settles.
    await sweep(tower).run({});
    await Promise.all([one.settle(), relayOutbox(tower).run({})]);
    await tower.quiet();
    expect(await count('teg.alert_sent')).toBe(6);
    expect([told.size, new Set(told.values())]).toEqual([12, new Set([1])]);
  });

  it('loses nothing with the queue: what was rung for before it was emptied is told all the same', async () => {
    for (const number of [1, 2, 3]) await tower.begin(id(number), {});
    await relayOutbox({ bell: tower.bell, ring: tower.ring }).run({});
    await emptyTheQueue();
    const worker = await start();
    for (const number of [4, 5, 6]) await tower.begin(id(number), {});
    await emptyTheQueue();
    await worker.settle();
    expect([...told.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `${id(number)} 1`));
    expect(await count('teg.outbox')).toBe(0);
  });

  it('puts its schedules back by itself when the queue was emptied', async () => {
    await start();
    await emptyTheQueue();
    const schedules = async () => {
      const found = queueNames.map(async (name) => {
        const queue = tower.bull.queue(name);
        const keys = (await queue.getJobSchedulers()).map(({ key }) => key);
        await queue.close();
        return keys;
      });
      return (await Promise.all(found)).flat().sort();
    };
    const every = [
      'beat-heart',
      'expire-drafts',
      'make-digests',
      'prepare-draw',
      'relay-outbox',
      'relay-recounts',
      'remind-draw',
      'sweep',
      'write-checkpoint',
    ];
    await Promise.all([nextRun('ledger', 'beat-heart'), nextRun('outbox', 'relay-outbox')]);
    // They are put back one after the other.
    while ((await schedules()).length < every.length) await nextRun('outbox', 'relay-outbox');
    expect(await schedules()).toEqual(every);
  });

  it('says that it cannot settle when an event cannot be told, and keeps the event', async () => {
    const worker = await start({ ...counting, tell: () => Promise.reject(new Error('The provider is away.')) });
    await tower.begin(id(1), {});
    await expect(worker.settle()).rejects.toThrow(NotSettled);
    expect(await count('teg.outbox')).toBe(1);
  });

  it('writes a checkpoint on demand', async () => {
    const worker = await start();
    await tower.begin(id(1), {});
    await worker.settle();
    await worker.writeCheckpoint();
    // The schedule may have written one at the same moment; two that say the same do no harm.
    expect(await count('teg.checkpoint where events = 1')).toBeGreaterThan(0);
  });

  it('leaves no connection behind when it stops', async () => {
    const queues = "pg_stat_activity where datname = current_database() and application_name = 'teg-queue'";
    const others = "pg_stat_activity where datname = current_database() and application_name in ('teg-bell', 'teg-eraser')";
    const before = await count(queues);
    const worker = await start();
    workers = [];
    await worker.settle();
    expect(await count(others)).toBeGreaterThan(0);
    await worker.stop();
    // A connection that we closed is gone when its process on the server has noticed.
    while ((await count(others)) > 0 || (await count(queues)) > before) await new Promise(setImmediate);
  });
});

describe('a worker whose queue has no schema', () => {
  it('does not start, says what to type, and does not try again and again', async () => {
    const database = await freshDatabase();
    const { appUrl, bellUrl, eraserUrl } = database;
    const said: unknown[] = [];
    const started = composeWorker({ appUrl, bellUrl, eraserUrl, checkpointKey, ladderOf, log: (line) => void said.push(line) });
    await expect(started).rejects.toThrow(QueueNotPrepared);
    await expect(started).rejects.toThrow('npm run -s teg -- migrate');
    expect(said).toEqual([]);
    await database.drop();
  });
});
