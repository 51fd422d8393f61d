import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { CookieJar, signIn, step } from '../../../../test/world/sign-in.js';
import { type WebWorld, webWorld } from '../../../../test/world/web-world.js';
import { composeProvider, type DemonstrationProvider } from './compose-provider.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

describe('the provider of the demonstration', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'teg-provider-'));
  let world: WebWorld;
  let provider: DemonstrationProvider;
  const said: string[] = [];
  beforeAll(async () => {
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const accounts = async () => [
      { email: 'practitioner@vale.test', organisation: 'vale', roles: ['practitioner'] },
      { email: 'chair@cardiff.test', organisation: 'cardiff', roles: ['chair'] },
    ];
    provider = composeProvider({ baseUrl, dataDir, accounts, say: (line) => said.push(line) });
    world = await webWorld({ port, baseUrl, issuer: provider.issuer, client: provider.client, mounts: [provider] });
  });
  afterAll(async () => {
    await world.close();
    rmSync(dataDir, { recursive: true });
  });

  it('signs a person in by code and PKCE, with a token for the API that is good for 12 hours', async () => {
    const { accessToken, expiresIn } = await signIn(provider.issuer.url, 'practitioner@vale.test');
    expect(expiresIn).toBe(12 * 3600);
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(decodeJwt(accessToken)).toMatchObject({ iss: provider.issuer.url, aud: 'urn:teg:api', sub: 'practitioner@vale.test' });
    const answer = await fetch(`${world.url}/api/me`, { headers: { Authorization: `Bearer ${accessToken}` } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ email: 'practitioner@vale.test', roles: ['practitioner'] });
  });

  it('gives an ID token that opens nothing at the API', async () => {
    const { idToken } = await signIn(provider.issuer.url, 'chair@cardiff.test');
    expect((await fetch(`${world.url}/api/me`, { headers: { Authorization: `Bearer ${idToken}` } })).status).toBe(401);
  });

  it('knows nobody else, and says that it is a demonstration, in both languages', async () => {
    const query =
      'client_id=teg-cli&response_type=code&scope=openid&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fsigned-in&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';
    const jar = new CookieJar();
    const { next } = await step(jar, `${provider.issuer.url}/auth?${query}`);
    const page = await fetch(next, { headers: { Cookie: jar.header, 'Accept-Language': 'cy' } });
    expect(await page.text()).toContain('Arddangosiad yw hwn.');
    expect(await (await step(jar, next)).answer.text()).toContain('This is a demonstration.');
    expect((await step(jar, next, { account: 'nobody@nowhere.test' })).answer.status).toBe(400);
    expect((await step(new CookieJar(), next)).answer.status).toBe(400);
  });

  it('signs a browser in to the pages and out again', async () => {
    const jar = new CookieJar();
    const begun = await step(jar, `${world.url}/sign-in`);
    expect(begun.answer.status).toBe(303);
    const asked = await step(jar, begun.next);
    const picked = await step(jar, asked.next, { account: 'chair@cardiff.test' });
    const granted = await step(jar, picked.next);
    const back = await step(jar, granted.next);
    expect(back.next).toBe(`${world.url}/`);
    expect(back.answer.headers.getSetCookie().join()).toMatch(
      /teg_session=[^;]+; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/,
    );
    expect(await (await step(jar, back.next)).answer.text()).toContain(
      'You are signed in as chair@cardiff.test (chair, cardiff).',
    );
    await step(jar, `${world.url}/sign-out`, {});
    expect(await (await step(jar, `${world.url}/`)).answer.text()).toContain('You are not signed in.');
    // The answer to a sign-in that this browser did not begin signs nobody in.
    const stolen = await step(new CookieJar(), granted.next);
    expect(stolen.answer.status).toBe(401);
    expect(await stolen.answer.text()).toContain('<h1>Not signed in</h1>');
  });

  it('wants PKCE, and leads back to known addresses only', async () => {
    const redirect = encodeURIComponent('http://127.0.0.1:9/signed-in');
    const without = await step(
      new CookieJar(),
      `${provider.issuer.url}/auth?client_id=teg-cli&response_type=code&scope=openid&redirect_uri=${redirect}`,
    );
    expect(new URL(without.next).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await step(
      new CookieJar(),
      `${provider.issuer.url}/auth?client_id=teg-cli&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fevil.test%2F`,
    );
    expect(elsewhere.answer.status).toBe(400);
  });

  it('keeps its keys to itself, and for the next start', async () => {
    const file = join(dataDir, 'provider-keys.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = composeProvider({ baseUrl: 'http://127.0.0.1:1', dataDir, accounts: async () => [], say: () => undefined });
    expect(again.issuer.jwks).toEqual(provider.issuer.jwks);
    expect(readFileSync(file, 'utf8')).toContain('"d"');
    const published = await (await fetch(`${provider.issuer.url}/jwks`)).text();
    expect(published).not.toContain('"d"');
    expect(said).toEqual([]);
  });
});
