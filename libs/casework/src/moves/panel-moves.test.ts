import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { calledMeeting, panel, people, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';

const reasons = 'What weighed for me.';
const judgements = [{ area: 'safetyOfChild', sufficient: true, note: 'Read.' }];
const decision = { outcome: 'yrd', reasons, diversity: 'Asked.', whyNothingLessIntrusive: 'Nothing less.', dissent: [] };
const second = 'panel-member-2@vale.test';

describe('the panel', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
  });
  afterAll(() => world.close());

  const atList = async (): Promise<WalkedCase> => {
    world.goTo('2026-11-24T09:00:00Z');
    const child = walkedCase(world, await world.refer(world.ownReferral('R01')));
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    await child.go(people.practitioner, 'assessmentCompleted', {
      document: await child.paper(people.practitioner, 'assessment'),
    });
    await child.go(people.teamManager, 'assessmentCountersigned', { judgements });
    return child;
  };
  const listed = async (members: readonly { person: string; role: string }[] = panel): Promise<WalkedCase> => {
    const child = await atList();
    await child.go(people.coordinator, 'caseListed', { meeting: await calledMeeting(world, '2026-12-01T10:00:00Z', members) });
    return child;
  };
  const sees = async (email: string, { reference }: WalkedCase): Promise<boolean> => {
    const rows = await world.reader.aside(await world.personId(email), (query) =>
      query('select from teg.stream where reference = $1', [reference]),
    );
    return rows.length > 0;
  };
  const viewsSeenBy = async (email: string, { reference }: WalkedCase): Promise<number> => {
    const rows = await world.reader.aside(await world.personId(email), (query) =>
      query("select from teg.document d join teg.stream s on s.id = d.stream where s.reference = $1 and d.kind = 'panelView'", [
        reference,
      ]),
    );
    return rows.length;
  };

  it('is seen by its members from the listing until the decision is delivered, and by nobody else of theirs', async () => {
    const child = await atList();
    expect(await sees(people.member, child)).toBe(false);
    const meeting = await calledMeeting(world, '2026-12-01T10:00:00Z');
    expect(await sees(people.member, child)).toBe(false);
    await child.go(people.coordinator, 'caseListed', { meeting });
    expect([await sees(people.member, child), await sees(people.victimOfficer, child), await sees(second, child)]).toEqual([
      true,
      true,
      false,
    ]);
    await child.go(people.coordinator, 'caseUnlisted', { reason: reasons });
    expect(await sees(people.member, child)).toBe(false);

    await child.go(people.coordinator, 'caseListed', { meeting });
    world.goTo('2026-12-01T10:00:00Z');
    await child.go(people.chair, 'panelOpened', { present: panel });
    await child.go(people.chair, 'panelDecisionRecorded', decision);
    await child.go(people.police, 'policeDecisionConfirmed');
    await child.go(people.practitioner, 'planAgreed', {
      document: await child.paper(people.practitioner, 'plan'),
      endsOn: '2027-01-15',
    });
    await child.go(people.delivery, 'deliveryArranged', {
      at: '2026-12-07T16:00:00Z',
      place: 'Barry',
      appropriateAdult: { name: 'Her mother', suitable: true },
    });
    expect(await sees(people.member, child)).toBe(true);
    world.goTo('2026-12-07T16:00:00Z');
    await child.go(people.delivery, 'disposalGiven', {
      admissionHeard: true,
      effectExplained: { document: 'leaflet', language: 'en', by: 'officer' },
      understanding: 'I know.',
      appropriateAdult: { name: 'Her mother', suitable: true },
      adviceAnswer: 'taken',
    });
    expect(await sees(people.member, child)).toBe(false);
  });

  it('keeps first views from everybody but their author until the panel opens the case', async () => {
    const child = await listed();
    await child.go(people.member, 'viewRecorded', { outcome: 'yrd', reasons });
    await child.go(people.police, 'viewRecorded', { outcome: 'yc', reasons });
    const readers = [people.member, people.police, people.chair, people.practitioner, people.supervisor];
    expect(await Promise.all(readers.map((email) => viewsSeenBy(email, child)))).toEqual([1, 1, 0, 0, 0]);
    const [payload] = await world.sql<{ body: object }>(
      "select y.body -> 'event' as body from teg.payload y join teg.event e on (e.stream, e.seq) = (y.stream, y.seq) join teg.stream s on s.id = e.stream where s.reference = $1 and e.type = 'viewRecorded'",
      [child.reference],
    );
    expect(payload?.body).not.toHaveProperty('outcome');

    world.goTo('2026-12-01T10:00:00Z');
    await child.go(people.chair, 'panelOpened', { present: panel });
    await child.go(people.teamManager, 'viewRecorded', { outcome: 'yrd', reasons });
    // The referring team never reads them.
    expect(await Promise.all(readers.map((email) => viewsSeenBy(email, child)))).toEqual([3, 3, 3, 3, 0]);
  });

  it('takes views and conflicts from those who are listed, and from nobody else', async () => {
    const child = await listed();
    const view = { event: 'viewRecorded', body: { outcome: 'yrd', reasons } } as const;
    expect(await child.ask({ as: people.sergeant, ...view })).toMatchObject({
      refusal: { because: 'notYours', code: 'notListedForMeeting' },
    });
    expect(await child.ask({ as: second, ...view })).toMatchObject({ refusal: { because: 'notFound' } });
    expect(
      await child.ask({ as: people.member, event: 'conflictDeclared', body: { reason: reasons, person: people.police } }),
    ).toMatchObject({
      refusal: { because: 'notYours', code: 'conflictOfAnother' },
    });
    const unlisted = await atList();
    expect(await unlisted.ask({ as: people.teamManager, ...view })).toMatchObject({
      refusal: { because: 'notNow', code: 'caseNotListed' },
    });
  });

  it('needs no version for a view: several members record theirs at once', async () => {
    const child = await listed();
    const asked = [people.member, people.police, people.teamManager].map((as) =>
      child.ask({ as, event: 'viewRecorded', body: { outcome: 'yrd', reasons }, expect: null }),
    );
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('whoever declares a conflict loses sight of the case at once and counts no more', async () => {
    const child = await listed();
    const declared = await child.go(people.police, 'conflictDeclared', { reason: 'The victim is my niece.' });
    expect(declared.next).toEqual([]);
    expect(await sees(people.police, child)).toBe(false);
    expect(await child.ask({ as: people.police, event: 'viewRecorded', body: { outcome: 'yc', reasons } })).toMatchObject({
      refusal: { because: 'notFound' },
    });
    world.goTo('2026-12-01T10:00:00Z');
    const opening = { as: people.chair, event: 'panelOpened', body: { present: panel } } as const;
    expect(await child.ask(opening)).toMatchObject({
      refusal: { because: 'notAllowed', rules: [{ rule: 'policeDeciderIsPresent' }, { rule: 'nobodyPresentHasConflict' }] },
    });
    const deputy = { person: 'police-decision-maker-2@south-wales-police.test', role: 'policeDecisionMaker' };
    const present = [...panel.filter(({ person }) => person !== people.police), deputy];
    expect((await child.go(people.chair, 'panelOpened', { present })).state).toBe('atPanel');
    // Who sits in for a member sees what the panel sees; the chair may declare for somebody who does not.
    expect(await sees(deputy.person, child)).toBe(true);
    await child.go(people.chair, 'conflictDeclared', { reason: 'Related.', person: people.member });
    expect(await sees(people.member, child)).toBe(false);
    expect(await child.ask({ as: people.chair, event: 'panelDecisionRecorded', body: decision })).toMatchObject({
      refusal: { because: 'notAllowed', rules: [{ rule: 'nobodyPresentHasConflict' }] },
    });
    await child.go(people.chair, 'memberLeft', { person: people.member });
    expect((await child.go(people.chair, 'panelDecisionRecorded', decision)).state).toBe('awaitingPoliceDecision');
  });

  it('decides nothing once the quorum is lost', async () => {
    const child = await listed();
    world.goTo('2026-12-01T10:00:00Z');
    await child.go(people.chair, 'panelOpened', { present: panel });
    await child.go(people.chair, 'memberLeft', { person: people.police });
    expect(await child.ask({ as: people.chair, event: 'panelDecisionRecorded', body: decision })).toMatchObject({
      refusal: { because: 'notAllowed', rules: [{ rule: 'policeDeciderIsPresent', help: 'none' }] },
    });
    expect((await child.go(people.chair, 'panelAdjourned', { reason: reasons })).state).toBe('awaitingPanel');
    expect(await sees(people.member, child)).toBe(false);
  });

  it('is not quorate with the case’s own assessor as the only voice of the service, nor without the victim’s input', async () => {
    const members = [
      { person: people.chair, role: 'chair' },
      { person: people.police, role: 'policeDecisionMaker' },
      { person: people.practitioner, role: 'practitioner' },
    ];
    const child = await listed(members);
    world.goTo('2026-12-01T10:00:00Z');
    const alone = members.filter(({ person }) => person !== people.chair);
    expect(await child.ask({ as: people.chair, event: 'panelOpened', body: { present: alone } })).toMatchObject({
      refusal: { rules: [{ rule: 'youthJusticeVoiceIsPresent' }, { rule: 'victimInputIsRecorded' }] },
    });
    expect((await child.go(people.chair, 'panelOpened', { present: members, victimInput: true })).state).toBe('atPanel');
  });

  it('is called for people of the directory, each once, and lists cases of its own service only', async () => {
    const child = await atList();
    const ask = (body: object) => child.ask({ as: people.coordinator, event: 'caseListed', body });
    expect(await ask({ meeting: child.reference })).toMatchObject({
      refusal: { faults: [{ pointer: '/meeting', code: 'uuid' }] },
    });
    expect(await ask({ meeting: '00000000-0000-4000-8000-0000000000aa' })).toMatchObject({
      refusal: { faults: [{ pointer: '/meeting', code: 'meetingUnknown' }] },
    });
    const meeting = await calledMeeting(world, '2026-12-01T10:00:00Z');
    world.goTo('2026-12-02T10:00:00Z');
    expect(await ask({ meeting })).toMatchObject({ refusal: { faults: [{ pointer: '/meeting', code: 'meetingPast' }] } });
    await expect(calledMeeting(world, '2026-12-10T10:00:00Z', [{ person: 'nobody@vale.test', role: 'chair' }])).rejects.toThrow(
      '"pointer":"/members/0/person","code":"personUnknown"',
    );
    await expect(calledMeeting(world, '2026-12-10T10:00:00Z', [panel[0], panel[0]])).rejects.toThrow('personTwice');
  });
});
