import { CasesOfChild, CountOutcome, type CarriedEvent, JoinChildren, MoveLookup, TransferCase } from '#casework';
import { type Facts } from '#law';
import { type Json } from '#ledger';
import { PersonDirectory, rooms } from '#people';
import { Client } from 'pg';
import { atGiving } from '../../../../test/journeys/usual-ways.js';
import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { givenBody, walk } from '../../../../test/world/journeys.js';
import { calledMeeting, people, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';
import { type LogLine } from '../log.js';
import { sequelsOf } from './sequels-of.js';

type Earlier = NonNullable<Facts['previousOutcomes']>;

describe('an outcome in a case of a child whose other case is with another service', () => {
  let world: CaseWorld;
  let bell: Client;
  let here: WalkedCase;
  let away: string;
  const said: LogLine[] = [];
  beforeAll(async () => {
    world = await caseWorld();
    bell = new Client({ connectionString: world.database.bellUrl });
    await bell.connect();
    world.goTo('2026-11-24T09:00:00Z');
    here = walkedCase(world, await world.refer(world.ownReferral('R01')));
    away = await world.refer(world.ownReferral('R01'));
    const lookup = new MoveLookup(world.reader, new PersonDirectory(world.reader));
    const manager = await world.personId(people.dutyManager);
    const join = { reference: `${here.reference}-C`, other: `${away}-C`, isOne: true };
    expect(await new JoinChildren(world.ledger, world.reader).run(manager, join)).toMatchObject({ ok: true });
    const body = { to: 'cardiff', role: 'home', reason: 'The family moved.' } as Json;
    expect(await new TransferCase(world.ledger, lookup).run(manager, { reference: away, body })).toMatchObject({ ok: true });
    const hands = {
      setClock: world.goTo,
      paper: here.paper,
      meeting: (_: string, at: string) => calledMeeting(world, at),
      move: here.go,
    };
    await walk(atGiving('yc'), hands, () => undefined);
  });
  afterAll(async () => {
    await bell.end();
    await world.close();
  });

  /** Somebody of the police who is seconded to this service alone, and does not see what went to the other. */
  const seconded = (role: string) =>
    world.admit({ roles: [role], rooms: [rooms.seconded('vale')], views: ['police'], email: `${role.toLowerCase()}@vale-only.test` });
  const settle = async (role: string, event: CarriedEvent, body: object) => {
    const lookup = new MoveLookup(world.reader, new PersonDirectory(world.reader));
    const order = { reference: here.reference, event, body: body as Json, expect: await here.version() };
    const outcome = await new CountOutcome(world.ledger, lookup, new CasesOfChild(world.reader)).run(await seconded(role), order);
    expect(outcome).toMatchObject({ ok: true });
  };
  /** The event is told, twice, as the queue may. */
  const tell = async (type: CarriedEvent) => {
    const [event] = await world.sql<{ stream: string; seq: number }>(
      'select e.stream, e.seq from teg.event e join teg.stream s on s.id = e.stream where s.reference = $1 and e.type = $2 order by e.seq desc limit 1',
      [here.reference, type],
    );
    const sequel = sequelsOf(world.ledger, (line) => void said.push(line)).get(type);
    const told = { id: '1', ...event, type } as never;
    await sequel?.(told, bell as never);
    await sequel?.(told, bell as never);
  };
  const knownAway = async (): Promise<Earlier> =>
    (
      await world.sql<{ earlier: Earlier | null }>(
        "select facts #> '{known,previousOutcomes}' as earlier from teg.stream where reference = $1",
        [away],
      )
    )[0]?.earlier ?? [];
  const toldAway = () =>
    world.sql<{ type: string; by: string; told: string[] }>(
      `select e.type, p.email as by, array(select n.role from teg.inbox n where n.stream = e.stream and n.seq = e.seq order by n.role) as told
         from teg.event e join teg.stream s on s.id = e.stream join teg.payload y on y.stream = e.stream and y.seq = e.seq
         join teg.person p on p.id = coalesce((y.body ->> 'by')::uuid, e.person)
        where s.reference = $1 and e.type in ('factRecorded', 'factCorrected') order by e.seq`,
      [away],
    );
  const told = ['dutyManager', 'policeDecisionMaker'];

  it('is known there when the giving is told, once, in the name of whoever gave it, and its decider reads again', async () => {
    await settle('deliveryOfficer', 'disposalGiven', givenBody);
    expect(await knownAway()).toEqual([]);
    await tell('disposalGiven');
    expect(await knownAway()).toMatchObject([{ on: '2026-12-07', type: 'YOUTH_CAUTION', isConfirmed: true }]);
    expect(await toldAway()).toEqual([{ type: 'factRecorded', by: 'deliveryofficer@vale-only.test', told }]);
  });

  it('counts there no more once it is set aside', async () => {
    await here.go(people.supervisor, 'crimeOutcomeRecorded', { outcomeNumber: '2', pnc: 'recorded' });
    await settle('policeDecisionMaker', 'outcomeSetAside', { reason: 'The effect had not been explained.' });
    expect((await knownAway()).map(({ isSetAside }) => isSetAside)).toEqual([undefined]);
    await tell('outcomeSetAside');
    expect((await knownAway()).map(({ isSetAside }) => isSetAside)).toEqual([true]);
    expect((await toldAway()).slice(1)).toEqual([{ type: 'factCorrected', by: 'policedecisionmaker@vale-only.test', told }]);
    expect(said).toEqual([]);
  });
});
