import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('signing in to the pages', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld({ issuer: { url: 'http://127.0.0.1:59999', audience: 'urn:teg:api', jwks: { keys: [] } } });
  });
  afterAll(() => world.close());
  const from = async (host: string, path = '/sign-in') => (await world.as(null)).get(path).set('Host', host);

  it('leads a browser that came by another name of the host to the one the provider knows', async () => {
    const answer = await from('localhost:3000');
    expect([answer.status, answer.headers['location']]).toEqual([303, 'http://teg.test/sign-in']);
  });

  it('says in a page that the provider is away', async () => {
    const answer = await from('teg.test');
    expect(answer.status).toBe(503);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('<h1>Not available just now</h1><p>The sign-in service cannot be reached.</p>');
  });

  it('signs nobody in who did not begin', async () => {
    const answer = await from('teg.test', '/signed-in?code=x&state=y');
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^teg_sign_in=; /)]);
  });
});
