import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('changing who works here', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());
  const administrator = (organisation: string) => world.as(`administrator@${organisation}.test`);
  const idOf = async (email: string) =>
    (await world.sql<{ id: string }>('select id from teg.person where email = $1', [email]))[0]?.id ?? '';
  const me = async (email: string) => (await (await world.as(email)).get('/api/me')).body;
  const forget = () => new Promise((resolve) => setTimeout(resolve, 1100));
  const admission = { organisation: 'vale', email: 'new@vale.test', roles: ['practitioner'], rooms: ['yjs:vale'] };

  it('lets a person in, who can sign in at once', async () => {
    const { body } = await (await administrator('vale')).post('/api/people', admission).expect(201);
    expect(body).toEqual({ person: await idOf('new@vale.test') });
    expect(await me('new@vale.test')).toMatchObject({
      organisation: 'vale',
      roles: ['practitioner'],
      rooms: ['yjs:vale'],
      views: ['youthJustice'],
    });
    const events = await world.sql(
      'select e.type, y.body from teg.event e join teg.payload y using (stream, seq) order by e.at desc, e.seq desc limit 1',
    );
    expect(events).toEqual([
      { type: 'personAdmitted', body: { person: body.person, roles: ['practitioner'], rooms: ['yjs:vale'] } },
    ]);
  });

  it('does a repeated command once', async () => {
    const twice = { ...admission, email: 'twice@vale.test' };
    const send = async (body: object) =>
      (await administrator('vale')).post('/api/people', body).set('Idempotency-Key', 'admit-1');
    const first = await send(twice);
    const second = await send(twice);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect([first.headers['idempotent-replayed'], second.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    const reused = await send({ ...twice, email: 'thrice@vale.test' });
    expect([reused.status, reused.body.because]).toEqual([422, 'keyReused']);
  });

  it.each([
    ['an address that is taken', 'vale', { ...admission, email: 'chair@vale.test' }, 409, 'duplicate'],
    ['an address that is taken elsewhere', 'vale', { ...admission, email: 'chair@cardiff.test' }, 409, 'duplicate'],
    ['a person of another organisation', 'cardiff', { ...admission, email: 'x@vale.test', rooms: [] }, 403, 'notYours'],
    ['a room of another organisation', 'vale', { ...admission, email: 'x@vale.test', rooms: ['yjs:cardiff'] }, 403, 'notYours'],
    ['a room that is none', 'vale', { ...admission, email: 'x@vale.test', rooms: ['yjs:vale', 'meeting:x'] }, 400, 'invalid'],
    ['an organisation that is none', 'vale', { ...admission, email: 'x@vale.test', organisation: 'nowhere' }, 400, 'invalid'],
    ['the role of the machine', 'vale', { ...admission, email: 'x@vale.test', roles: ['machine'] }, 400, 'invalid'],
  ])('does not admit %s', async (_, organisation, body, status, because) => {
    const answer = await (await administrator(organisation)).post('/api/people', body);
    expect([answer.status, answer.body.because]).toEqual([status, because]);
  });

  it('gives cover in a room by whom the room belongs to, and only that', async () => {
    const person = await idOf('police-decision-maker@gwent-police.test');
    const path = `/api/people/${person}/duties`;
    expect((await (await administrator('gwent-police')).post(path, { rooms: ['seconded:vale'] })).body.code).toBe(
      'roomOfAnother',
    );
    await (await administrator('vale')).post(path, { rooms: ['seconded:vale'] }).expect(200);
    expect((await me('police-decision-maker@gwent-police.test')).rooms).toEqual(['seconded:vale']);
    expect((await (await administrator('vale')).post(path, { rooms: ['seconded:vale'] })).status).toBe(409);
    expect((await (await administrator('vale')).post(path, { roles: ['inspector'] })).body.code).toBe('organisationOfAnother');
    await (await administrator('gwent-police')).post(path, { roles: ['inspector'] }).expect(200);
    await (await administrator('vale')).post(path, { rooms: [] }).expect(200);
    await forget();
    expect(await me('police-decision-maker@gwent-police.test')).toMatchObject({ roles: ['inspector'], rooms: [] });
  });

  it('makes an administrator by the role, and takes the room with it', async () => {
    const path = `/api/people/${await idOf('facilitator@vale.test')}/duties`;
    await (await administrator('vale')).post(path, { roles: ['facilitator', 'administrator'] }).expect(200);
    expect((await me('facilitator@vale.test')).rooms).toEqual(['administration']);
    await (await administrator('vale')).post(path, { roles: ['facilitator'] }).expect(200);
    await forget();
    expect((await me('facilitator@vale.test')).rooms).toEqual([]);
  });

  it('puts a person who left out of every room, and lets them come back', async () => {
    await me('panel-member@vale.test');
    const path = `/api/people/${await idOf('panel-member@vale.test')}/leaving`;
    expect((await (await administrator('cardiff')).post(path)).status).toBe(403);
    await (await administrator('vale')).post(path).expect(200);
    await forget();
    expect((await (await world.as('panel-member@vale.test')).get('/api/me')).status).toBe(401);
    expect((await (await administrator('vale')).post(path)).status).toBe(404);
    await (
      await administrator('vale')
    )
      .post('/api/people', { ...admission, email: 'panel-member@vale.test', roles: ['panelMember'], rooms: [] })
      .expect(201);
    await forget();
    expect((await me('panel-member@vale.test')).roles).toEqual(['panelMember']);
  });

  it('founds an organisation, whose first administrator its founder admits, and no more', async () => {
    const gwynedd = {
      code: 'gwynedd',
      kind: 'yjs',
      nameEn: 'Gwynedd',
      nameCy: 'Gwynedd',
      prefix: 'GW',
      serves: ['Gwynedd'],
      stations: ['Gwynedd'],
    };
    await (await administrator('vale')).post('/api/organisations', gwynedd).expect(201);
    expect((await (await administrator('vale')).post('/api/organisations', gwynedd)).status).toBe(409);
    for (const taken of [{ prefix: 'VG' }, { serves: ['Cardiff'] }]) {
      expect(
        (
          await (
            await administrator('vale')
          ).post('/api/organisations', { ...gwynedd, code: 'other', prefix: 'OT', serves: ['Other'], ...taken })
        ).status,
      ).toBe(409);
    }
    const first = { organisation: 'gwynedd', email: 'administrator@gwynedd.test', roles: ['administrator'], rooms: [] };
    expect((await (await administrator('cardiff')).post('/api/people', first)).status).toBe(403);
    await (await administrator('vale')).post('/api/people', first).expect(201);
    expect((await (await administrator('vale')).post('/api/people', { ...first, email: 'second@gwynedd.test' })).status).toBe(
      403,
    );
    await (
      await administrator('gwynedd')
    )
      .post('/api/people', { ...first, email: 'duty@gwynedd.test', roles: ['dutyManager'], rooms: ['yjs:gwynedd'] })
      .expect(201);
  });

  it('is for administrators', async () => {
    await (await world.as('head-of-service@vale.test')).post('/api/people', admission).expect(403);
    await (await administrator('vale')).post('/api/people/not-an-id/leaving').expect(404);
    await (await administrator('vale')).post('/api/people/0193a000-0000-7000-8000-000000000001/leaving').expect(404);
  });
});
