import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { NoAnswer } from './exchange.js';
import { player } from './player.js';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

const problem = {
  type: 'urn:teg:problem:notNow',
  title: 'Not now',
  status: 409,
  detail: 'The case waits for something else.',
  because: 'notNow',
  possible: ['caseListed'],
};

/** A service that answers as it is told, one request after the other, and remembers what it was asked. */
describe('the player', () => {
  let server: Server;
  let url: string;
  const script: Answering[] = [];
  const asked: { readonly method: string; readonly path: string; readonly key: string | undefined; readonly body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        asked.push({ method, path, key: headers['idempotency-key'] as string | undefined, body });
        (script.shift() ?? ((_, unexpected) => unexpected.writeHead(500).end()))(request, response);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    script.length = 0;
    asked.length = 0;
  });

  const json =
    (status: number, body: unknown, headers: { [name: string]: string } = {}): Answering =>
    (_, response) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  const hangUp: Answering = (request) => void request.socket.destroy();

  it('reads an answer with its headers, and whether it is a repetition', async () => {
    script.push(json(201, { reference: 'VG-26-A' }, { etag: '"1"', 'idempotent-replayed': 'true' }));
    expect(await player({ url }).write(null, 'POST', '/api/referrals', { notice: {} }, { key: 'k1', ifMatch: 3 })).toMatchObject({
      ok: true,
      status: 201,
      body: { reference: 'VG-26-A' },
      isReplay: true,
      headers: { etag: '"1"' },
    });
    expect(asked).toEqual([{ method: 'POST', path: '/api/referrals', key: 'k1', body: '{"notice":{}}' }]);
  });

  it('reads a problem, and makes one of what is none', async () => {
    script.push(json(409, problem), (_, response) => void response.writeHead(502).end('<h1>Bad gateway</h1>'));
    expect(await player({ url }).get(null, '/api/cases/A')).toMatchObject({ ok: false, status: 409, problem });
    expect(await player({ url }).get(null, '/api/cases/A')).toMatchObject({
      ok: false,
      status: 502,
      problem: { because: 'unexplained', detail: '<h1>Bad gateway</h1>' },
    });
  });

  it('sends a write again with the very same key, when the answer was lost and when the service is away', async () => {
    // The first is on a connection kept from before, which may have gone stale: it is sent again without waiting.
    script.push(hangUp, hangUp, json(503, { ...problem, because: 'unavailable' }), json(200, { state: 'done' }));
    const waits: string[] = [];
    const patient = player({ url, patienceMs: 5_000, onRetry: (why) => waits.push(why) });
    expect(await patient.write(null, 'POST', '/api/cases/A/case-allocated', {})).toMatchObject({
      ok: true,
      body: { state: 'done' },
    });
    expect(asked).toHaveLength(4);
    expect(new Set(asked.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(waits).toEqual([expect.stringContaining('no answer'), '503']);
  });

  it('never sends again what was answered, whatever the answer', async () => {
    script.push(json(409, problem));
    await player({ url, patienceMs: 5_000 }).write(null, 'POST', '/api/cases/A/case-listed', {});
    expect(asked).toHaveLength(1);
  });

  it('waits as long as the service asks, and no longer than its patience', async () => {
    script.push(json(429, { ...problem, status: 429 }, { 'retry-after': '1' }), json(200, {}));
    const begun = Date.now();
    expect(await player({ url, patienceMs: 5_000 }).get(null, '/api/me')).toMatchObject({ status: 200 });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(950);
    script.push(json(503, problem, { 'retry-after': '60' }), json(503, problem));
    expect(await player({ url, patienceMs: 100 }).get(null, '/api/me')).toMatchObject({ status: 503 });
  });

  it('without patience says at once that nobody answers', async () => {
    await expect(player({ url: 'http://127.0.0.1:9' }).get(null, '/api/me')).rejects.toMatchObject({
      name: 'NoAnswer',
      isRefused: true,
    });
    script.push(hangUp, hangUp);
    await expect(player({ url }).get(null, '/api/me')).rejects.toBeInstanceOf(NoAnswer);
  });
});
