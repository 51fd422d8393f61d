import { type DrawFile, sha256hex, verifyDraw } from '#proof';
import { decided, plantCases } from '../../../../../test/world/decided-cases.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const lead = 'scrutiny-lead@south-wales-commissioner.test';
const member = 'scrutiny-member@south-wales-commissioner.test';
const window = { first: '2026-09-01', last: '2026-10-31' };
const plan = {
  window,
  services: [
    { service: 'vale', n: 3 },
    { service: 'gwent', n: 5 },
  ],
  theme: null,
  lists: [{ service: 'gwent', file: Buffer.from('GW-26-1\nGW-26-2,sentToCourt\n').toString('base64') }],
};
const hash = /^[0-9a-f]{64}$/;

describe('a draw through the API', () => {
  let world: WebWorld;
  let now: number;
  let reference: string;
  beforeAll(async () => {
    now = Date.parse('2026-11-02T09:00:00.000Z');
    world = await webWorld({ machineNow: () => now });
    const timed = { ledger: world.ledger, setTime: (at: string) => void (now = Date.parse(at)) };
    await plantCases(
      timed,
      Array.from({ length: 6 }, (_, n) => decided(`VG-26-${n}`, 'vale', `2026-09-1${n}T12:00:00.000Z`)),
    );
    now = Date.parse('2026-11-02T09:00:00.000Z');
  });
  afterAll(() => world.close());
  const secrets = async () =>
    (await world.sql<{ file: Buffer }>("select file from teg.document where kind = 'drawSecret'")).map(({ file }) =>
      file.toString(),
    );
  const file = async () =>
    JSON.parse((await (await world.as(null)).get(`/api/draws/${reference}/file`).expect(200)).text) as DrawFile;

  it('is planned: 201 with the hash of the plan and the commitment, which anybody may see at once', async () => {
    const answer = await (await world.as(lead)).post('/api/draws', plan).set('Idempotency-Key', 'round-1').expect(201);
    expect(answer.body).toEqual({
      reference: expect.stringMatching(/^DR-26-/),
      state: 'planned',
      plan_hash: expect.stringMatching(hash),
      commitment: expect.stringMatching(hash),
    });
    reference = answer.body.reference;
    expect(answer.headers['location']).toBe(`/api/draws/${reference}`);
    const { body } = await (await world.as(null)).get(`/api/draws/${reference}/commitment`).expect(200);
    expect(body).toMatchObject({
      reference,
      state: 'committed',
      oversight: 'south-wales-commissioner',
      window,
      commitment: answer.body.commitment,
      frame_hash: null,
      file: null,
    });
    expect(sha256hex(body.plan)).toBe(answer.body.plan_hash);
    const again = await (await world.as(lead)).post('/api/draws', plan).set('Idempotency-Key', 'round-1').expect(201);
    expect(again.body).toEqual(answer.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.headers['etag']).toBe(answer.headers['etag']);
  });

  it('keeps its secret from every address before the text, and there is no file', async () => {
    const [secret = 'none'] = await secrets();
    for (const email of [lead, member, 'auditor@vale.test', 'administrator@south-wales-commissioner.test', null]) {
      for (const path of ['', `/${reference}`, `/${reference}/commitment`, `/${reference}/file`, '/cadence']) {
        const answer = await (await world.as(email)).get(`/api/draws${path}`);
        expect([email, path, answer.text.includes(secret)]).toEqual([email, path, false]);
      }
    }
    const exported = await (
      await world.as('auditor@vale.test')
    )
      .get('/api/ledger/export')
      .expect(200)
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => done(null, text));
      });
    expect(exported.body).toContain('drawPlanned');
    expect(exported.body).not.toContain(secret);
    await (await world.as(null)).get(`/api/draws/${reference}/file`).expect(404);
    await (await world.as(lead)).get(`/api/draws/${reference}/file`).expect(404);
  });

  it('tells the lead what comes next, and refuses what does not', async () => {
    const { body, headers } = await (await world.as(lead)).get(`/api/draws/${reference}`).expect(200);
    expect(headers['etag']).toBe('"2"');
    expect(body).toMatchObject({
      state: 'committed',
      lists: [{ service: 'gwent' }],
      clocks: [{ kind: 'draw', day_zero: '2026-11-02', due_on: '2026-11-30', is_overdue: false }],
    });
    expect(body.next).toEqual([
      { event: 'listDelivered', says: 'Take in a list', href: `/api/draws/${reference}/lists` },
      { event: 'frameFrozen', says: 'Freeze the list of cases', href: `/api/draws/${reference}/freeze` },
      { event: 'redrawOrdered', says: 'Draw again, with a reason', href: `/api/draws/${reference}/redraw` },
    ]);
    const welsh = await (await world.as(lead)).get(`/api/draws/${reference}`).set('Accept-Language', 'cy').expect(200);
    expect(welsh.body.says).toMatch(/^Mae'r cynllun a'r gyfrinach/);
    const early = await (await world.as(lead)).post(`/api/draws/${reference}/text`, { text: 'a' }).expect(409);
    expect(early.body).toMatchObject({ because: 'notNow', possible: ['listDelivered', 'frameFrozen', 'redrawOrdered'] });
    await (await world.as(lead)).post(`/api/draws/${reference}/freeze`).set('If-Match', '"1"').expect(412);
  });

  it('is drawn by the oversight body alone: every other role is refused, by the table and by the command', async () => {
    const others = [
      'head-of-service@vale.test',
      'chair@vale.test',
      'inspector@south-wales-police.test',
      'performance-officer@vale.test',
      'administrator@vale.test',
      member,
      'auditor@south-wales-commissioner.test',
    ];
    for (const email of others) {
      const person = await world.as(email);
      await person.post('/api/draws', plan).expect(403);
      for (const step of ['freeze', 'redraw', 'take-reserve', 'lists', 'text'])
        await person.post(`/api/draws/${reference}/${step}`, {}).expect(403);
    }
    await (await world.as(null)).post('/api/draws', plan).expect(401);
    for (const email of ['head-of-service@vale.test', 'performance-officer@vale.test']) {
      await (await world.as(email)).get('/api/draws').expect(403);
      await (await world.as(email)).get(`/api/draws/${reference}`).expect(403);
      await (await world.as(email)).get(`/api/draws/${reference}/commitment`).expect(200);
    }
    await (await world.as(member)).get(`/api/draws/${reference}`).expect(200);
  });

  it('is frozen, and the hash of the frame is public before the text is given', async () => {
    now = Date.parse('2026-11-09T09:00:00.000Z');
    const { body } = await (await world.as(lead)).post(`/api/draws/${reference}/freeze`).expect(200);
    expect(body).toEqual({
      reference,
      state: 'frozen',
      frame_hash: expect.stringMatching(hash),
      services: [
        { service: 'vale', n: 3, cases: 6, excluded: 0, takes_all: false },
        { service: 'gwent', n: 5, cases: 1, excluded: 1, takes_all: true },
      ],
    });
    const notice = await (await world.as(null)).get(`/api/draws/${reference}/commitment`).expect(200);
    expect(notice.body.frame_hash).toBe(body.frame_hash);
  });

  it.each([
    ['no', ''],
    ['a space before the', ' a'],
    ['a second line in the', 'a\nb'],
    ['more than 1,000 characters of', 'x'.repeat(1001)],
  ])('refuses %s text', async (_, text) => {
    const answer = await (await world.as(lead)).post(`/api/draws/${reference}/text`, { text }).expect(400);
    expect(answer.body.faults[0].pointer).toBe('/text');
  });

  it('is drawn, revealed and published on the text, and anybody may fetch and verify the file', async () => {
    now = Date.parse('2026-11-10T14:30:00.000Z');
    const answer = await (
      await world.as(lead)
    )
      .post(`/api/draws/${reference}/text`, { text: 'Calon Lân “🎲”' })
      .set('Idempotency-Key', 'text-1')
      .expect(200);
    expect(answer.body).toEqual({ reference, state: 'published', file: `/api/draws/${reference}/file` });
    const fetched = await (await world.as(null)).get(`/api/draws/${reference}/file`).expect(200);
    expect(fetched.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(Object.keys(JSON.parse(fetched.text))).toEqual([
      'format',
      'plan',
      'commitment',
      'frame',
      'text',
      'secret',
      'picks',
      'reserves',
      'taken',
      'log',
    ]);
    expect(verifyDraw(fetched.text)).toMatchObject({ ok: true, complete: ['gwent'] });
    const kept = await world.sql<{ hash: string }>(
      "select encode(hash, 'hex') as hash from teg.document where kind = 'drawFile-1'",
    );
    expect(kept).toEqual([{ hash: sha256hex(fetched.text) }]);
    const replayed = await (
      await world.as(lead)
    )
      .post(`/api/draws/${reference}/text`, { text: 'Calon Lân “🎲”' })
      .set('Idempotency-Key', 'text-1')
      .expect(200);
    expect(replayed.headers['idempotent-replayed']).toBe('true');
    await (await world.as(lead)).post(`/api/draws/${reference}/text`, { text: 'another' }).expect(409);
  });

  it('with one character changed is found and named', async () => {
    const published = await file();
    expect(verifyDraw(JSON.stringify({ ...published, frame: published.frame.replace('VG-26-1', 'VG-26-9') }))).toEqual({
      ok: false,
      step: 'frame',
    });
  });

  it('takes a reserve with a published reason', async () => {
    const before = await file();
    const out = before.picks['vale']?.[1];
    const { body } = await (
      await world.as(lead)
    )
      .post(`/api/draws/${reference}/take-reserve`, { service: 'vale', out, reason: 'memberRecused' })
      .expect(200);
    expect(body).toEqual({ reference, service: 'vale', out, in: before.reserves['vale']?.[0], reason: 'memberRecused' });
    expect(verifyDraw(JSON.stringify(await file()))).toMatchObject({ ok: true });
    const wrong = await (
      await world.as(lead)
    )
      .post(`/api/draws/${reference}/take-reserve`, { service: 'vale', out, reason: 'memberRecused' })
      .set('Accept-Language', 'cy')
      .expect(400);
    expect(wrong.body.faults).toEqual([
      { pointer: '/out', code: 'notAPick', says: "Nid yw'r achos hwn ymhlith y rhai a dynnwyd." },
    ]);
  });

  it('is not drawn a second time by planning it again, and again only with a reason that is published', async () => {
    const again = await (
      await world.as(lead)
    )
      .post('/api/draws', { ...plan, window: { from: '2026-10-01', to: '2026-11-30' } })
      .expect(409);
    expect(again.body).toMatchObject({ because: 'duplicate', other: reference });
    await (await world.as(lead)).post(`/api/draws/${reference}/redraw`, {}).expect(400);
    const { body } = await (
      await world.as(lead)
    )
      .post(`/api/draws/${reference}/redraw`, {
        reason: 'The list of Gwent was not whole.',
        services: [{ service: 'vale', n: 4 }],
      })
      .expect(200);
    expect(body).toMatchObject({ reference, state: 'planned', attempt: 2 });
    const first = await file();
    await (await world.as(lead)).post(`/api/draws/${reference}/freeze`).expect(200);
    await (await world.as(lead)).post(`/api/draws/${reference}/text`, { text: 'Eto' }).expect(200);
    const second = await file();
    expect(second.plan).toContain('reason\tThe list of Gwent was not whole.\n');
    expect(second.plan).toContain(`replaces\t${sha256hex(first.plan)}\n`);
    const [one, two] = await secrets();
    expect(one).not.toBe(two);
    const old = await (await world.as(null)).get(`/api/draws/${reference}/file?attempt=1`).expect(200);
    expect(JSON.parse(old.text)).toEqual(first);
  });

  it('stands in the list for those who may see draws', async () => {
    await (
      await world.as(lead)
    )
      .post('/api/draws', {
        window: { first: '2026-11-01', last: '2026-12-31' },
        services: [{ service: 'vale', n: 3 }],
        theme: 'girls',
      })
      .expect(201);
    const { body } = await (await world.as('auditor@vale.test')).get('/api/draws?size=1').expect(200);
    expect(body).toMatchObject({ total: 2, page: 1, size: 1, items: [{ state: 'committed', theme: 'girls' }] });
  });

  it('has a cadence that the lead sets for what comes next', async () => {
    const usual = await (await world.as(lead)).get('/api/draws/cadence').expect(200);
    expect(usual.body).toEqual({
      months: 2,
      services: ['cardiff', 'cwm-taf', 'swansea', 'vale'].map((service) => ({ service, n: 3 })),
      days_before: 14,
    });
    const wanted = { months: 3, services: [{ service: 'vale', n: 4 }], days_before: 7 };
    await (await world.as(lead)).put('/api/draws/cadence', wanted).expect(200);
    expect((await (await world.as(member)).get('/api/draws/cadence').expect(200)).body).toEqual(wanted);
    await (await world.as(lead)).put('/api/draws/cadence', { ...wanted, months: 5 }).expect(400);
    await (await world.as(member)).put('/api/draws/cadence', wanted).expect(403);
  });

  it.each([
    [{ window: { first: '2026-09-01' } }, '/window'],
    [{ window: { first: '2026-10-31', last: '2026-09-01' } }, '/window'],
    [{ services: [{ service: 'vale', n: 0 }] }, '/services/0/n'],
    [{ theme: 'boys' }, '/theme'],
    [{ lists: [{ service: 'gwent' }] }, '/lists/0'],
    [{ lists: [{ service: 'gwent', text: 'Ellie Testley' }] }, '/lists/0'],
    [{ secret: '0' }, '/secret'],
  ])('refuses %j with its place', async (change, pointer) => {
    const { body } = await (
      await world.as(lead)
    )
      .post('/api/draws', { ...plan, window: { first: '2026-07-01', last: '2026-08-31' }, ...change })
      .expect(400);
    expect(body.faults.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
    expect(body.faults[0].says).not.toMatch(/^[a-zA-Z]+$|\{/);
  });
});
