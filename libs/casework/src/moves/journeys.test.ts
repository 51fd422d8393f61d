import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { type Hands, type Journey, walk } from '../../../../test/world/journeys.js';
import { journeys } from '../../../../test/world/outcome-journeys.js';
import { replayed } from '../../../../test/world/replayed.js';
import { calledMeeting, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';

describe('a journey for each way an outcome can go', () => {
  let world: CaseWorld;
  const walked = new Map<string, WalkedCase>();
  beforeAll(async () => {
    world = await caseWorld();
  });
  afterAll(() => world.close());

  const handsOf = (child: WalkedCase): Hands => ({
    setClock: world.goTo,
    paper: child.paper,
    meeting: (_, at) => calledMeeting(world, at),
    move: child.go,
  });
  const clocksOf = (reference: string, open: boolean) =>
    world.sql<{ kind: string; stopped_how: string | null }>(
      `select k.kind, k.stopped_how from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 and (k.stopped_at is null) = $2 order by k.kind, k.run`,
      [reference, open],
    );

  it.each(journeys.map((journey): [string, Journey] => [journey.title, journey]))(
    '%s',
    async (title, { referral, start, steps }) => {
      world.goTo(start);
      const child = walkedCase(world, await world.refer(world.ownReferral(referral)));
      walked.set(title, child);
      await walk(steps, handsOf(child), (step, state) => expect([step.event, state]).toEqual([step.event, step.state]));
    },
  );

  it('can each be told again from its events alone', async () => {
    expect(walked.size).toBe(journeys.length);
    for (const { reference } of walked.values()) {
      const { fromEvents, fromRow } = await replayed(world, reference);
      expect(fromEvents).toEqual(fromRow);
    }
  });

  it('leaves no clock running once it is closed but those that outlive the closing', async () => {
    const lasting = ['followUp', 'retention', 'victimReviewWindow', 'victimTold:V1', 'victimTold:V2'];
    for (const { reference } of walked.values()) {
      const open = (await clocksOf(reference, true)).map(({ kind }) => kind);
      expect(open.filter((kind) => !lasting.includes(kind))).toEqual([]);
      expect(open).toContain('retention');
    }
  });

  it('says of a clock that stopped in time that it was met', async () => {
    // Decided a week after the receipt, given within five working days, recorded while the programme ran.
    const caution = walked.get('a youth caution is given, with a voluntary programme');
    const met = new Map((await clocksOf(caution?.reference ?? '', false)).map(({ kind, stopped_how }) => [kind, stopped_how]));
    const kinds = ['panel', 'allocation', 'assessment', 'firstAppointment', 'delivery', 'policeDecision', 'crimeRecord'];
    expect(kinds.map((kind) => [kind, met.get(kind)])).toEqual(kinds.map((kind) => [kind, 'met']));
  });

  it('takes every case out of the room of its meeting and of the prosecutors when it is closed', async () => {
    for (const { reference } of walked.values()) {
      const [row] = await world.sql<{ rooms: string[]; is_ending: boolean }>(
        'select rooms, is_ending from teg.stream where reference = $1',
        [reference],
      );
      expect([row?.is_ending, row?.rooms]).toEqual([
        true,
        ['team:south-wales-police:voluntary-attendance', 'yjs:vale', 'seconded:vale'],
      ]);
    }
  });

  it('keeps every word of a reason in a document and none in an event', async () => {
    const [found] = await world.sql<{ in_events: number; in_papers: number }>(
      `select (select count(*)::int from teg.payload where body::text like '%What weighed%') as in_events,
              (select count(*)::int from teg.document where body::text like '%What weighed%') as in_papers`,
    );
    expect(found?.in_events).toBe(0);
    expect(found?.in_papers).toBeGreaterThan(10);
  });
});
