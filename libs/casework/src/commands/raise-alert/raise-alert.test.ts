import { type Change, Ledger, machine, poolOf, recordSource } from '#ledger';
import { Pool } from 'pg';
import { type FreshDatabase, freshDatabase } from '../../../../../test/world/database.js';
import { ladderOf as ladderOfTheLaw, type LadderOf } from './ladder-of.js';
import { RaiseAlert } from './raise-alert.command.js';

const file = '00000000-0000-4000-8000-0000000000f2';
const due = { stream: file, kind: 'delivery', run: 1, step: 0 };
const ladderOf: LadderOf = () => [
  { workingDays: 0, tell: 'deliveryOfficer' },
  { workingDays: 10, tell: 'board' },
];

describe('raising an alert', () => {
  let database: FreshDatabase;
  let source: Awaited<ReturnType<ReturnType<typeof recordSource>['initialize']>>;
  let admin: Pool;
  let ledger: Ledger;
  let now = Date.parse('2026-11-27T08:00:00.000Z');

  beforeEach(async () => {
    database = await freshDatabase();
    source = await recordSource(database.appUrl, 4).initialize();
    admin = new Pool({ connectionString: database.adminUrl });
    // The database is dropped while a closing connection may still hear of it.
    admin.on('error', () => undefined);
    now = Date.parse('2026-11-27T08:00:00.000Z');
    ledger = new Ledger(poolOf(source), () => now);
    await write({
      rooms: ['yjs:vale', 'seconded:vale'],
      state: 'awaitingDelivery',
      facts: { disposal: 'yrd' },
      startClocks: [
        { kind: 'delivery', anchorOn: '2026-11-20', dueOn: '2026-11-27', policy: '1', nextAlertAt: '2026-11-27T08:00:00.000Z' },
      ],
    });
  });
  afterEach(async () => {
    await Promise.all([source.destroy(), admin.end()]);
    await database.drop();
  });

  const write = (change: Omit<Change, 'file' | 'events'>) =>
    ledger.write(machine, { of: [{ newId: file, kind: 'case' }] }, ([opened]) => {
      if (opened === undefined) throw new Error('The ledger opened no file.');
      return { did: [{ ...change, file: opened, events: [{ type: 'begun', data: {} }] }], value: null };
    });
  const rows = async (sql: string) => (await admin.query<Record<string, unknown>>(sql)).rows;

  it('writes the event, the mark, the notice and the next step at once, and moves nothing of the case', async () => {
    const outcome = await new RaiseAlert(ledger, ladderOf).run(due);
    expect(outcome).toMatchObject({ ok: true, events: [{ stream: file, seq: 2, type: 'alertRaised' }] });
    expect(await rows('select body from teg.payload where seq = 2')).toEqual([
      { body: { clock: 'delivery', run: 1, step: 0, tell: 'deliveryOfficer' } },
    ]);
    expect(await rows('select room, role, code, clock, run, step, seq from teg.inbox')).toEqual([
      { room: 'seconded:vale', role: 'deliveryOfficer', code: 'clockDueToday', clock: 'delivery', run: 1, step: 0, seq: 2 },
    ]);
    expect(await rows('select step, seq from teg.alert_sent')).toEqual([{ step: 0, seq: 2 }]);
    expect(await rows('select due_on::text, next_step, next_alert_at from teg.clock')).toEqual([
      { due_on: '2026-11-27', next_step: 1, next_alert_at: new Date('2026-12-11T08:00:00.000Z') },
    ]);
    expect(await rows('select state, facts, is_ending from teg.stream')).toEqual([
      { state: 'awaitingDelivery', facts: { disposal: 'yrd' }, is_ending: false },
    ]);
  });

  it('puts the last step on the board list, by way of the head of service, and then rings no more', async () => {
    now = Date.parse('2026-12-11T08:00:00.000Z');
    const raise = new RaiseAlert(ledger, ladderOf);
    await raise.run(due);
    await raise.run({ ...due, step: 1 });
    expect(await rows('select room, role, code from teg.inbox where step = 1')).toEqual([
      { room: 'yjs:vale', role: 'headOfService', code: 'clockOnBoardList' },
    ]);
    expect(await rows('select next_alert_at from teg.clock')).toEqual([{ next_alert_at: null }]);
  });

  it('is refused without a trace before its time, the second time, and for a step that is not next', async () => {
    const raise = new RaiseAlert(ledger, ladderOf);
    now -= 1;
    expect(await raise.run(due)).toEqual({ ok: false, refusal: { because: 'notNow' } });
    now += 1;
    expect(await raise.run({ ...due, step: 1 })).toEqual({ ok: false, refusal: { because: 'notNow' } });
    expect(await raise.run({ ...due, run: 2 })).toEqual({ ok: false, refusal: { because: 'notNow' } });
    expect(await rows('select seq from teg.event')).toEqual([{ seq: 1 }]);
    expect((await raise.run(due)).ok).toBe(true);
    expect(await raise.run(due)).toEqual({ ok: false, refusal: { because: 'notNow' } });
  });

  it('says on record that a ladder has ended, where a later policy has fewer steps', async () => {
    const outcome = await new RaiseAlert(ledger, () => []).run(due);
    expect(outcome).toMatchObject({ ok: true, events: [{ type: 'alertLadderEnded' }] });
    expect([await rows('select id from teg.inbox'), await rows('select step from teg.alert_sent')]).toEqual([[], []]);
    expect(await rows('select next_alert_at from teg.clock')).toEqual([{ next_alert_at: null }]);
  });

  it('takes the ladder of the policy the clock was counted by, and none where the law knows it no longer', () => {
    expect(ladderOfTheLaw('assessment', 'assessment/1').map(({ workingDays, tell }) => [workingDays, tell])).toEqual([
      [-3, 'practitioner'],
      [0, 'practitioner'],
      [1, 'teamManager'],
      [3, 'headOfService'],
      [10, 'board'],
    ]);
    expect(ladderOfTheLaw('victimTold:V1', 'victimToldEnhanced/1')[0]).toEqual({ workingDays: 0, tell: 'victimOfficer' });
    expect(ladderOfTheLaw('assessment', 'repealed/1')).toEqual([]);
  });

  it('says the same of a charging limit as of any clock: nothing that suggests a charge', async () => {
    await admin.query("update teg.clock set kind = 'chargingLimit'");
    await new RaiseAlert(ledger, ladderOf).run({ ...due, kind: 'chargingLimit' });
    expect(await rows('select code from teg.inbox')).toEqual([{ code: 'clockDueToday' }]);
  });
});
