import { aReferral, saying } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const supervisor = 'referring-supervisor@south-wales-police.test';
const dutyManager = 'duty-manager@vale.test';
const practitioner = 'practitioner@vale.test';

describe('a draft of a move', () => {
  let world: WebWorld;
  let made = 0;
  beforeAll(async () => {
    world = await webWorld({ machineNow: () => Date.parse('2026-11-24T09:00:00Z') });
  });
  afterAll(() => world.close());

  const refer = async () => {
    made += 1;
    const named = saying(aReferral('R01'), 'notice.child.family_name', `Prawf-${made}`);
    const body = saying(named, 'notice.incident_ref', `INC/${made}`);
    const answer = await (await world.as(supervisor)).post('/api/referrals', body).expect(201);
    return { reference: answer.body.reference as string, match: answer.headers['etag'] ?? '' };
  };
  const keep = async (body: object, as = dutyManager): Promise<string> => {
    const { draft } = (await (await world.as(as)).post('/api/drafts', { kind: 'move', body }).expect(201)).body as { draft: string };
    return draft;
  };
  const send = async (draft: string, headers: { readonly [name: string]: string } = {}, as = dutyManager) =>
    (await world.as(as)).post(`/api/drafts/${draft}/send`, {}).set(headers);
  const isKept = async (draft: string) => (await (await world.as(dutyManager)).get(`/api/drafts/${draft}`)).status === 200;
  const versionOf = async (reference: string) =>
    (await (await world.as(dutyManager)).get(`/api/cases/${reference}`).expect(200)).headers['etag'];
  const allocation = (reference: string, to = practitioner) => ({ reference, event: 'caseAllocated', body: { practitioner: to } });

  it('is done by sending it, answers as the move itself does, and is gone', async () => {
    const [{ reference, match }, beside] = [await refer(), await refer()];
    const draft = await keep(allocation(reference));
    const sent = await send(draft, { 'If-Match': match });
    expect([sent.status, sent.text.length > 0 && sent.body.state]).toEqual([200, 'awaitingAssessment']);
    const moved = await (await world.as(dutyManager))
      .post(`/api/cases/${beside.reference}/case-allocated`, { practitioner })
      .set('If-Match', beside.match)
      .expect(200);
    const withoutItsOwn = (text: string) =>
      JSON.parse(text.replaceAll(reference, 'R').replaceAll(beside.reference, 'R').replace(/[0-9a-f]{64}/, 'hash')) as object;
    expect(withoutItsOwn(sent.text)).toEqual(withoutItsOwn(moved.text));
    expect(sent.headers['etag']).toBe(moved.headers['etag']);
    expect(await isKept(draft)).toBe(false);
    expect((await send(draft, { 'If-Match': match })).status).toBe(404);
  });

  it.each([
    ['without the version that was read', {}, practitioner, 428, 'matchMissing'],
    ['on a version that is no longer there', { 'If-Match': '"1"' }, practitioner, 412, 'stale'],
    ['where its body cannot be so', null, 'nobody@vale.test', 400, 'invalid'],
  ])('is refused as the move is, and kept: %s', async (_, headers, to, status, because) => {
    const { reference, match } = await refer();
    const draft = await keep(allocation(reference, to));
    const refused = await send(draft, headers ?? { 'If-Match': match });
    expect([refused.status, refused.body.because]).toEqual([status, because]);
    expect([await isKept(draft), await versionOf(reference)]).toEqual([true, match]);
    await (await world.as(dutyManager)).put(`/api/drafts/${draft}`, { body: allocation(reference) }).expect(200);
    expect((await send(draft, { 'If-Match': match })).status).toBe(200);
  });

  it('does nothing that its sender may not do, and nothing that is no move', async () => {
    const { reference, match } = await refer();
    const ofAnotherRole = await keep({ reference, event: 'panelOpened', body: {} });
    expect((await send(ofAnotherRole, { 'If-Match': match })).body).toMatchObject({ status: 403, because: 'notYours' });
    const half = await keep({ event: 'caseClosed' });
    expect((await send(half, { 'If-Match': match })).body).toMatchObject({
      status: 400,
      faults: [{ pointer: '/reference', code: 'missing' }, { pointer: '/event', code: 'code' }],
    });
    expect([await isKept(ofAnotherRole), await isKept(half), await versionOf(reference)]).toEqual([true, true, match]);
  });

  it('sent twice at once is one move', async () => {
    const { reference, match } = await refer();
    const draft = await keep(allocation(reference));
    const answers = await Promise.all([send(draft, { 'If-Match': match }), send(draft, { 'If-Match': match })]);
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200);
    expect(answers.every(({ status }) => status === 200 || status === 404)).toBe(true);
    expect(await versionOf(reference)).toBe(`"${Number(match.replaceAll('"', '')) + 1}"`);
  });

  it('is sent by those who keep referrals only for what they may: a referral by nobody of a service', async () => {
    const { draft } = (await (await world.as(dutyManager)).post('/api/drafts', { kind: 'referral', body: aReferral('R01') }).expect(201)).body as {
      draft: string;
    };
    expect((await send(draft)).body).toMatchObject({ status: 403, because: 'notYours' });
  });
});
