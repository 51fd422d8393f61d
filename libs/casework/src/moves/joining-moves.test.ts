import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { people, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';
import { saying } from '../../../../test/world/referrals.js';
import { JoinChildren } from '../commands/join-children/join-children.command.js';

const reason = 'One incident, sent twice.';

describe('two referrals of one incident', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
  });
  afterAll(() => world.close());

  const fresh = async (at: string): Promise<WalkedCase> => {
    world.goTo(at);
    return walkedCase(world, await world.refer(saying(world.ownReferral('R01'), 'received_at', at)));
  };
  const stand = async ({ reference }: WalkedCase) =>
    (
      await world.sql<{ state: string; receivedAt: string; merger: object | null; panel: string | null }>(
        `select s.state, s.facts -> 'known' ->> 'receivedAt' as "receivedAt", s.facts -> 'known' -> 'merger' as merger,
           (select k.due_on::text from teg.clock k where k.stream = s.id and k.kind = 'panel' and k.stopped_at is null) as panel from teg.stream s where s.reference = $1`,
        [reference],
      )
    )[0];
  const sayOneChild = async (one: WalkedCase, other: WalkedCase, isOne: boolean): Promise<void> => {
    const outcome = await new JoinChildren(world.ledger, world.reader).run(await world.personId(people.dutyManager), {
      reference: `${one.reference}-C`,
      other: `${other.reference}-C`,
      isOne,
    });
    if (!outcome.ok) throw new Error(outcome.refusal.because);
  };

  it('become one only once somebody has said that it is one child; the earliest receipt keeps the clock; it can be undone', async () => {
    const early = await fresh('2026-11-20T10:00:00.000Z');
    const late = await fresh('2026-11-24T10:00:00.000Z');
    expect((await stand(late))?.panel).toBe('2026-12-15');
    const merge = { as: people.dutyManager, event: 'referralsMerged', body: { absorbed: early.reference, reason } } as const;
    expect(await late.ask(merge)).toMatchObject({ refusal: { because: 'notNow', code: 'childrenNotOne' } });
    await sayOneChild(early, late, true);
    const merged = await late.ask(merge);
    expect(merged).toMatchObject({
      ok: true,
      value: { reference: late.reference, state: 'awaitingAllocation', event: { type: 'referralsMerged' } },
    });
    expect(await stand(late)).toMatchObject({
      receivedAt: '2026-11-20T10:00:00.000Z',
      panel: '2026-12-11',
      merger: { part: 'surviving', isUndone: false },
    });
    expect(await stand(early)).toMatchObject({ state: 'closed', merger: { part: 'absorbed' }, panel: null });
    const [other] = await world.sql<{ hash: string }>(
      "select encode(e.hash, 'hex') as hash from teg.event e join teg.stream s on s.id = e.stream and s.version = e.seq where s.reference = $1",
      [late.reference],
    );
    expect(merged.ok && merged.value.event.hash).toBe(other?.hash);

    expect(await late.ask({ ...merge, event: 'referralsUnmerged' })).toMatchObject({ ok: true });
    expect(await stand(late)).toMatchObject({
      state: 'awaitingAllocation',
      receivedAt: '2026-11-24T10:00:00.000Z',
      panel: '2026-12-15',
    });
    expect(await stand(early)).toMatchObject({ state: 'awaitingAllocation', receivedAt: '2026-11-20T10:00:00.000Z' });
  });

  it('stay two where one has been decided, is not there, or is the same', async () => {
    const one = await fresh('2026-11-24T10:00:00.000Z');
    const other = await fresh('2026-11-24T10:00:00.000Z');
    const merge = (absorbed: string) => one.ask({ as: people.dutyManager, event: 'referralsMerged', body: { absorbed, reason } });
    expect(await merge('VG-26-NOBODY')).toMatchObject({ refusal: { faults: [{ pointer: '/absorbed', code: 'caseUnknown' }] } });
    expect(await merge(one.reference)).toMatchObject({ refusal: { faults: [{ pointer: '/absorbed', code: 'caseUnknown' }] } });
    await sayOneChild(one, other, true);
    await other.go(people.supervisor, 'caseWithdrawn', { reason });
    const before = await world.rows();
    expect(await merge(other.reference)).toMatchObject({ refusal: { because: 'notNow', code: 'otherReferralHasGoneOn' } });
    expect(
      await one.ask({ as: people.dutyManager, event: 'referralsUnmerged', body: { absorbed: other.reference, reason } }),
    ).toMatchObject({ refusal: { code: 'notMerged' } });
    expect(await world.rows()).toEqual(before);
  });
});
