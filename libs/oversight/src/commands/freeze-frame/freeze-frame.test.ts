import { type Instant } from '#calendar';
import { type NewDocument } from '#ledger';
import { type DrawFrame, readFrame } from '#proof';
import { type DecidedCase, decided, plantCases } from '../../../../../test/world/decided-cases.js';
import { done, type ScrutinyWorld, scrutinyWorld, usualOrder } from '../../../../../test/world/scrutiny.js';

const area = 'test-service';
const inWindow: Instant = '2026-09-15T12:00:00.000Z';
const received = { type: 'referralReceived', at: '2026-08-01T10:00:00.000Z' } as const;
const happened = (
  reference: string,
  events: DecidedCase['events'],
  known: NonNullable<DecidedCase['known']> = { outcome: 'yrd' },
): DecidedCase => ({ reference, area, events: [received, ...events], known });
const policeFile = (sex: string): NewDocument => ({
  id: '00000000-0000-4000-8000-0000000000d1',
  version: 1,
  kind: 'policeFile',
  view: 'everyone',
  body: { sex },
});

describe('the frame of a draw', () => {
  let world: ScrutinyWorld;
  beforeEach(async () => {
    world = await scrutinyWorld();
  });
  afterEach(() => world.close());

  const plant = async (cases: readonly DecidedCase[], then: Instant = '2026-11-02T09:00:00.000Z') => {
    await plantCases(world, cases);
    world.setTime(then);
  };
  const frameOf = async (reference: string): Promise<DrawFrame> => {
    done(await world.commands.freeze.run(world.lead, reference));
    const { rows } = await world.admin.query<{ file: Buffer }>(
      "select d.file from teg.document d join teg.stream s on s.id = d.stream where s.reference = $1 and d.kind = 'drawFrame' order by d.seq desc limit 1",
      [reference],
    );
    const frame = readFrame(rows[0]?.file.toString('utf8') ?? '');
    if (!frame) throw new Error('no frame');
    return frame;
  };
  const referencesOf = ({ cases }: DrawFrame) => cases.map(({ reference }) => reference);
  const leftOut = ({ excluded }: DrawFrame) => excluded.map(({ reference, reason }) => `${reference} ${reason}`);

  it('takes a case by the day of the police decision in London, on both edges of the window', async () => {
    await plant([
      decided('TS-BEFORE', area, '2026-08-31T22:59:59.999Z'),
      decided('TS-FIRST', area, '2026-08-31T23:00:00.000Z'),
      decided('TS-LAST', area, '2026-10-31T23:59:59.999Z'),
      decided('TS-AFTER', area, '2026-11-01T00:00:00.000Z'),
      decided('CF-ELSEWHERE', 'cardiff', inWindow),
    ]);
    const frame = await frameOf(await world.committed({}));
    expect([referencesOf(frame), leftOut(frame)]).toEqual([['TS-FIRST', 'TS-LAST'], []]);
  });

  it('takes in what was decided after a panel said no further action, after an escalation, after a departure, late, and afresh', async () => {
    await plant([
      happened('TS-NFA', [{ type: 'nfaConfirmed', at: inWindow }], { outcome: 'nfa' }),
      happened('TS-ESCALATED', [{ type: 'escalationDecided', at: inWindow, state: 'awaitingPlanAgreement' }]),
      happened('TS-DEPARTED', [
        { type: 'policeDecisionDeparted', at: '2026-08-20T09:00:00.000Z' },
        { type: 'departureStands', at: inWindow },
      ]),
      happened('TS-LATE', [{ type: 'policeDecisionConfirmed', at: inWindow }]),
      happened('TS-AFRESH', [{ type: 'decisionTakenAfresh', at: inWindow }]),
    ]);
    expect(referencesOf(await frameOf(await world.committed({})))).toEqual([
      'TS-AFRESH',
      'TS-DEPARTED',
      'TS-ESCALATED',
      'TS-LATE',
      'TS-NFA',
    ]);
  });

  it('counts an escalation only where the sergeant could decide: else the police decision is still to come', async () => {
    const escalated = { type: 'escalationDecided', at: inWindow, state: 'awaitingPoliceDecision' } as const;
    await plant([
      happened('TS-WAITS', [escalated]),
      happened('TS-LATER', [escalated, { type: 'policeDecisionConfirmed', at: '2026-11-01T09:00:00.000Z' }]),
    ]);
    expect(referencesOf(await frameOf(await world.committed({})))).toEqual([]);
  });

  it('gives a case to the window of its first decision, whatever is decided afresh later', async () => {
    await plant([
      happened('TS-AGAIN', [
        { type: 'policeDecisionConfirmed', at: '2026-08-20T09:00:00.000Z' },
        { type: 'decisionReopened', at: '2026-08-25T09:00:00.000Z' },
        { type: 'decisionTakenAfresh', at: inWindow },
      ]),
    ]);
    expect(referencesOf(await frameOf(await world.committed({})))).toEqual([]);
    expect(referencesOf(await frameOf(await world.committed({ window: { first: '2026-07-01', last: '2026-08-31' } })))).toEqual([
      'TS-AGAIN',
    ]);
  });

  it('judges by what was decided then: a decision out of court counts though the case went to court later, and one for court does not hide a later one', async () => {
    await plant([
      happened(
        'TS-FAILED',
        [
          { type: 'policeDecisionConfirmed', at: inWindow },
          { type: 'decisionTakenAfresh', at: inWindow, state: 'awaitingCharge' },
        ],
        { outcome: 'court' },
      ),
      happened('TS-BACK', [
        { type: 'departureStands', at: '2026-08-20T09:00:00.000Z', state: 'awaitingCharge' },
        { type: 'returnedForOutOfCourt', at: '2026-08-25T09:00:00.000Z' },
        { type: 'decisionTakenAfresh', at: inWindow },
      ]),
    ]);
    const frame = await frameOf(await world.committed({}));
    expect([referencesOf(frame), leftOut(frame)]).toEqual([['TS-BACK', 'TS-FAILED'], []]);
    expect(await frameOf(await world.committed({ window: { first: '2026-07-01', last: '2026-08-31' } }))).toMatchObject({
      cases: [],
      excluded: [],
    });
  });

  it('leaves out nothing in silence: each case that does not qualify is listed with the code of its reason', async () => {
    await plant([
      happened('TS-COURT', [{ type: 'departureStands', at: inWindow, state: 'awaitingCharge' }], { outcome: 'court' }),
      happened('TS-CHARGED', [{ type: 'chargeRecorded', at: inWindow, state: 'closed' }], { outcome: 'court' }),
      happened('TS-DIVERTED', [{ type: 'divertedAtTriage', at: inWindow }], { ending: 'diverted' }),
      happened('TS-WITHDRAWN', [{ type: 'caseWithdrawn', at: inWindow }], { ending: 'withdrawn' }),
      happened('TS-DIED', [{ type: 'childDied', at: inWindow }], { ending: 'died' }),
      happened('TS-MERGED', [{ type: 'referralsMerged', at: inWindow }], { ending: 'merged' }),
      happened('TS-KEPT', [{ type: 'referralsMerged', at: inWindow }], {}),
      happened(
        'TS-THEN',
        [
          { type: 'policeDecisionConfirmed', at: inWindow },
          { type: 'caseWithdrawn', at: inWindow },
        ],
        { outcome: 'yc', ending: 'withdrawn' },
      ),
    ]);
    const frame = await frameOf(await world.committed({}));
    expect(referencesOf(frame)).toEqual(['TS-THEN']);
    expect(leftOut(frame)).toEqual([
      'TS-CHARGED sentToCourt',
      'TS-COURT sentToCourt',
      // A child's death is told to nobody who reads a published list.
      'TS-DIED endedUndecided',
      'TS-DIVERTED divertedAtTriage',
      'TS-MERGED merged',
      'TS-WITHDRAWN endedUndecided',
    ]);
  });

  it.each([
    ['driving', { known: { outcome: 'yrd', offences: [{ code: 'RT88191', on: '2026-08-01' }] } }],
    ['lookedAfter', { known: { outcome: 'yrd', careStatus: 'LOOKED_AFTER' } }],
    ['girls', { documents: [policeFile('2')] }],
    ['late', { isPanelLate: true }],
  ])('of the theme %s lists every other case as not of the theme', async (theme, more) => {
    await plant([
      decided('TS-OF-IT', area, inWindow, more),
      decided('TS-OTHER', area, inWindow, { documents: [policeFile('1')] }),
    ]);
    const frame = await frameOf(await world.committed({ theme }));
    expect([referencesOf(frame), leftOut(frame)]).toEqual([['TS-OF-IT'], ['TS-OTHER notOfTheme']]);
  });

  it('loses nobody who is decided after a window was frozen before its end: they come into the next frame, once', async () => {
    await plant([decided('TS-1', area, inWindow)], '2026-10-20T09:00:00.000Z');
    const early = await world.committed({});
    expect(referencesOf(await frameOf(early))).toEqual(['TS-1']);
    await plant(
      [decided('TS-2', area, '2026-10-29T12:00:00.000Z'), decided('TS-3', area, '2026-11-03T12:00:00.000Z')],
      '2027-01-04T09:00:00.000Z',
    );
    const next = await world.committed({ window: { first: '2026-11-01', last: '2026-12-31' } });
    expect(referencesOf(await frameOf(next))).toEqual(['TS-2', 'TS-3']);
    world.setTime('2027-03-02T09:00:00.000Z');
    expect(referencesOf(await frameOf(await world.committed({ window: { first: '2027-01-01', last: '2027-02-28' } })))).toEqual(
      [],
    );
  });

  it('waits for the list of a service that does not run Teg, and takes it until it is frozen', async () => {
    const services = [
      { service: area, n: 3 },
      { service: 'gwent', n: 3 },
    ];
    const reference = await world.committed({ services });
    expect(await world.commands.freeze.run(world.lead, reference)).toMatchObject({
      ok: false,
      refusal: { because: 'notNow', code: 'listMissing', faults: [{ values: { service: 'gwent' } }] },
    });
    const deliver = (service: string, text: string) =>
      world.commands.deliver.run(world.lead, reference, { service, bytes: Buffer.from(text) });
    expect(await deliver('dyfed', 'X-1')).toMatchObject({
      ok: false,
      refusal: { faults: [{ pointer: '/service', code: 'serviceNotPlanned' }] },
    });
    expect(await deliver('gwent', 'Ellie Testley')).toMatchObject({
      ok: false,
      refusal: { faults: [{ pointer: '', code: 'listLine', values: { line: 1 } }] },
    });
    done(await deliver('gwent', 'GW-1\n'));
    done(await deliver('gwent', 'GW-1\nGW-2\n'));
    const frame = await frameOf(reference);
    expect(referencesOf(frame)).toEqual(['GW-1', 'GW-2']);
    expect(frame.lists).toHaveLength(1);
    expect(await deliver('gwent', 'GW-3\n')).toMatchObject({ ok: false, refusal: { because: 'notNow' } });
    const kept = await world.admin.query("select version from teg.document where kind = 'drawList' order by version");
    expect(kept.rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('refuses a reference that two services name', async () => {
    await plant([decided('TS-1', area, inWindow)]);
    const services = [
      { service: area, n: 3 },
      { service: 'gwent', n: 3 },
    ];
    const reference = await world.committed({ services, lists: [{ service: 'gwent', bytes: Buffer.from('TS-1\n') }] });
    expect(await world.commands.freeze.run(world.lead, reference)).toMatchObject({
      ok: false,
      refusal: { because: 'notNow', code: 'referenceTwice' },
    });
  });

  it('is read by a scrutiny lead alone: the database itself gives it to nobody else', async () => {
    await plant([decided('TS-1', area, inWindow)]);
    const chair = await world.admit({ roles: ['chair', 'headOfService'], rooms: [`yjs:${area}`] });
    const ask = (person: string) =>
      world.reader.aside(person, (query) =>
        query("select * from teg.draw_frame($1, '2026-09-01', '2026-10-31', 'none', '{}')", [[area]]),
      );
    for (const person of [chair, world.member]) await expect(ask(person)).rejects.toMatchObject({ code: '42501' });
    expect(await ask(world.lead)).toEqual([{ service: area, reference: 'TS-1', reason: null }]);
    await expect(
      world.reader.outside("select * from teg.draw_frame($1, '2026-09-01', '2026-10-31', 'none', '{}')", [[area]]),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('gives the lead references and codes, and no case', async () => {
    await plant([decided('TS-1', area, inWindow)]);
    const seen = await world.reader.aside(world.lead, (query) => query("select * from teg.stream where kind = 'case'"));
    expect(seen).toEqual([]);
    const { rows } = await world.admin.query('select what, reference from teg.access_log where person = $1', [world.lead]);
    expect(rows).toEqual([]);
    const reference = await world.committed({});
    done(await world.commands.freeze.run(world.lead, reference));
    const noted = await world.admin.query('select what, reference from teg.access_log where person = $1', [world.lead]);
    expect(noted.rows).toEqual([{ what: 'freezeDraw', reference }]);
  });
});

describe('the order of the steps', () => {
  let world: ScrutinyWorld;
  beforeAll(async () => {
    world = await scrutinyWorld();
  });
  afterAll(() => world.close());
  const refusal = (outcome: { ok: boolean; refusal?: { because: string; possible?: readonly string[]; other?: string } }) =>
    outcome.ok ? 'done' : outcome.refusal;

  it('is kept: each step is refused before its time, says what is possible, and leaves no trace', async () => {
    const { commands, lead, body } = world;
    const planned = done(await commands.plan.run(lead, body, usualOrder)).reference;
    const count = async () => (await world.admin.query<{ count: string }>('select count(*) from teg.event')).rows[0]?.count;
    const before = await count();
    expect(refusal(await commands.freeze.run(lead, planned))).toEqual({ because: 'notNow', possible: [] });
    expect(refusal(await commands.giveText.run(lead, planned, 'a'))).toEqual({ because: 'notNow', possible: [] });
    expect(await count()).toBe(before);
    done(await commands.carryOn.run(planned));
    expect(refusal(await commands.giveText.run(lead, planned, 'a'))).toEqual({
      because: 'notNow',
      possible: ['listDelivered', 'frameFrozen', 'redrawOrdered'],
    });
    expect(refusal(await commands.takeReserve.run(lead, planned, { service: body, out: 'x', reason: 'x' }))).toMatchObject({
      because: 'notNow',
    });
    expect(refusal(await commands.carryOn.run(planned))).toEqual({ because: 'notNow' });
    done(await commands.freeze.run(lead, planned));
    expect(refusal(await commands.freeze.run(lead, planned))).toEqual({
      because: 'notNow',
      possible: ['textGiven', 'redrawOrdered'],
    });
    expect(refusal(await commands.giveText.run(lead, planned, ' a '))).toMatchObject({
      because: 'invalid',
      faults: [{ pointer: '/text', code: 'leadText' }],
    });
    done(await commands.giveText.run(lead, planned, 'a'));
    expect(refusal(await commands.giveText.run(lead, planned, 'b'))).toEqual({ because: 'notNow', possible: [] });
    expect(refusal(await commands.redraw.run(lead, planned, { reason: 'because' }))).toEqual({ because: 'notNow', possible: [] });
  });

  it('is not gone round by planning again: the same days of a service, or some of them, are a duplicate', async () => {
    const { commands, lead, body } = world;
    const again = (change: object) => commands.plan.run(lead, body, { ...usualOrder, ...change });
    for (const change of [{}, { services: [{ service: body, n: 9 }] }, { window: { first: '2026-10-31', last: '2026-11-30' } }])
      expect(refusal(await again(change))).toMatchObject({ because: 'duplicate', other: expect.stringMatching(/^DR-/) });
    expect(refusal(await again({ theme: 'late' }))).toBe('done');
    expect(refusal(await again({ window: { first: '2026-11-01', last: '2026-12-31' } }))).toBe('done');
  });

  it('is one for each body: a lead of another body, and anybody who is no lead, is refused', async () => {
    const { commands, body, outsider, member, lead } = world;
    const other = { ...usualOrder, window: { first: '2026-07-01', last: '2026-08-31' } };
    const practitioner = await world.admit({
      roles: ['practitioner', 'headOfService'],
      rooms: [`yjs:${body}`, `oversight:${body}`],
    });
    for (const person of [outsider, member, practitioner])
      expect(refusal(await commands.plan.run(person, body, other))).toEqual({ because: 'notYours' });
    expect(refusal(await commands.plan.run(lead, 'another-body', other))).toEqual({ because: 'notYours' });
    const reference = await world.committed(other);
    for (const person of [member, practitioner])
      expect(refusal(await commands.freeze.run(person, reference))).toEqual({ because: 'notYours' });
    expect(refusal(await commands.freeze.run(outsider, reference))).toEqual({ because: 'notFound' });
    done(await commands.freeze.run(lead, reference));
    for (const person of [member, practitioner])
      expect(refusal(await commands.giveText.run(person, reference, 'a'))).toEqual({ because: 'notYours' });
  });

  it.each([
    ['a window that ends before it begins', { window: { first: '2026-10-31', last: '2026-09-01' } }, '/window windowBackwards'],
    ['a window of more than a year', { window: { first: '2025-01-01', last: '2026-01-02' } }, '/window windowTooLong'],
    ['a day that does not exist', { window: { first: '2026-02-30', last: '2026-03-01' } }, '/window day'],
    ['no service', { services: [] }, '/services missing'],
    [
      'a service twice',
      {
        services: [
          { service: 'a', n: 1 },
          { service: 'a', n: 2 },
        ],
      },
      '/services/1/service serviceTwice',
    ],
    ['a service with a space', { services: [{ service: 'the vale', n: 1 }] }, '/services/0/service drawCode'],
    ['none to be drawn', { services: [{ service: 'a', n: 0 }] }, '/services/0/n whole'],
    ['a theme that nobody knows', { theme: 'boys' }, '/theme themeUnknown'],
    [
      'a list of a service that is not planned',
      { lists: [{ service: 'b', bytes: Buffer.from('') }] },
      '/lists/0/service serviceNotPlanned',
    ],
  ])('refuses a plan with %s', async (_, change, fault) => {
    const outcome = await world.commands.plan.run(world.lead, world.body, { ...usualOrder, ...change });
    if (outcome.ok) throw new Error('planned');
    expect(outcome.refusal.faults?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([fault]);
  });
});
