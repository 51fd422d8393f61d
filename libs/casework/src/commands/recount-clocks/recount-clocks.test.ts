import { type Json } from '#ledger';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { people, type WalkedCase, walkedCase } from '../../../../../test/world/walked-case.js';
import { LearnOfHoliday } from '../learn-of-holiday/learn-of-holiday.command.js';
import { RecountClocks } from './recount-clocks.command.js';

const administrator = 'administrator@vale.test';

describe('a bank holiday is proclaimed at short notice', () => {
  let world: CaseWorld;
  beforeEach(async () => {
    world = await caseWorld();
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterEach(() => world.close());

  const learn = async (body: object, as = administrator) =>
    new LearnOfHoliday(world.ledger).run(await world.personId(as), body as Json);
  /** As the jobs do it, file by file; how many had a day that moved. */
  const recount = async (): Promise<number> => {
    const command = new RecountClocks(world.ledger);
    let moved = 0;
    for (const { stream } of await world.sql<{ stream: string }>('select distinct stream from teg.clock')) {
      const outcome = await command.run(stream);
      if (outcome.ok) moved += 1;
      else expect(outcome.refusal).toEqual({ because: 'notNow' });
    }
    return moved;
  };
  const clocks = ({ reference }: WalkedCase) =>
    world.sql<{ kind: string; due: string; calendar: string; alert: string | null; stopped: boolean }>(
      `select k.kind, k.due_on::text as due, k.calendar, to_char(k.next_alert_at at time zone 'UTC', 'YYYY-MM-DD') as alert, k.stopped_at is not null as stopped
         from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 order by k.kind`,
      [reference],
    );

  it('counts open clocks again and no closed one, keeps the old day on record, tells the owner, and is done once', async () => {
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    const before = await clocks(child);
    expect(await learn({ added: [{ date: '2026-12-03', title: 'Day of mourning' }] })).toMatchObject({
      ok: true,
      value: { version: 'ew-2026-11-24-1' },
    });
    // What is counted is counted with the calendar that was in force, until it is counted again.
    expect(await clocks(child)).toEqual(before);
    expect(await recount()).toBe(1);
    const after = new Map((await clocks(child)).map((clock) => [clock.kind, clock]));
    expect(after.get('panel')).toMatchObject({
      due: '2026-12-15',
      calendar: 'ew-2026-11-24-1',
      alert: '2026-12-08',
      stopped: false,
    });
    expect(after.get('assessment')).toMatchObject({ due: '2026-12-08', calendar: 'ew-2026-11-24-1' });
    expect(after.get('firstAppointment')).toMatchObject({ due: '2026-11-30', calendar: 'ew-2026-02' });
    expect(after.get('allocation')).toEqual(before.find(({ kind }) => kind === 'allocation'));
    const [payload] = await world.sql<{ type: string; body: object; due: string }>(
      'select e.type, y.body, s.next_due_on::text as due from teg.stream s join teg.event e on e.stream = s.id and e.seq = s.version join teg.payload y on y.stream = e.stream and y.seq = e.seq where s.reference = $1',
      [child.reference],
    );
    expect(payload).toMatchObject({ type: 'clocksRecounted', due: '2026-11-30' });
    expect((payload?.body as { moved: object[] } | undefined)?.moved).toContainEqual({
      kind: 'panel',
      run: 1,
      was: '2026-12-14',
      dueOn: '2026-12-15',
      calendar: 'ew-2026-11-24-1',
    });
    expect(await world.sql("select role, clock from teg.inbox where code = 'clockMoved' order by clock")).toEqual([
      { role: 'practitioner', clock: 'assessment' },
      { role: 'coordinator', clock: 'panel' },
    ]);
    const rows = await world.rows();
    expect(await recount()).toBe(0);
    expect(await world.rows()).toEqual(rows);
  });

  it('counts what begins afterwards with the new calendar at once', async () => {
    await learn({ added: [{ date: '2026-12-03', title: 'Day of mourning' }], removed: ['2026-12-28'] });
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    expect((await clocks(child)).find(({ kind }) => kind === 'panel')).toMatchObject({
      due: '2026-12-15',
      calendar: 'ew-2026-11-24-1',
    });
    expect(await learn({ added: [{ date: '2027-06-01', title: 'Another' }] })).toMatchObject({
      value: { version: 'ew-2026-11-24-2' },
    });
    const [row] = await world.sql<{ holidays: { date: string }[] }>(
      "select holidays from teg.calendar_version where version = 'ew-2026-11-24-2'",
    );
    const dates = row?.holidays.map(({ date }) => date) ?? [];
    expect([dates.includes('2026-12-03'), dates.includes('2026-12-28'), dates.includes('2027-06-01')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is nobody’s but an administrator’s, and is a day that was none before', async () => {
    const before = await world.rows();
    const refusal = async (body: object, as?: string) => {
      const outcome = await learn(body, as);
      return outcome.ok ? null : outcome.refusal;
    };
    expect(await refusal({ added: [{ date: '2026-12-03', title: 'x' }] }, people.dutyManager)).toEqual({ because: 'notYours' });
    expect(await refusal({ added: [{ date: '2026-12-25', title: 'x' }] })).toMatchObject({
      faults: [{ pointer: '/added/0/date', code: 'holidayKnown' }],
    });
    expect(await refusal({ added: [{ date: '2050-12-03', title: 'x' }] })).toMatchObject({
      faults: [{ pointer: '/added/0/date', code: 'notCovered' }],
    });
    expect(await refusal({ added: [], removed: ['2026-12-03'] })).toMatchObject({
      faults: [{ pointer: '/removed/0', code: 'holidayUnknown' }],
    });
    expect(await refusal({ added: [] })).toMatchObject({ faults: [{ pointer: '/added', code: 'missing' }] });
    expect(await world.rows()).toEqual(before);
  });
});
