import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';
import { aReferral, saying } from '../../../../../test/world/referrals.js';

const sergeant = 'custody-sergeant@south-wales-police.test';

describe('POST /api/referrals', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
    // Case time, not the computer's: a token is judged by the latter.
    const ahead = Date.parse('2026-12-01T12:00:00Z') - Date.now();
    await world.sql('insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now())', [
      Math.round(ahead),
    ]);
  });
  afterAll(() => world.close());
  const own = (name: string) => saying(aReferral('R13'), 'notice.child.family_name', name);

  it('answers 201 with address, version, event and clocks; a repeat answers the same again', async () => {
    const person = await world.as(sergeant);
    const first = await person.post('/api/referrals', own('Un')).set('Idempotency-Key', 'a-1').expect(201);
    const { reference } = first.body as { reference: string };
    expect(first.headers['location']).toBe(`/api/referrals/${reference}`);
    expect(first.headers['etag']).toBe('"2"');
    expect(first.body).toMatchObject({
      state: 'awaitingAllocation',
      version: 2,
      area: 'vale',
      isCaretaker: false,
      event: { seq: 1, type: 'referralReceived' },
    });
    expect((first.body.clocks as { kind: string }[]).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['panel', 'policeFile', 'firstAppointment', 'assessment', 'allocation']),
    );
    const again = await person.post('/api/referrals', own('Un')).set('Idempotency-Key', 'a-1').expect(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toMatchObject({ reference, state: 'awaitingAllocation', version: 2, event: first.body.event });
    await person.post('/api/referrals', own('Dau')).set('Idempotency-Key', 'a-1').expect(422);
  });

  it('tells every fault with its pointer, in the language asked for', async () => {
    const body = saying(saying(own('Tri'), 'notice.child.date_of_birth', '2026-02-30'), 'notice.force', 'Nowhere');
    const answer = await (await world.as(sergeant)).post('/api/referrals', { ...body, expected: {} }).expect(400);
    expect((answer.body.faults as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/expected unknownField',
      '/notice/child/date_of_birth day',
      '/notice/force unknownForce',
    ]);
    const welsh = await (await world.as(sergeant)).post('/api/referrals', body).set('Accept-Language', 'cy').expect(400);
    for (const { says, code } of welsh.body.faults as { says: string; code: string }[])
      expect([code, says === code]).toEqual([code, false]);
  });

  it('refuses a child under ten by the rule of the law, in words', async () => {
    const answer = await (
      await world.as(sergeant)
    )
      .post('/api/referrals', saying(own('Pedwar'), 'notice.child.date_of_birth', '2017-01-01'))
      .expect(422);
    expect(answer.body).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'childIsTenOrOver', answer: 'notMet' }] });
  });

  it('refuses a duplicate, naming the other to whoever may see it', async () => {
    const first = await (await world.as(sergeant)).post('/api/referrals', own('Pump')).expect(201);
    const again = await (await world.as(sergeant)).post('/api/referrals', own('PUMP')).expect(409);
    expect(again.body).toMatchObject({ because: 'duplicate', other: first.body.reference });
    const other = await (
      await world.as('referring-supervisor@south-wales-police.test')
    )
      .post('/api/referrals', own('Pump'))
      .expect(409);
    expect(other.body.other).toBeUndefined();
  });

  it('takes a notice first and the police file after it; the receipt says what came when', async () => {
    const { received_at, notice, police_file } = own('Chwech');
    const person = await world.as(sergeant);
    const first = await person.post('/api/referrals', { received_at, notice }).expect(201);
    const { reference } = first.body as { reference: string };
    const file = await person.put(`/api/referrals/${reference}/police-file`, police_file).set('If-Match', '"1"').expect(200);
    expect(file.body).toMatchObject({ version: 2, paper: { version: 1 }, event: { seq: 2, type: 'policeFileReceived' } });
    await person.put(`/api/referrals/${reference}/police-file`, police_file).set('If-Match', '"1"').expect(412);
    const receipt = await person.get(`/api/referrals/${reference}/receipt`).expect(200);
    expect(receipt.body).toMatchObject({
      reference,
      receivedAt: '2026-11-24T11:30:00.000Z',
      by: sergeant,
      parts: [
        { kind: 'notice', version: 1, event: { seq: 1, hash: first.body.event.hash } },
        { kind: 'policeFile', version: 1, event: { seq: 2, hash: file.body.event.hash } },
      ],
    });
    const clocks = receipt.body.clocks as { kind: string; status: string; dueOn: string; explanation: { why: string }[] }[];
    expect(clocks.map(({ kind, status, dueOn }) => `${kind} ${status} ${dueOn}`)).toEqual([
      'allocation running 2026-11-25',
      'policeFile late 2026-11-26',
      'firstAppointment running 2026-12-01',
      'assessment ahead 2026-12-08',
      'panel running 2026-12-15',
    ]);
    for (const { explanation } of clocks) expect(explanation[0]?.why).toBe('dayZero');
    await (await world.as('duty-manager@cardiff.test')).get(`/api/referrals/${reference}/receipt`).expect(404);
  });

  it('puts a street notice on record, without clocks and with nothing to come', async () => {
    const body = saying(aReferral('R15'), 'received_at', '2026-11-30T09:00:00Z');
    const answer = await (await world.as(sergeant)).post('/api/referrals', body).expect(201);
    expect(answer.body).toMatchObject({ state: 'noticeOnly', clocks: [], next: [] });
    const seen = await (await world.as('duty-manager@vale.test')).get(`/api/cases/${answer.body.reference}`).expect(200);
    expect(seen.body).toMatchObject({ state: 'noticeOnly', pathway: null, clocks: [], next: [] });
  });

  it('is not for whoever may not refer', async () => {
    await (await world.as('duty-manager@vale.test')).post('/api/referrals', own('Saith')).expect(403);
    await (await world.as(null)).post('/api/referrals', own('Saith')).expect(401);
  });
});
