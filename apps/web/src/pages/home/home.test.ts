import { SignJWT } from 'jose';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('the first page', () => {
  let world: WebWorld;
  let now = Date.parse('2026-11-24T10:00:00.000Z');
  beforeAll(async () => {
    world = await webWorld({ machineNow: () => now });
  });
  afterAll(() => world.close());
  const home = async (path = '/') => (await world.as(null)).get(path);
  const session = (secret: string, audience = 'teg_session', subject = 'practitioner@vale.test') =>
    new SignJWT({ subject })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setExpirationTime(Math.floor(now / 1000) + 60)
      .sign(new TextEncoder().encode(secret));
  const secret = 'a secret of the tests, long enough for HS256';

  it('is in both languages, by switch, by what was chosen before, by what the browser asks for', async () => {
    const english = await home().then((answer) => answer);
    expect(english.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('You are not signed in.');
    const welsh = await (await home('/?lang=cy')).text;
    expect(welsh).toContain('<html lang="cy">');
    const switched = await home('/?lang=cy');
    const kept = await (await world.as(null)).get('/').set('Cookie', String(switched.headers['set-cookie']).split(';')[0] ?? '');
    expect(kept.text).toContain('Nid ydych wedi mewngofnodi.');
    expect((await (await world.as(null)).get('/').set('Accept-Language', 'cy')).headers['content-language']).toBe('cy');
  });

  it('has no script, and says so to the browser', async () => {
    const answer = await home();
    expect(answer.text).not.toContain('<script');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });

  it('says who is signed in, until the session ends by machine time', async () => {
    const cookie = `teg_session=${await session(secret)}`;
    const signedIn = async () =>
      (await (await world.as(null)).get('/').set('Cookie', cookie)).text.includes('practitioner@vale.test');
    expect(await signedIn()).toBe(true);
    now += 61_000;
    expect(await signedIn()).toBe(false);
  });

  it.each([
    ['signed with another key', () => session('another secret of the tests, long enough')],
    ['made for another purpose', () => session(secret, 'teg_sign_in')],
    ['of somebody unknown', () => session(secret, 'teg_session', 'nobody@nowhere.test')],
    ['that is no session', () => Promise.resolve('x.y.z')],
  ])('does not believe a cookie %s', async (_, made) => {
    const answer = await (
      await world.as(null)
    )
      .get('/')
      .set('Cookie', `teg_session=${await made()}`)
      .expect(200);
    expect(answer.text).toContain('You are not signed in.');
  });

  it('opens nothing at the API: a page of another site could send the cookie along', async () => {
    await (
      await world.as(null)
    )
      .get('/api/me')
      .set('Cookie', `teg_session=${await session(secret)}`)
      .expect(401);
  });
});
