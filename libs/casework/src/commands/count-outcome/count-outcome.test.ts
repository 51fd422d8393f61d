import { type Json } from '#ledger';
import { assessmentDuty, type Facts } from '#law';
import { PersonDirectory } from '#people';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { walk } from '../../../../../test/world/journeys.js';
import { journeys } from '../../../../../test/world/outcome-journeys.js';
import { saying } from '../../../../../test/world/referrals.js';
import { replayed } from '../../../../../test/world/replayed.js';
import { calledMeeting, people, walkedCase } from '../../../../../test/world/walked-case.js';
import { CasesOfChild } from '../../queries/cases-of-child.query.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';
import { JoinChildren } from '../join-children/join-children.command.js';
import { CountOutcome } from './count-outcome.command.js';

const earlier = {
  date: '2026-12-07',
  type: 'YOUTH_CAUTION',
  home_office_outcome: '2',
  force: 'South Wales Police',
  confirmed_by: 'sergeant',
  confirmed_on: '2027-02-01',
};

describe('an outcome is set aside', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
  });
  afterAll(() => world.close());

  it('counts no more in its own case nor in the child’s later one, whose duty was read from it, and people are told', async () => {
    const caution = journeys.find(({ title }) => title.startsWith('a caution is set aside'));
    world.goTo('2026-11-24T09:00:00Z');
    const first = walkedCase(world, await world.refer(world.ownReferral('R01')));
    const until = caution?.steps.findIndex((step) => 'clock' in step && step.clock.startsWith('2027')) ?? 0;
    const hands = {
      setClock: world.goTo,
      paper: first.paper,
      meeting: (_: string, at: string) => calledMeeting(world, at),
      move: first.go,
    };
    await walk(caution?.steps.slice(0, until) ?? [], hands, () => undefined);

    world.goTo('2027-02-02T09:00:00Z');
    const body = saying(
      saying(world.ownReferral('R01'), 'received_at', '2027-02-01T10:00:00Z'),
      'police_file.previous_outcomes',
      [earlier],
    );
    const second = walkedCase(world, await world.refer(body));
    const known = async () =>
      (
        await world.sql<{ known: Facts }>("select facts -> 'known' as known from teg.stream where reference = $1", [
          second.reference,
        ])
      )[0]?.known ?? {};
    expect(assessmentDuty(await known())).toBe('must');
    const joined = await new JoinChildren(world.ledger, world.reader).run(await world.personId(people.dutyManager), {
      reference: `${first.reference}-C`,
      other: `${second.reference}-C`,
      isOne: true,
    });
    expect(joined.ok).toBe(true);

    const command = new CountOutcome(
      world.ledger,
      new MoveLookup(world.reader, new PersonDirectory(world.reader)),
      new CasesOfChild(world.reader),
    );
    const outcome = await command.run(await world.personId(people.police), {
      reference: first.reference,
      event: 'outcomeSetAside',
      body: { reason: 'The effect had not been explained.' } as Json,
    });
    expect(outcome).toMatchObject({
      ok: true,
      value: { reference: first.reference, state: 'closed', event: { type: 'outcomeSetAside' } },
    });
    expect((await known()).previousOutcomes).toMatchObject([{ on: '2026-12-07', isConfirmed: true, isSetAside: true }]);
    expect(assessmentDuty(await known())).toBe('may');
    const told = await world.sql(
      'select n.role, n.code from teg.inbox n join teg.stream s on s.id = n.stream and s.version = n.seq where s.reference = $1 order by n.role',
      [second.reference],
    );
    expect(told).toEqual([
      { role: 'dutyManager', code: 'factCorrected' },
      { role: 'policeDecisionMaker', code: 'factCorrected' },
    ]);
    for (const { reference } of [first, second]) {
      const { fromEvents, fromRow } = await replayed(world, reference);
      expect(fromEvents).toEqual(fromRow);
    }
  });
});
