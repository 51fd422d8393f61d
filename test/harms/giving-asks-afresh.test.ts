import { type RuleAnswer } from '#law';
import { type CaseWorld, caseWorld } from '../world/case-world.js';
import { assessed, confirmed, decided, givenBody, type Hands, met, type Step, walk } from '../world/journeys.js';
import { calledMeeting, people, type WalkedCase, walkedCase } from '../world/walked-case.js';

// Decided on Tuesday 1 December 2026: five working days end on Tuesday the 8th.
const decidedAt = '2026-12-01T10:00:00Z';
const arrangedFor = (at: string) => ({ at, place: 'Barry police station', appropriateAdult: 'her mother' });

describe('an unlawful caution: at the giving each fact is asked afresh', () => {
  let world: CaseWorld;
  beforeEach(async () => {
    world = await caseWorld();
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterEach(() => world.close());

  async function onTheWayToCaution(): Promise<WalkedCase> {
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    const hands: Hands = {
      setClock: world.goTo,
      paper: child.paper,
      meeting: (_, at) => calledMeeting(world, at),
      move: child.go,
    };
    const steps: readonly Step[] = [
      ...assessed,
      ...met(decidedAt),
      decided('yc', 'awaitingPoliceDecision'),
      confirmed('awaitingDelivery'),
    ];
    await walk(steps, hands, (step, state) => expect([step.event, state]).toEqual([step.event, step.state]));
    return child;
  }
  const give = (child: WalkedCase, more: object = {}) =>
    child.ask({ as: people.delivery, event: 'disposalGiven', body: { ...givenBody, ...more } });
  const rulesInTheWay = async (asked: ReturnType<typeof give>): Promise<readonly string[]> => {
    const outcome = await asked;
    if (outcome.ok || outcome.refusal.because !== 'notAllowed') throw new Error(JSON.stringify(outcome));
    return (outcome.refusal.rules ?? []).map((rule) => (rule as unknown as RuleAnswer).rule);
  };

  it('is given within five working days by what the contract’s bodies say, with two clear days for advice between', async () => {
    const child = await onTheWayToCaution();
    await child.go(people.delivery, 'deliveryArranged', arrangedFor('2026-12-04T16:00:00Z'));
    world.goTo('2026-12-03T16:00:00Z');
    expect(await rulesInTheWay(give(child))).toEqual(['twoClearDaysForAdvice']);
    world.goTo('2026-12-04T16:00:00Z');
    expect(await give(child)).toMatchObject({ ok: true, value: { state: 'awaitingCrimeOutcome' } });
  });

  it('comes earlier only where the child asks for it after advice: no sergeant lifts the days', async () => {
    const child = await onTheWayToCaution();
    await child.go(people.delivery, 'deliveryArranged', arrangedFor('2026-12-02T16:00:00Z'));
    world.goTo('2026-12-02T16:00:00Z');
    const on = '2026-12-02';
    const lift = { fact: 'lifted', value: ['twoClearDaysForAdvice'], on };
    expect(await child.ask({ as: people.sergeant, event: 'factRecorded', body: lift })).toMatchObject({ ok: false });
    expect(await rulesInTheWay(give(child))).toEqual(['twoClearDaysForAdvice']);
    await child.go(people.delivery, 'factRecorded', { fact: 'earlierDayAskedAfterAdvice', value: true, on });
    expect(await give(child)).toMatchObject({ ok: true });
  });

  it('counts the days for advice from the very paper that was explained, where it is one of the case, and not from the arranging', async () => {
    const explained = (document: string) => ({ effectExplained: { document, language: 'en', by: 'delivery officer' } });
    const child = await onTheWayToCaution();
    const early = await child.paper(people.delivery, 'explanation');
    await child.go(people.delivery, 'deliveryArranged', arrangedFor('2026-12-04T16:00:00Z'));
    world.goTo('2026-12-03T16:00:00Z');
    const late = await child.paper(people.delivery, 'explanation');
    world.goTo('2026-12-04T16:00:00Z');
    expect(await rulesInTheWay(give(child, explained(late)))).toEqual(['twoClearDaysForAdvice']);
    expect(await give(child, explained(early))).toMatchObject({ ok: true });
    const [fact] = await world.sql(
      "select f.value, f.document from teg.fact f join teg.stream s on s.id = f.stream where s.reference = $1 and f.name = 'explanationWrittenOn' order by f.seq desc limit 1",
      [child.reference],
    );
    expect(fact).toEqual({ value: '2026-12-01', document: early });

    // The invitation went out late, but the paper was there: the child has had the days.
    world.goTo('2026-11-24T09:00:00Z');
    const other = await onTheWayToCaution();
    const paper = await other.paper(people.delivery, 'explanation');
    world.goTo('2026-12-03T16:00:00Z');
    await other.go(people.delivery, 'deliveryArranged', arrangedFor('2026-12-04T16:00:00Z'));
    world.goTo('2026-12-04T16:00:00Z');
    expect(await rulesInTheWay(give(other))).toEqual(['twoClearDaysForAdvice']);
    expect(await give(other, explained(paper))).toMatchObject({ ok: true });
  });

  it('is not given where one safeguard is not so, and the record stays as it was', async () => {
    const child = await onTheWayToCaution();
    await child.go(people.delivery, 'deliveryArranged', arrangedFor('2026-12-07T16:00:00Z'));
    world.goTo('2026-12-07T16:00:00Z');
    const rows = await world.rows();
    const mother = { name: 'Rhian Enghraifft', suitable: true };
    const wrong: readonly (readonly [string, object])[] = [
      ['admissionHeard', { admissionHeard: false }],
      ['adultSuitableAtGiving', { appropriateAdult: { ...mother, suitable: false } }],
      ['adultSuitableAtGiving', { appropriateAdult: { ...mother, isVictim: true } }],
      ['adultSuitableAtGiving', { appropriateAdult: { ...mother, overEighteen: false } }],
      ['adultSuitableAtGiving', { appropriateAdult: { ...mother, employedByPolice: true } }],
      ['explanationTextIsApproved', { effectExplained: { document: 'the Welsh leaflet', language: 'cy', by: 'officer' } }],
    ];
    for (const [rule, more] of wrong) expect(await rulesInTheWay(give(child, more))).toContain(rule);
    for (const field of ['admissionHeard', 'effectExplained', 'understanding', 'appropriateAdult', 'adviceAnswer']) {
      const body = Object.fromEntries(Object.entries(givenBody).filter(([name]) => name !== field));
      const outcome = await child.ask({ as: people.delivery, event: 'disposalGiven', body });
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { because: 'invalid', faults: [{ pointer: `/${field}`, code: 'missing' }] },
      });
    }
    expect(await world.rows()).toEqual(rows);
    const spoken = {
      effectExplained: { document: 'the Welsh leaflet, by word of mouth', language: 'cy', by: 'a Welsh speaker', oral: true },
    };
    expect(await give(child, spoken)).toMatchObject({ ok: true });
  });

  it('takes what the child says now: an admission that is not repeated ends it, and nothing is given or marked', async () => {
    const child = await onTheWayToCaution();
    const { state } = await child.go(people.delivery, 'admissionNotConfirmed');
    expect(state).toBe('awaitingReconsideration');
    const [row] = await world.sql<{ known: { given?: string; pnc?: string; outcome?: string } }>(
      "select facts -> 'known' as known from teg.stream where reference = $1",
      [child.reference],
    );
    expect([row?.known.given, row?.known.pnc]).toEqual([undefined, undefined]);
  });
});
