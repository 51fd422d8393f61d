import { type CaseEventType } from '#pathway';
import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { calledMeeting, panel, people, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';

const reasons = 'Why.';
const judgements = [{ area: 'safetyOfChild', sufficient: true, note: 'Read.' }];
const positions = [{ role: 'policeDecisionMaker', outcome: 'yc', reasons }];
const decision = { outcome: 'yrd', reasons, diversity: 'Asked.', whyNothingLessIntrusive: 'Nothing less.', dissent: [] };

describe('who may decide what becomes of a recommendation', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
  });
  afterAll(() => world.close());

  const assessed = async (author: string = people.practitioner): Promise<WalkedCase> => {
    world.goTo('2026-11-24T09:00:00Z');
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    await child.go(author, 'assessmentCompleted', { document: await child.paper(author, 'assessment') });
    return child;
  };
  const atPanel = async (present: readonly { person: string; role: string }[] = panel): Promise<WalkedCase> => {
    const child = await assessed();
    await child.go(people.teamManager, 'assessmentCountersigned', { judgements });
    await child.go(people.coordinator, 'caseListed', { meeting: await calledMeeting(world, '2026-12-01T10:00:00Z', present) });
    world.goTo('2026-12-01T10:00:00Z');
    await child.go(people.chair, 'panelOpened', { present });
    return child;
  };
  /** What `next` says of an event to a person, by way of a fact that they may record. */
  const nextOf = async (child: WalkedCase, as: string, event: CaseEventType) =>
    (await child.go(as, 'factRecorded', { fact: 'targetedPlan', value: true, on: '2026-11-24' })).next.find(
      (one) => one.event === event,
    );

  it('nobody countersigns their own assessment: closed before the click, by the same rule as afterwards', async () => {
    const both = 'team-manager-2@vale.test';
    await world.sql("update teg.person set roles = '{practitioner,teamManager}' where email = $1", [both]);
    const child = await assessed(both);
    const rule = { rule: 'countersignerIsNotAuthor', answer: 'notMet' };
    expect(await nextOf(child, both, 'assessmentCountersigned')).toMatchObject({
      open: false,
      because: 'notAllowed',
      rules: [rule],
    });
    expect(await child.ask({ as: both, event: 'assessmentCountersigned', body: { judgements } })).toMatchObject({
      refusal: { because: 'notAllowed', rules: [rule] },
    });
    expect(await nextOf(child, people.teamManager, 'assessmentCountersigned')).toMatchObject({ open: true });
  });

  it('whoever sat does not decide the escalation: another sergeant does, and the result is the police decision', async () => {
    const child = await atPanel([...panel, { person: people.sergeant, role: 'youthJusticeSergeant' }]);
    await child.go(people.chair, 'consensusNotReached', { positions });
    const ask = (as: string) => child.ask({ as, event: 'escalationDecided', body: { outcome: 'yc', reasons } });
    expect(await ask(people.sergeant)).toMatchObject({
      refusal: { because: 'notAllowed', rules: [{ rule: 'escalationDeciderDidNotSit' }] },
    });
    expect(await ask('youth-justice-sergeant-2@south-wales-police.test')).toMatchObject({
      ok: true,
      value: { state: 'awaitingDelivery' },
    });
    // A sergeant of a force that does not work with this service does not see the case.
    expect(await ask('youth-justice-sergeant@gwent-police.test')).toMatchObject({ refusal: { because: 'notFound' } });
  });

  it('a departure is challenged within two working days, stands when they are over, and goes to an inspector when it is', async () => {
    const child = await atPanel();
    await child.go(people.chair, 'panelDecisionRecorded', decision);
    const departed = await child.go(people.police, 'policeDecisionDeparted', { outcome: 'yc', reasons });
    expect(departed.next.find(({ event }) => event === 'departureStands')).toMatchObject({
      open: false,
      because: 'notNow',
      code: 'challengeStillOpen',
    });
    expect(departed.clocks.find(({ kind }) => kind === 'departureChallenge')?.dueOn).toBe('2026-12-03');
    world.goTo('2026-12-03T17:00:00Z');
    expect(await child.ask({ as: people.police, event: 'departureStands' })).toMatchObject({
      refusal: { because: 'notNow', code: 'challengeStillOpen' },
    });
    world.goTo('2026-12-04T09:00:00Z');
    expect((await child.go(people.police, 'departureStands')).state).toBe('awaitingDelivery');

    const other = await atPanel();
    await other.go(people.chair, 'panelDecisionRecorded', decision);
    await other.go(people.police, 'policeDecisionDeparted', { outcome: 'yc', reasons });
    await other.go(people.chair, 'departureChallenged', { reasons });
    const review = { event: 'escalationDecided', body: { outcome: 'yrd', reasons } } as const;
    expect(await other.ask({ as: people.sergeant, ...review })).toMatchObject({
      refusal: { because: 'notAllowed', rules: [{ rule: 'escalationDeciderRanksHighEnough' }] },
    });
    expect(await other.ask({ as: people.inspector, ...review })).toMatchObject({
      ok: true,
      value: { state: 'awaitingPlanAgreement' },
    });
    expect(
      await world.sql(
        "select role from teg.inbox n join teg.stream s on s.id = n.stream where s.reference = $1 and n.code = 'awaitingEscalationReview'",
        [other.reference],
      ),
    ).toEqual([{ role: 'inspector' }]);
  });

  it('a prosecutor sees a case while something is asked of them, and no longer', async () => {
    const child = await atPanel();
    await child.go(people.chair, 'panelDecisionRecorded', { ...decision, outcome: 'ycc' });
    const answered = { as: people.prosecutor, event: 'cpsAuthorised', body: { cpsReference: '62SW/0001/26' } } as const;
    expect(await child.ask(answered)).toMatchObject({ refusal: { because: 'notFound' } });
    await child.go(people.police, 'cpsAuthorityRequested', {
      childInformationForm: await child.paper(people.police, 'childInformationForm'),
    });
    expect(await child.ask({ ...answered, body: { cpsReference: 'as Carys said on the telephone!' } })).toMatchObject({
      refusal: { faults: [{ pointer: '/cpsReference', code: 'notAReference' }] },
    });
    const authorised = await child.go(people.prosecutor, 'cpsAuthorised', { cpsReference: '62SW/0001/26' });
    expect(authorised.state).toBe('awaitingPoliceDecision');
    expect(
      await child.ask({
        as: people.prosecutor,
        event: 'factRecorded',
        body: { fact: 'directorConsent', value: true, on: '2026-12-01' },
      }),
    ).toMatchObject({ refusal: { because: 'notFound' } });
    const [row] = await world.sql<{ cps: object }>(
      "select facts -> 'known' -> 'cps' as cps from teg.stream where reference = $1",
      [child.reference],
    );
    expect(row?.cps).toEqual({
      reference: '62SW/0001/26',
      authorityFor: 'ycc',
      at: '2026-12-01T10:00:00.000Z',
      hasChildInformationForm: true,
    });
  });

  it('a decision on day 16 is lawful, and late on record', async () => {
    const child = await atPanel();
    world.goTo('2026-12-15T10:00:00Z');
    await child.go(people.chair, 'panelDecisionRecorded', { ...decision, outcome: 'nfa' });
    expect(
      await world.sql(
        "select k.stopped_how from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 and k.kind = 'panel'",
        [child.reference],
      ),
    ).toEqual([{ stopped_how: 'late' }]);
  });
});
