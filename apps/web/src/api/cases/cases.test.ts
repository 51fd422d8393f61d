import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';
import { aReferral, saying, type SentReferral } from '../../../../../test/world/referrals.js';

const sergeant = 'custody-sergeant@south-wales-police.test';
const manager = 'duty-manager@vale.test';

type Shown = {
  facts: { [fact: string]: unknown };
  clocks: { kind: string }[];
  next: { event: string; href: string; open: boolean; schema: string }[];
  items: { reference: string; nextDueOn: string; kind: string; title: string; version: number; document: string; hash: string }[];
  total: number;
  body: unknown;
  incident: unknown;
};

describe('a case', () => {
  let world: WebWorld;
  let made = 0;
  /** Sets case time; the computer's stays, for a token is judged by it. */
  const goTo = (instant: string) =>
    world.sql(
      'insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now()) on conflict (is_the_one) do update set ahead_ms = excluded.ahead_ms',
      [Math.round(Date.parse(instant) - Date.now())],
    );
  const own = (number = 'R13'): SentReferral => {
    made += 1;
    return saying(saying(aReferral(number), 'notice.child.family_name', `Enw-${made}`), 'notice.incident_ref', `INC/${made}`);
  };
  const refer = async (body: object, email = sergeant): Promise<string> =>
    ((await (await world.as(email)).post('/api/referrals', body).expect(201)).body as { reference: string }).reference;
  const get = async (email: string, path: string) => (await (await world.as(email)).get(path).expect(200)).body as Shown;

  beforeAll(async () => {
    world = await webWorld();
    await goTo('2026-12-10T12:00:00Z');
  });
  afterAll(() => world.close());

  it('is there, with its history, its papers and its child, when the clock that dated it is set back', async () => {
    await goTo('2026-12-19T12:00:00Z');
    const reference = await refer(saying(own('R01'), 'received_at', '2026-12-19T11:00:00Z'));
    const written = await get(manager, `/api/cases/${reference}/events`);
    await goTo('2026-12-10T12:00:00Z');
    expect(await get(manager, `/api/cases/${reference}/events`)).toEqual(written);
    const { items } = await get(manager, `/api/cases/${reference}/documents`);
    expect(items.map(({ kind }) => kind)).toEqual(['notice', 'policeFile']);
    expect(items.map(({ title }) => title)).toEqual(['Notice of the referral', 'Police file']);
    expect((await get(manager, `/api/cases/${reference}/documents/${items[0]?.document}`)).body).toBeDefined();
    expect(await get(manager, `/api/cases/${reference}`)).toMatchObject({ child: { reference: `${reference}-C` } });
    // Whoever asks for a moment is told what was dated by then.
    await (await world.as(manager)).get(`/api/cases/${reference}/events?as-at=2026-12-10T11:00:00Z`).expect(404);
  });

  it('shows who it is about, what it waits for and what may come next for the reader', async () => {
    const body = own('R07');
    saying(body, 'received_at', '2026-12-09T10:00:00Z');
    saying(saying(body, 'notice.interview.at', '2026-12-08T10:00:00Z'), 'notice.arrested_on', '2026-12-08');
    saying(saying(body, 'notice.offences.0.offence_date', '2026-12-08'), 'police_file.bail.start', '2026-12-08');
    saying(saying(body, 'police_file.evidence_test.at', '2026-12-09T09:00:00Z'), 'police_file.previous_outcomes', []);
    const reference = await refer(body);
    const answer = await (await world.as(manager)).get(`/api/cases/${reference}`).expect(200);
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.body).toMatchObject({
      reference,
      state: 'awaitingAllocation',
      area: 'vale',
      pathway: { name: 'vale-oocd', version: 1 },
      child: { reference: `${reference}-C`, givenName: 'Dylan', bornOn: '2011-05-06', age: 15, identity: { isConfirmed: true } },
      incident: { others: [], elsewhere: 0 },
      victims: [{ number: 'V1', hasEnhancedRights: false }],
      facts: { policeFile: true, admissionNoted: 'FULL' },
      particulars: { ageAtReceipt: 15, mostSeriousTrialClass: 'either-way' },
    });
    const { next } = answer.body as Shown;
    expect(next.find(({ event }) => event === 'caseAllocated')).toEqual({
      event: 'caseAllocated',
      href: `/api/cases/${reference}/case-allocated`,
      open: true,
      schema: '/openapi.json#/paths/~1api~1cases~1{reference}~1case-allocated/post/requestBody/content/application~1json/schema',
    });
    expect(JSON.stringify(answer.body)).not.toContain('understand the effect');
    const referrer = await get(sergeant, `/api/referrals/${reference}`);
    expect(referrer.next.map(({ event }) => event)).not.toContain('caseAllocated');
  });

  it('links an incident, and shows each reader only their own', async () => {
    const [one, two, three] = [own('R13'), own('R13'), own('R13')];
    saying(two, 'notice.incident_ref', one.notice['incident_ref']);
    saying(saying(three, 'notice.incident_ref', one.notice['incident_ref']), 'notice.home_local_authority', 'Cardiff');
    const [first, second] = [await refer(one), await refer(two), await refer(three)];
    expect((await get(manager, `/api/cases/${first}`)).incident).toEqual({
      reference: one.notice['incident_ref'],
      others: [second],
      elsewhere: 1,
    });
  });

  it('is told as it stood at an instant: state, version, clocks, papers, events', async () => {
    const { notice, police_file } = own('R13');
    await goTo('2026-12-14T09:00:00Z');
    const reference = await refer({ received_at: '2026-12-14T09:00:00Z', notice });
    await goTo('2026-12-15T09:00:00Z');
    await (await world.as(sergeant)).put(`/api/referrals/${reference}/police-file`, police_file).expect(200);
    await goTo('2026-12-16T09:00:00Z');
    await (
      await world.as(sergeant)
    )
      .put(`/api/referrals/${reference}/police-file`, saying(police_file, 'circumstances', 'Told anew.'))
      .expect(200);
    const at = async (path: string, asAt: string) => get(manager, `/api/cases/${reference}${path}?as-at=${asAt}`);
    const kinds = ({ clocks }: Shown) => clocks.map(({ kind }) => kind).sort();

    const before = await at('', '2026-12-14T12:00:00Z');
    expect(before).toMatchObject({ version: 1, state: 'awaitingAllocation', next: [], facts: { bornOn: '2011-08-08' } });
    expect(before.facts['policeFile']).toBeUndefined();
    expect(kinds(before)).toContain('policeFile');
    const after = await at('', '2026-12-15T12:00:00%2B00:00');
    expect(after).toMatchObject({ version: 2, facts: { policeFile: true } });
    expect(kinds(after)).not.toContain('policeFile');
    const now = await get(manager, `/api/cases/${reference}`);
    const asNow = await at('', '2026-12-16T09:30:00Z').catch(() => null);
    expect(asNow).toBeNull();
    await goTo('2026-12-16T10:00:00Z');
    const { clocks, facts, incident } = now;
    expect(await at('', '2026-12-16T09:30:00Z')).toMatchObject({ clocks, facts, incident, version: 3 });

    const papers = async (asAt: string) => (await at('/documents', asAt)).items.map(({ kind, version }) => `${kind} ${version}`);
    expect(await papers('2026-12-14T12:00:00Z')).toEqual(['notice 1']);
    expect(await papers('2026-12-15T12:00:00Z')).toEqual(['notice 1', 'policeFile 1']);
    expect(await papers('2026-12-16T09:30:00Z')).toEqual(['notice 1', 'policeFile 1', 'policeFile 2']);
    expect((await at('/events', '2026-12-15T12:00:00Z')).total).toBe(2);
    await (await world.as(manager)).get(`/api/cases/${reference}?as-at=2026-12-14T08:59:59Z`).expect(404);
    await (await world.as(manager)).get(`/api/cases/${reference}?as-at=2026-12-17T00:00:00Z`).expect(400);
  });

  it('keeps its history: who, when, what, by which law', async () => {
    const reference = await refer(own());
    const { items, total } = await get(manager, `/api/cases/${reference}/events?size=1&page=2`);
    expect(total).toBe(2);
    expect(items).toEqual([
      expect.objectContaining({
        seq: 2,
        type: 'policeFileReceived',
        by: { email: sergeant, organisation: 'south-wales-police' },
        state: 'awaitingAllocation',
      }),
    ]);
    await (await world.as(manager)).get(`/api/cases/${reference}/events?size=0`).expect(400);
  });

  it('gives back what came in, and a victim’s part to nobody on this side of the wall', async () => {
    const body = own('R13');
    const reference = await refer(body);
    const { items } = await get(manager, `/api/cases/${reference}/documents`);
    const paper = async (kind: string) =>
      get(manager, `/api/cases/${reference}/documents/${items.find((item) => item.kind === kind)?.document}`);
    expect((await paper('notice')).body).toEqual(body.notice);
    expect((await paper('policeFile')).body).toEqual({ ...body.police_file, victims: [{ ref: 'V1' }] });
  });

  it('is listed for its service and its team, those due first at the top, page by page', async () => {
    const list = await get(manager, '/api/cases?size=3');
    expect(list.total).toBeGreaterThan(3);
    expect(list.items).toHaveLength(3);
    const days = list.items.map(({ nextDueOn }) => nextDueOn);
    expect([...days].sort()).toEqual(days);
    const second = await get(manager, '/api/cases?size=3&page=2');
    expect(second.items.map(({ reference }) => reference)).not.toContain(list.items[0]?.reference);
    expect((await get(sergeant, '/api/cases')).total).toBeGreaterThanOrEqual(list.total);
    expect((await get('referring-supervisor@south-wales-police.test', '/api/cases')).total).toBe(0);
    expect((await get('duty-manager@cardiff.test', '/api/cases')).total).toBe(1);
    await (await world.as(manager)).get('/api/cases?area=cardiff').expect(404);
    await (await world.as('auditor@vale.test')).get('/api/cases').expect(403);
  });

  it('of another area is not there, and looking is on record', async () => {
    const reference = await refer(own());
    await (await world.as('duty-manager@cardiff.test')).get(`/api/cases/${reference}`).expect(404);
    await get(manager, `/api/cases/${reference}`);
    const log = await world.sql('select what, refused from teg.access_log where reference = $1 order by id', [reference]);
    expect(log).toEqual([
      { what: 'seeCase', refused: 'notFound' },
      { what: 'seeCase', refused: null },
    ]);
  });
});
