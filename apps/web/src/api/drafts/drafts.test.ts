import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';
import { aReferral, saying } from '../../../../../test/world/referrals.js';

const sergeant = 'custody-sergeant@south-wales-police.test';
const colleague = 'custody-sergeant-2@south-wales-police.test';

describe('a draft', () => {
  let world: WebWorld;
  const goTo = (instant: string) =>
    world.sql(
      'insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now()) on conflict (is_the_one) do update set ahead_ms = excluded.ahead_ms',
      [Math.round(Date.parse(instant) - Date.now())],
    );
  const begin = async (body: object, email = sergeant) =>
    (await (await world.as(email)).post('/api/drafts', { kind: 'referral', body }).expect(201)).body as {
      draft: string;
      expiresAt: string;
    };

  beforeAll(async () => {
    world = await webWorld();
    await goTo('2027-03-01T12:00:00Z');
  });
  afterAll(() => world.close());

  it('is saved at every step and read by the team that covers, nobody else', async () => {
    const half = { notice: { child: { given_name: 'Ŵyn' }, later: '<b>' } };
    const { draft, expiresAt } = await begin(half);
    expect(expiresAt).toBe('2027-03-16T00:00:00.000Z');
    const saved = await (
      await world.as(colleague)
    )
      .put(`/api/drafts/${draft}`, { body: { ...half, more: 1 } })
      .set('If-Match', '"1"')
      .expect(200);
    expect(saved.headers['etag']).toBe('"2"');
    await (await world.as(sergeant)).put(`/api/drafts/${draft}`, { body: {} }).set('If-Match', '"1"').expect(412);
    expect((await (await world.as(sergeant)).get(`/api/drafts/${draft}`).expect(200)).body).toMatchObject({
      draft,
      owner: sergeant,
      version: 2,
      body: { ...half, more: 1 },
    });
    expect(((await (await world.as(colleague)).get('/api/drafts').expect(200)).body as { total: number }).total).toBe(1);
    for (const email of [
      'referring-supervisor@south-wales-police.test',
      'duty-manager@vale.test',
      'custody-sergeant@gwent-police.test',
    ]) {
      await (await world.as(email)).get(`/api/drafts/${draft}`).expect(404);
      await (await world.as(email)).put(`/api/drafts/${draft}`, { body: {} }).expect(404);
      await (await world.as(email)).post(`/api/drafts/${draft}/send`, {}).expect(404);
    }
    await (await world.as('auditor@vale.test')).get(`/api/drafts/${draft}`).expect(403);
  });

  it('is kept while it cannot be sent, and gone once the referral is on record', async () => {
    const body = saying(aReferral(), 'notice.force', 'Nowhere');
    const { draft } = await begin(body);
    const person = await world.as(sergeant);
    const refused = await person.post(`/api/drafts/${draft}/send`, {}).expect(400);
    expect((refused.body as { faults: { pointer: string }[] }).faults.map(({ pointer }) => pointer)).toEqual(['/notice/force']);
    await person.put(`/api/drafts/${draft}`, { body: aReferral() }).expect(200);
    const sent = await person.post(`/api/drafts/${draft}/send`, {}).expect(201);
    const { reference } = sent.body as { reference: string };
    await person.get(`/api/drafts/${draft}`).expect(404);
    expect((await person.get(`/api/cases/${reference}`).expect(200)).body).toMatchObject({ state: 'awaitingAllocation' });
  });

  it('sent twice at once is one referral', async () => {
    const { draft } = await begin(aReferral('R13'));
    const person = await world.as(sergeant);
    const answers = await Promise.all([
      person.post(`/api/drafts/${draft}/send`, {}),
      person.post(`/api/drafts/${draft}/send`, {}),
    ]);
    const references = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => (body as { reference: string }).reference);
    expect(new Set(references).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 404)).toBe(true);
  });

  it('expires, and is removed by whoever covers', async () => {
    const { draft } = await begin({ notice: {} });
    const other = await begin({ notice: {} });
    await (await world.as(colleague)).get(`/api/drafts/${draft}`).expect(200);
    const server = await world.as(colleague);
    await server.delete(`/api/drafts/${other.draft}`).expect(200);
    await server.delete(`/api/drafts/${other.draft}`).expect(404);
    await goTo('2027-03-16T00:00:00Z');
    await (await world.as(sergeant)).get(`/api/drafts/${draft}`).expect(404);
    await (await world.as(sergeant)).post(`/api/drafts/${draft}/send`, {}).expect(404);
  });
});
