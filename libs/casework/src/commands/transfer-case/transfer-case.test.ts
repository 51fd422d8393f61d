import { type Json } from '#ledger';
import { PersonDirectory } from '#people';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { people, walkedCase } from '../../../../../test/world/walked-case.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';
import { TransferCase } from './transfer-case.command.js';

const cardiff = 'duty-manager@cardiff.test';

describe('a case goes to another service', () => {
  let world: CaseWorld;
  let command: TransferCase;
  beforeAll(async () => {
    world = await caseWorld();
    command = new TransferCase(world.ledger, new MoveLookup(world.reader, new PersonDirectory(world.reader)));
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterAll(() => world.close());

  const fresh = () => world.refer(world.ownReferral('R01'));
  const transfer = async (as: string, reference: string, body: object, key?: string) =>
    command.run(await world.personId(as), { reference, body: body as Json, key });
  const filesSeen = async (email: string, reference: string): Promise<readonly string[]> => {
    const rows = await world.reader.aside(await world.personId(email), (query) =>
      query<{ kind: string }>(
        `select s.kind from teg.stream s where s.reference in ($1, $1 || '-C', $1 || '-V1') order by s.kind`,
        [reference],
      ),
    );
    return rows.map(({ kind }) => kind);
  };

  it('as caretaker: both services see it, the home service stays', async () => {
    const reference = await fresh();
    expect(
      await transfer(people.dutyManager, reference, { to: 'cardiff', role: 'caretaker', reason: 'Placed in Cardiff.' }),
    ).toMatchObject({ ok: true, value: { state: 'awaitingAllocation' } });
    expect([await filesSeen(people.dutyManager, reference), await filesSeen(cardiff, reference)]).toEqual([
      ['case', 'child'],
      ['case', 'child'],
    ]);
    expect([await filesSeen(people.victimOfficer, reference), await filesSeen('victim-officer@cardiff.test', reference)]).toEqual(
      [['victim'], ['victim']],
    );
    const [row] = await world.sql<{ home_area: string }>('select home_area from teg.stream where reference = $1', [reference]);
    expect(row?.home_area).toBe('vale');
  });

  it('as home: it leaves the sight of the service that handed it over, with the child’s and the victim’s file', async () => {
    const reference = await fresh();
    const body = { to: 'cardiff', role: 'home', reason: 'The family moved.' };
    const outcome = await transfer(people.dutyManager, reference, body, 'transfer-home');
    expect(outcome).toMatchObject({ ok: true, isReplay: false, value: { event: { type: 'caseTransferred' } } });
    expect([await filesSeen(people.dutyManager, reference), await filesSeen(cardiff, reference)]).toEqual([
      [],
      ['case', 'child'],
    ]);
    expect([await filesSeen(people.victimOfficer, reference), await filesSeen('victim-officer@cardiff.test', reference)]).toEqual(
      [[], ['victim']],
    );
    // The referring team still sees what became of its referral.
    expect(await filesSeen(people.supervisor, reference)).toEqual(['case', 'child']);
    const again = await transfer(people.dutyManager, reference, body, 'transfer-home');
    expect(again).toMatchObject({ ok: true, isReplay: true, value: { reference, event: outcome.ok ? outcome.value.event : {} } });
    const moved = await walkedCase(world, reference).go(cardiff, 'caseAllocated', { practitioner: 'practitioner@cardiff.test' });
    expect(moved.state).toBe('awaitingAssessment');
  });

  it('to no service that has it, to none that is not there, and by nobody whose it is not', async () => {
    const reference = await fresh();
    const before = await world.rows();
    const refusal = async (as: string, body: object) => {
      const outcome = await transfer(as, reference, body);
      return outcome.ok ? null : outcome.refusal;
    };
    expect(await refusal(people.dutyManager, { to: 'vale', role: 'home', reason: 'x' })).toMatchObject({
      faults: [{ pointer: '/to', code: 'serviceHasCase' }],
    });
    expect(await refusal(people.dutyManager, { to: 'gwent-police', role: 'home', reason: 'x' })).toMatchObject({
      faults: [{ pointer: '/to', code: 'organisationUnknown' }],
    });
    expect(await refusal(cardiff, { to: 'cardiff', role: 'home', reason: 'x' })).toEqual({ because: 'notFound' });
    expect(await refusal(people.practitioner, { to: 'cardiff', role: 'home', reason: 'x' })).toEqual({ because: 'notYours' });
    expect(await world.rows()).toEqual(before);
  });
});
