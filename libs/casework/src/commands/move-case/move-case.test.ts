import { type Json } from '#ledger';
import { PersonDirectory } from '#people';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { replayed } from '../../../../../test/world/replayed.js';
import { people, type WalkedCase, walkedCase } from '../../../../../test/world/walked-case.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';
import { MoveCase } from './move-case.command.js';

const allocation = { as: people.dutyManager, event: 'caseAllocated', body: { practitioner: people.practitioner } } as const;
const cardiff = 'duty-manager@cardiff.test';

describe('moving a case', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterAll(() => world.close());

  const fresh = async (number = 'R01'): Promise<WalkedCase> => walkedCase(world, await world.refer(world.ownReferral(number)));
  const refusalWithoutTrace = async (child: WalkedCase, asked: Parameters<WalkedCase['ask']>[0]) => {
    const [before, version] = [await world.rows(), await child.version()];
    const outcome = await child.ask(asked);
    expect([await world.rows(), await child.version()]).toEqual([before, version]);
    return outcome.ok ? null : outcome.refusal;
  };

  it('writes state, facts, clocks, event and notice at once, and answers with them', async () => {
    const child = await fresh();
    const version = await child.version();
    const moved = await child.go(allocation.as, allocation.event, allocation.body);
    const practitioner = await world.personId(people.practitioner);
    expect(moved).toMatchObject({
      reference: child.reference,
      state: 'awaitingAssessment',
      version: version + 1,
      event: { seq: version + 1, type: 'caseAllocated', at: '2026-11-24T09:00:00.000Z' },
    });
    const [row] = await world.sql<{ state: string; facts: { practitioner: string }; hash: string; next: string }>(
      `select s.state, s.facts, s.next_due_on::text as next, encode(e.hash, 'hex') as hash from teg.stream s join teg.event e on e.stream = s.id and e.seq = s.version where s.reference = $1`,
      [child.reference],
    );
    expect([row?.state, row?.facts.practitioner, row?.hash, row?.next]).toEqual([
      'awaitingAssessment',
      practitioner,
      moved.event.hash,
      moved.clocks[0]?.dueOn,
    ]);
    const [payload] = await world.sql<{ body: object }>(
      'select y.body from teg.payload y join teg.stream s on s.id = y.stream and s.version = y.seq where s.reference = $1',
      [child.reference],
    );
    expect(payload?.body).toMatchObject({
      event: { practitioner },
      state: 'awaitingAssessment',
      clocks: {
        started: [{ kind: 'assessment', run: 1, anchorOn: '2026-11-23', dueOn: '2026-12-07', policy: 'assessment/1' }],
        stopped: [{ kind: 'allocation', how: 'met' }],
      },
    });
    expect(
      await world.sql(
        'select room, role, code from teg.inbox n join teg.stream s on s.id = n.stream and s.version = n.seq where s.reference = $1',
        [child.reference],
      ),
    ).toEqual([{ room: 'yjs:vale', role: 'practitioner', code: 'awaitingAssessment' }]);
    expect(await replayed(world, child.reference)).toEqual({
      fromEvents: expect.anything() as unknown,
      fromRow: expect.objectContaining({ state: 'awaitingAssessment' }) as unknown,
    });
  });

  it('tells each person what is theirs to do next, open or closed, and where', async () => {
    const child = await fresh();
    const moved = await child.go(allocation.as, allocation.event, allocation.body);
    expect(moved.next.map(({ event }) => event)).not.toContain('assessmentCompleted');
    const { next } = await child.go(people.practitioner, 'assessmentCompleted', {
      document: await child.paper(people.practitioner, 'assessment'),
    });
    expect(next.find(({ event }) => event === 'agencyInformationRequested')).toEqual({
      event: 'agencyInformationRequested',
      href: `/api/cases/${child.reference}/agency-information-requested`,
      open: true,
      schema:
        '/openapi.json#/paths/~1api~1cases~1{reference}~1agency-information-requested/post/requestBody/content/application~1json/schema',
    });
  });

  it('refuses who may not, who does not see it, and who read something older, and leaves no trace', async () => {
    const child = await fresh();
    expect(await refusalWithoutTrace(child, { ...allocation, as: people.practitioner })).toEqual({ because: 'notYours' });
    expect(await refusalWithoutTrace(child, { ...allocation, as: cardiff })).toEqual({ because: 'notFound' });
    expect(await refusalWithoutTrace(child, { ...allocation, expect: 1 })).toEqual({ because: 'stale' });
    expect(await refusalWithoutTrace(child, { ...allocation, expect: null })).toEqual({ because: 'matchMissing' });
  });

  it('reads the whole body before it says what is wrong with it', async () => {
    const child = await fresh();
    const fault = async (body: object) => (await refusalWithoutTrace(child, { ...allocation, body }))?.faults;
    expect(await fault({})).toEqual([{ pointer: '/practitioner', code: 'missing' }]);
    expect(await fault({ practitioner: people.practitioner, note: 'x' })).toEqual([{ pointer: '/note', code: 'unknownField' }]);
    expect(await fault({ practitioner: 'nobody@vale.test' })).toEqual([{ pointer: '/practitioner', code: 'personUnknown' }]);
    expect(await fault({ practitioner: people.teamManager })).toEqual([
      { pointer: '/practitioner', code: 'personNotPractitioner' },
    ]);
    expect(await fault({ practitioner: 'practitioner@cardiff.test' })).toEqual([
      { pointer: '/practitioner', code: 'personNotPractitioner' },
    ]);
    const returned = {
      as: people.dutyManager,
      event: 'referralReturned',
      body: { missing: ['/notice/child/date_of_birth', '/her name is Carys'], reason: ' ' },
    } as const;
    expect((await refusalWithoutTrace(child, returned))?.faults).toEqual([
      { pointer: '/reason', code: 'text', values: { min: 1, max: 8000 } },
    ]);
    expect(
      (await refusalWithoutTrace(child, { ...returned, body: { ...returned.body, reason: 'Not readable.' } }))?.faults,
    ).toEqual([{ pointer: '/missing/1', code: 'pointerUnknown' }]);
    await child.go(allocation.as, allocation.event, allocation.body);
    expect(
      (
        await refusalWithoutTrace(child, {
          as: people.practitioner,
          event: 'assessmentCompleted',
          body: { document: '00000000-0000-4000-8000-0000000000aa' },
        })
      )?.faults,
    ).toEqual([{ pointer: '/document', code: 'documentUnknown' }]);
  });

  it('answers a repeated key again with what it did, another body with a refusal, and forgets what was refused', async () => {
    const child = await fresh();
    const asked = { ...allocation, key: `allocate ${child.reference}`.replace(' ', '-'), expect: await child.version() };
    expect(await child.ask({ ...asked, expect: 1 })).toMatchObject({ ok: false, refusal: { because: 'stale' } });
    const [first, second] = [await child.ask(asked), await child.ask(asked)];
    expect([first.ok && first.isReplay, second.ok && second.isReplay]).toEqual([false, true]);
    expect(second.ok && first.ok && second.value).toEqual(first.ok && first.value);
    expect(await child.ask({ ...asked, body: { practitioner: 'practitioner-2@vale.test' } })).toMatchObject({
      ok: false,
      refusal: { because: 'keyReused' },
    });
    // The case has gone on: the repeat still says what was done then.
    await child.go(people.practitioner, 'assessmentCompleted', {
      document: await child.paper(people.practitioner, 'assessment'),
    });
    expect(await child.ask(asked)).toMatchObject({
      ok: true,
      isReplay: true,
      value: { state: 'awaitingAssessment', event: first.ok ? first.value.event : {} },
    });
  });

  it('lets one of two who decide at once through', async () => {
    const child = await fresh();
    const expected = await child.version();
    const both = await Promise.all(
      ['practitioner@vale.test', 'practitioner-2@vale.test'].map((practitioner) =>
        child.ask({ ...allocation, body: { practitioner }, expect: expected }),
      ),
    );
    expect(both.map((outcome) => (outcome.ok ? 'done' : outcome.refusal.because)).sort()).toEqual(['done', 'stale']);
  });

  it('knows no event that comes by another way, and no street notice on a pathway', async () => {
    const child = await fresh();
    const command = new MoveCase(world.ledger, new MoveLookup(world.reader, new PersonDirectory(world.reader)));
    const order = { reference: child.reference, event: 'policeFileReceived', body: {} as Json } as const;
    expect(await command.run(await world.personId(people.supervisor), order)).toEqual({
      ok: false,
      refusal: { because: 'notFound' },
    });
    world.goTo('2026-12-10T10:00:00Z');
    const street = await fresh('R15');
    expect(await refusalWithoutTrace(street, allocation)).toEqual({ because: 'notNow', possible: [] });
    world.goTo('2026-11-24T09:00:00Z');
  });

  it('keeps the words of a body in a document and its codes in the event', async () => {
    const child = await fresh();
    await child.go(people.dutyManager, 'divertedAtTriage', {
      to: 'the football club in Barry',
      screen: { careExperienced: false, by: 'seconded officer' },
      reason: 'Very small.',
    });
    const [row] = await world.sql<{ event: object; paper: object; kind: string; view: string }>(
      `select y.body -> 'event' as event, d.body as paper, d.kind, d.view from teg.stream s join teg.payload y on y.stream = s.id and y.seq = s.version
         join teg.document d on d.stream = s.id and d.seq = s.version where s.reference = $1`,
      [child.reference],
    );
    expect(row).toMatchObject({
      kind: 'reasons',
      view: 'everyone',
      paper: { event: 'divertedAtTriage', to: 'the football club in Barry', reason: 'Very small.' },
    });
    expect(row?.event).toEqual({
      to: 'inPaper',
      isCareExperienced: false,
      screenedBy: await world.personId(people.dutyManager),
      reasonsRecorded: true,
    });
  });
});
