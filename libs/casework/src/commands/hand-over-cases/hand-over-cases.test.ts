import { type Json } from '#ledger';
import { PersonDirectory } from '#people';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { people, type WalkedCase, walkedCase } from '../../../../../test/world/walked-case.js';
import { ColleagueCases } from '../../queries/colleague-cases.query.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';
import { HandOverCases } from './hand-over-cases.command.js';

const other = 'practitioner-2@vale.test';

describe('a colleague’s cases are handed over', () => {
  let world: CaseWorld;
  let command: HandOverCases;
  beforeAll(async () => {
    world = await caseWorld();
    command = new HandOverCases(
      world.ledger,
      new MoveLookup(world.reader, new PersonDirectory(world.reader)),
      new ColleagueCases(world.reader),
    );
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterAll(() => world.close());

  const allocated = async (practitioner: string): Promise<WalkedCase> => {
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    await child.go(people.dutyManager, 'caseAllocated', { practitioner });
    return child;
  };
  const handOver = async (as: string, from: string, to: string, key?: string) =>
    command.run(await world.personId(as), { from, to } as Json, { key });
  const practitionerOf = async ({ reference }: WalkedCase) =>
    (
      await world.sql<{ email: string }>(
        "select p.email from teg.stream s join teg.person p on p.id = (s.facts ->> 'practitioner')::uuid where s.reference = $1",
        [reference],
      )
    )[0]?.email;

  it('all that are open, each in an act of its own, and nothing else of them moves', async () => {
    const [one, two, closed, others] = [
      await allocated(people.practitioner),
      await allocated(people.practitioner),
      await allocated(people.practitioner),
      await allocated(other),
    ];
    await closed.go(people.supervisor, 'caseWithdrawn', { reason: 'Sent in error.' });
    await closed.go(people.supervisor, 'crimeOutcomeRecorded', { outcomeNumber: '20', pnc: 'notDue' });
    const versions = [await one.version(), await two.version()];
    const outcome = await handOver(people.teamManager, people.practitioner, other, 'handover-1');
    expect(outcome.ok && outcome.value.cases).toEqual(
      [one, two]
        .map(({ reference }, index) => ({ reference, version: (versions[index] ?? 0) + 1 }))
        .sort((a, b) => (a.reference < b.reference ? -1 : 1)),
    );
    expect(await Promise.all([one, two, closed, others].map(practitionerOf))).toEqual([other, other, people.practitioner, other]);
    const [row] = await world.sql<{ state: string; open: number }>(
      'select s.state, (select count(*)::int from teg.clock k where k.stream = s.id and k.stopped_at is null and k.started_seq = s.version) as open from teg.stream s where s.reference = $1',
      [one.reference],
    );
    expect(row).toEqual({ state: 'awaitingAssessment', open: 0 });

    const before = await world.rows();
    const again = await handOver(people.teamManager, people.practitioner, other, 'handover-1');
    expect(again.ok && again.value).toEqual(outcome.ok && outcome.value);
    expect(await world.rows()).toEqual(before);
  });

  it('only to a practitioner of the service, and only by those who may', async () => {
    const child = await allocated(people.practitioner);
    const before = await world.rows();
    const refusal = async (as: string, to: string) => {
      const outcome = await handOver(as, people.practitioner, to);
      return outcome.ok ? null : outcome.refusal;
    };
    expect(await refusal(people.practitioner, other)).toEqual({ because: 'notYours' });
    expect(await refusal(people.teamManager, 'practitioner@cardiff.test')).toMatchObject({
      faults: [{ pointer: '/to', code: 'personNotPractitioner' }],
    });
    expect(await refusal(people.teamManager, 'nobody@vale.test')).toMatchObject({
      faults: [{ pointer: '/to', code: 'personUnknown' }],
    });
    expect(await refusal('team-manager@cardiff.test', 'practitioner@cardiff.test')).toBeNull();
    expect(await practitionerOf(child)).toBe(people.practitioner);
    expect(await world.rows()).toEqual(before);
  });
});
