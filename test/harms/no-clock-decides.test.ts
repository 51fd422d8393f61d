import { ladderOf, MoveCase, MoveLookup, moves, RaiseAlert } from '#casework';
import { machine } from '#ledger';
import { may, PersonDirectory } from '#people';
import { type CaseWorld, caseWorld } from '../world/case-world.js';
import { calledMeeting, people, type WalkedCase, walkedCase } from '../world/walked-case.js';

describe('up-tariff by default: a clock warns and never decides', () => {
  let world: CaseWorld;
  beforeEach(async () => {
    world = await caseWorld();
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterEach(() => world.close());

  const standing = async ({ reference }: WalkedCase) =>
    (
      await world.sql<{ state: string; known: string; is_ending: boolean }>(
        "select state, (facts -> 'known')::text as known, is_ending from teg.stream where reference = $1",
        [reference],
      )
    )[0];
  const openClocks = ({ reference }: WalkedCase) =>
    world.sql(
      'select k.kind, k.due_on::text as due from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 and k.stopped_at is null order by k.kind',
      [reference],
    );

  /** Rings for everything that is due, again and again, until nothing is: as the sweep and its jobs do. */
  async function ringUntilSilent(): Promise<number> {
    const command = new RaiseAlert(world.ledger, ladderOf);
    for (let raised = 0; ;) {
      const { at } = await world.ledger.now();
      const due = await world.sql<{ stream: string; kind: string; run: number; step: number }>(
        'select stream, kind, run, next_step as step from teg.clock where stopped_at is null and next_alert_at <= $1',
        [at],
      );
      if (due.length === 0) return raised;
      for (const one of due) {
        const outcome = await command.run(one);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
        raised += 1;
      }
    }
  }

  it('leaves a case where it is for a whole year: every alert is raised, and neither state nor facts move', async () => {
    const waiting = walkedCase(world, await world.refer(world.ownReferral('R02')));
    const allocated = walkedCase(world, await world.refer(world.ownReferral('R01')));
    await allocated.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    const before = [await standing(waiting), await standing(allocated)];
    const clocks = [await openClocks(waiting), await openClocks(allocated)];
    world.goTo('2027-11-24T09:00:00Z');
    expect(await ringUntilSilent()).toBeGreaterThan(20);
    expect([await standing(waiting), await standing(allocated)]).toEqual(before);
    expect([await openClocks(waiting), await openClocks(allocated)]).toEqual(clocks);
    const told = await world.sql<{ type: string }>(
      'select distinct type from teg.event where person = $1 and stream in (select id from teg.stream where kind = $2)',
      [machine, 'case'],
    );
    expect(told.map(({ type }) => type)).toEqual(['alertRaised']);
  }, 60_000);

  it('lets the machine send no event of a case that decides, gives, charges or closes anything', async () => {
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    const command = new MoveCase(world.ledger, new MoveLookup(world.reader, new PersonDirectory(world.reader)));
    const rows = await world.rows();
    const sent: string[] = [];
    for (const { event } of moves) {
      const outcome = await command.run(machine, { reference: child.reference, event, body: {}, expect: await child.version() });
      expect([event, outcome.ok]).toEqual([event, false]);
      if (may({ roles: ['machine'] }, event)) sent.push(event);
    }
    expect(moves.length).toBeGreaterThan(60);
    expect(sent).toEqual(['turnedEighteen']);
    expect(await world.rows()).toEqual(rows);
  }, 60_000);

  it('goes on while the child is missing: that is no refusal, stops nothing and moves nothing', async () => {
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    const [state, clocks] = [(await standing(child))?.state, await openClocks(child)];
    await child.go(people.practitioner, 'childMissing');
    expect([(await standing(child))?.state, await openClocks(child)]).toEqual([state, clocks]);
    await child.go(people.practitioner, 'childFound');
    expect((await standing(child))?.state).toBe(state);
  });

  it('keeps the panel open to a child who declines the assessment: it decides on what there is, on the same day', async () => {
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    const due = (await openClocks(child)).find((clock) => (clock as { kind: string }).kind === 'panel');
    const why = { reason: 'advised not to take part', attempts: [{ on: '2026-11-24', how: 'a visit' }] };
    await child.go(people.practitioner, 'assessmentNotPossible', why);
    await child.go(people.teamManager, 'assessmentCountersigned', {
      judgements: [{ area: 'safetyOfChild', sufficient: true, note: 'Nothing could be asked, and that is nobody’s fault.' }],
    });
    await child.go(people.coordinator, 'caseListed', { meeting: await calledMeeting(world, '2026-12-01T10:00:00Z') });
    expect((await standing(child))?.state).toBe('awaitingPanel');
    expect((await openClocks(child)).find((clock) => (clock as { kind: string }).kind === 'panel')).toEqual(due);
  });
});
