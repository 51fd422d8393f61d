import { type WebWorld, webWorld } from '../../../../test/world/web-world.js';

describe('a person may ask so many times a minute', () => {
  let world: WebWorld;
  // Twenty seconds into a minute of machine time.
  let now = Date.parse('2026-11-24T10:00:20.000Z');
  beforeAll(async () => {
    world = await webWorld({ rateLimit: 3, machineNow: () => now });
  });
  afterAll(() => world.close());

  it('refuses the fourth until the next minute, notes it once, and lets others go on', async () => {
    const expiresAt = Math.floor(now / 1000) + 3600;
    const [busy, other] = await Promise.all(
      ['practitioner@vale.test', 'chair@vale.test'].map((email) => world.issuer.token(email, { expiresAt })),
    );
    const ask = async (token: string | undefined) => {
      const request = (await world.as(null)).get('/api/me');
      return token === undefined ? request : request.set('Authorization', `Bearer ${token}`);
    };
    expect([(await ask(busy)).status, (await ask(busy)).status, (await ask(busy)).status]).toEqual([200, 200, 200]);
    const refused = await ask(busy);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('40');
    expect(refused.body).toMatchObject({ because: 'rateLimited' });
    expect((await ask(busy)).status).toBe(429);
    expect((await ask(other)).status).toBe(200);
    expect(await world.sql("select count(*)::int as n from teg.access_log where refused = 'rateLimited'")).toEqual([{ n: 1 }]);

    expect([(await ask(undefined)).status, (await ask(undefined)).status, (await ask(undefined)).status]).toEqual([
      401, 401, 401,
    ]);
    expect((await ask(undefined)).status).toBe(429);
    expect((await (await world.as(null)).get('/health')).status).toBe(503);

    now += 40_000;
    expect((await ask(busy)).status).toBe(200);
  });
});
