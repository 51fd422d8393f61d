import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { TokenReader } from './token-reader.js';

describe('tokens of an issuer that publishes its keys', () => {
  let server: Server;
  let issuer: { url: string; audience: string };
  let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  let published: JWK[] = [];
  let asked = 0;
  let isAway = false;
  let now = Date.parse('2026-11-24T10:00:00.000Z');
  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    published = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }];
    server = createServer((request, response) => {
      if (isAway) return void response.destroy();
      if (request.url === '/jwks') asked += 1;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(request.url === '/jwks' ? { keys: published } : { jwks_uri: `${issuer.url}/jwks` }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, audience: 'teg' };
  });
  afterAll(() => void server.close());
  const token = (subject: string) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setSubject(subject)
      .setIssuer(issuer.url)
      .setAudience('teg')
      .setExpirationTime(Math.floor(now / 1000) + 60)
      .sign(privateKey);

  it('fetches the keys once, not for each token', async () => {
    const reader = new TokenReader(issuer, () => now);
    expect(await Promise.all(['a', 'b', 'c'].map(async (subject) => reader.subjectOf(await token(subject))))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(asked).toBe(1);
  });

  it('lets a token go at its expiry, also one that it has read before', async () => {
    const reader = new TokenReader(issuer, () => now);
    const one = await token('a');
    expect(await reader.subjectOf(one)).toBe('a');
    now += 59_000;
    expect(await reader.subjectOf(one)).toBe('a');
    now += 1_000;
    await expect(reader.subjectOf(one)).rejects.toMatchObject({ refusal: { because: 'notSignedIn', code: 'tokenInvalid' } });
  });

  it('does not blame the caller when the issuer is away, and tries again', async () => {
    const reader = new TokenReader(issuer, () => now);
    isAway = true;
    await expect(reader.subjectOf(await token('a'))).rejects.toMatchObject({
      refusal: { because: 'unavailable', code: 'signInAway' },
    });
    isAway = false;
    expect(await reader.subjectOf(await token('a'))).toBe('a');
  });
});
