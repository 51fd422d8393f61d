import { type Json } from '#ledger';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { saying } from '../../../../../test/world/referrals.js';
import { Places } from '../../queries/places.query.js';
import { RecordReferral } from './record-referral.command.js';

const sergeant = 'custody-sergeant@south-wales-police.test';

describe('referrals of one incident', () => {
  let world: CaseWorld;
  let command: RecordReferral;
  const recorded = async (body: object, email = sergeant) => {
    const outcome = await command.run(await world.personId(email), body as Json);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  /** Which streams of this reference somebody sees, through the policies. */
  const seenBy = async (email: string, reference: string) =>
    world.reader.aside(await world.personId(email), async (query) =>
      (
        await query<{ kind: string }>("select kind from teg.stream where reference like $1 || '%' order by reference", [
          reference,
        ])
      ).map(({ kind }) => kind),
    );

  beforeAll(async () => {
    world = await caseWorld();
    command = new RecordReferral(world.ledger, new Places(world.reader));
  });
  afterAll(() => world.close());

  it('links the children of one incident', async () => {
    const first = world.ownReferral('R03');
    const second = saying(world.ownReferral('R03'), 'notice.incident_ref', first.notice['incident_ref']);
    await recorded(first);
    await recorded(second, 'referring-supervisor@south-wales-police.test');
    const incidents = await world.sql<{ facts: { cases: string[] }; rooms: string[]; version: number }>(
      "select facts, rooms, version from teg.stream where kind = 'incident' and facts ->> 'reference' = $1",
      [first.notice['incident_ref']],
    );
    expect(incidents.map(({ facts, version }) => [facts.cases.length, version])).toEqual([[2, 2]]);
    expect(incidents[0]?.rooms).toEqual([
      'force:south-wales-police',
      'team:south-wales-police:custody',
      'yjs:vale',
      'seconded:vale',
      'team:south-wales-police:voluntary-attendance',
    ]);
  });

  it('of a court is answered by the court and by the force’s custody team', async () => {
    const known = world.ownReferral('R10');
    await recorded(known);
    const returned = saying(world.ownReferral('R10'), 'notice.incident_ref', known.notice['incident_ref']);
    const { reference } = await recorded(returned, 'court-liaison@cardiff-youth-court.test');
    expect(await seenBy(sergeant, reference)).toEqual(['case', 'child']);
    expect(await seenBy('court-liaison@cardiff-youth-court.test', reference)).toEqual(['case', 'child']);
  });
});
