import { once } from 'node:events';
import { connect } from 'node:net';
import { type Server } from 'node:http';
import request from 'supertest';
import { type WebWorld, webWorld } from '../../../../test/world/web-world.js';

const everything = `select (select count(*) from teg.event)::int as events, (select count(*) from teg.person)::int as people,
  (select md5(string_agg(s::text, '' order by s.id)) from teg.stream s) as streams`;

describe('what is refused is answered plainly and leaves no trace in the record', () => {
  let world: WebWorld;
  let server: Server;
  let token: string;
  beforeAll(async () => {
    world = await webWorld();
    server = world.app.getHttpServer() as Server;
    token = await world.issuer.token('administrator@vale.test');
  });
  afterAll(() => world.close());

  const post = (path = '/api/clock') =>
    request(server).post(path).set('Authorization', `Bearer ${token}`).set('Content-Type', 'application/json');
  const before = async () => ({
    record: (await world.sql(everything))[0],
    log: (await world.sql<{ n: number }>('select count(*)::int as n from teg.access_log'))[0]?.n ?? 0,
  });

  async function refuses(send: () => request.Test, status: number, because: string, fault?: string): Promise<request.Response> {
    const earlier = await before();
    const answer = await send();
    const later = await before();
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ type: `urn:teg:problem:${because}`, status, because });
    if (fault)
      expect(answer.body.faults.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)).toContain(fault);
    expect(later.record).toEqual(earlier.record);
    expect(later.log - earlier.log).toBe(1);
    return answer;
  }

  it('a body that is not JSON', async () => {
    const answer = await refuses(() => post().send('{"to": '), 400, 'invalid', ' notJson');
    expect(answer.body.faults[0].says).toBe('The body is not JSON.');
  });
  it('a body that is not UTF-8', () =>
    refuses(
      () =>
        post()
          .serialize((body: unknown) => body as string)
          .send(Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]) as unknown as string),
      400,
      'invalid',
      ' notUtf8',
    ));
  it('a body with a byte order mark', () => refuses(() => post().send('\uFEFF{}'), 400, 'invalid', ' byteOrderMark'));
  it('a body that says a name twice', () =>
    refuses(() => post().send('{"advanceDays":1,"advanceDays":2}'), 400, 'invalid', '/advanceDays repeatedKey'));
  it('a body that reaches into prototypes', () =>
    refuses(() => post().send('{"__proto__":{"isAdmin":true}}'), 400, 'invalid', '/__proto__ forbiddenKey'));
  it('a body nested too deep', () => refuses(() => post().send('['.repeat(5000) + ']'.repeat(5000)), 400, 'invalid'));
  it('a body of the wrong shape, every fault at once', async () => {
    const answer = await refuses(() => post().send({ to: 'tomorrow', advanceDays: 'one', more: 1 }), 400, 'invalid');
    expect(answer.body.faults).toEqual([
      { pointer: '/more', code: 'unknownField', says: 'This field is not known here.' },
      { pointer: '/to', code: 'moment', says: 'This must be an instant with its offset, as 2026-12-24T16:55:00Z.' },
      { pointer: '/advanceDays', code: 'whole', says: 'This must be a whole number from 1 to 3660.' },
    ]);
  });
  it('a body that is too large', () => refuses(() => post().send(`{"to":"${'x'.repeat(1024 * 1024)}"}`), 413, 'tooLarge'));
  it('a document that is too large, where a larger one is taken', async () => {
    const of = (megabytes: number) => JSON.stringify({ file: 'x'.repeat(megabytes * 1024 * 1024) });
    expect((await post('/api/cases/VG-26-ABC123/documents').send(of(2))).status).not.toBe(413);
    await refuses(() => post('/api/cases/VG-26-ABC123/documents').send(of(9)), 413, 'tooLarge');
  });
  it('a body of another kind', () =>
    refuses(() => post().set('Content-Type', 'text/plain').send('to=tomorrow'), 415, 'wrongMediaType'));
  it('a body in another encoding', () =>
    refuses(() => post().set('Content-Type', 'application/json; charset=latin1').send('{}'), 415, 'wrongMediaType'));
  it('a compressed body', () => refuses(() => post().set('Content-Encoding', 'gzip').send('{}'), 415, 'wrongMediaType'));
  it('an address that is not there', () =>
    refuses(() => request(server).get('/api/nothing').set('Authorization', `Bearer ${token}`), 404, 'notFound'));
  it('an address that cannot be read', () =>
    refuses(
      () => request(server).get('/api/cases/%E0%A4%A/access-log').set('Authorization', `Bearer ${token}`),
      400,
      'invalid',
      ' badAddress',
    ));
  it('what the role may not, before anything is read', () =>
    refuses(() => request(server).get('/api/checkpoints/latest').set('Authorization', `Bearer ${token}`), 403, 'notYours'));

  it.each([
    ['forged', { isForged: true as const }],
    ['expired', { expiresAt: Math.floor(Date.now() / 1000) - 1 }],
    ['another issuer', { issuer: 'https://elsewhere.test' }],
    ['another audience', { audience: 'teg-web' }],
  ])('a token that is %s', async (_, wrong) => {
    const earlier = await before();
    const bad = await world.issuer.token('administrator@vale.test', wrong);
    const answer = await request(server)
      .post('/api/clock')
      .set('Authorization', `Bearer ${bad}`)
      .send({ advanceDays: 1 })
      .expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="teg", error="invalid_token"');
    expect(answer.body).toMatchObject({ because: 'notSignedIn', code: 'tokenInvalid' });
    expect(await before()).toEqual(earlier);
  });
  it.each(['Basic dGVnOnRlZw==', 'Bearer', 'Bearer a.b.c', `Bearer ${'x'.repeat(6000)}`])(
    'an authorization that is no token: %.20s',
    async (authorization) => {
      await request(server).get('/api/me').set('Authorization', authorization).expect(401);
    },
  );
  it('a token without a signature', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
    await request(server).get('/api/me').set('Authorization', `Bearer ${none}`).expect(401);
  });
  it('somebody the directory does not know', async () => {
    const stranger = await world.issuer.token('nobody@nowhere.test');
    const answer = await request(server).get('/api/me').set('Authorization', `Bearer ${stranger}`).expect(401);
    expect(answer.body.code).toBe('personUnknown');
  });
  it('the machine, who never signs in', async () => {
    await request(server)
      .get('/api/me')
      .set('Authorization', `Bearer ${await world.issuer.token('teg:machine')}`)
      .expect(401);
  });
  it('does not read the body of somebody unknown', async () => {
    await request(server).post('/api/clock').set('Content-Type', 'application/json').send('{"a":').expect(401);
  });

  it('answers in Welsh when asked, and codes stay', async () => {
    const answer = await post().set('Accept-Language', 'cy-GB, en;q=0.5').send('{').expect(400);
    expect(answer.headers['content-language']).toBe('cy');
    expect(answer.body).toMatchObject({
      because: 'invalid',
      title: "Nid yw'r cais yn gywir",
      faults: [{ code: 'notJson', says: "Nid JSON yw'r corff." }],
    });
  });

  it('closes nothing when a client goes away in the middle of its body', async () => {
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /api/clock HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"adv`,
    );
    socket.destroy();
    await request(server).get('/api/me').set('Authorization', `Bearer ${token}`).expect(200);
  });
});
