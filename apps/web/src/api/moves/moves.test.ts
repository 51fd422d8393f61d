import { kebabOf, moves } from '#casework';
import { aReferral, saying } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const supervisor = 'referring-supervisor@south-wales-police.test';
const dutyManager = 'duty-manager@vale.test';
const practitioner = 'practitioner@vale.test';

describe('moves over HTTP', () => {
  let world: WebWorld;
  let made = 0;
  beforeAll(async () => {
    world = await webWorld({ machineNow: () => Date.parse('2026-11-24T09:00:00Z') });
  });
  afterAll(() => world.close());

  const refer = async (): Promise<{ reference: string; match: string }> => {
    made += 1;
    const body = saying(
      saying(aReferral('R01'), 'notice.child.family_name', `Prawf-${made}`),
      'notice.incident_ref',
      `INC/${made}`,
    );
    const answer = await (await world.as(supervisor)).post('/api/referrals', body).expect(201);
    return { reference: answer.body.reference as string, match: answer.headers['etag'] ?? '' };
  };
  type Headers = { readonly [name: string]: string };
  /** What is answered, which must have this status. */
  const post = async (status: number, as: string, reference: string, event: string, body?: object, headers: Headers = {}) => {
    const answer = await (await world.as(as)).post(`/api/cases/${reference}/${event}`, body).set(headers);
    expect([event, answer.status, answer.status === status ? '' : answer.text]).toEqual([event, status, '']);
    return answer;
  };

  it('answers a move with where the case stands, its event, its clocks and what comes next', async () => {
    const { reference, match } = await refer();
    const answer = await post(200, dutyManager, reference, 'case-allocated', { practitioner }, { 'If-Match': match });
    const version = Number(match.replaceAll('"', '')) + 1;
    expect(answer.headers['etag']).toBe(`"${version}"`);
    expect(Object.keys(answer.body).sort()).toEqual(['clocks', 'event', 'next', 'reference', 'state', 'version']);
    expect(answer.body).toMatchObject({
      reference,
      state: 'awaitingAssessment',
      version,
      event: {
        seq: version,
        type: 'caseAllocated',
        at: '2026-11-24T09:00:00.000Z',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
    expect(answer.body.clocks[0]).toMatchObject({
      kind: 'policeFile' === answer.body.clocks[0].kind ? 'policeFile' : 'firstAppointment',
      status: 'running',
    });
    const shown = await (await world.as(dutyManager)).get(`/api/cases/${reference}`).expect(200);
    expect(answer.body.next).toEqual(shown.body.next);
  });

  it('tells by its status why it was not done, and what would be possible', async () => {
    const { reference, match } = await refer();
    const allocate = (status: number, as: string, headers: Headers = { 'If-Match': match }, body: object = { practitioner }) =>
      post(status, as, reference, 'case-allocated', body, headers);
    expect((await allocate(403, practitioner)).body.because).toBe('notYours');
    expect((await allocate(404, 'duty-manager@cardiff.test')).body.because).toBe('notFound');
    expect((await allocate(428, dutyManager, {})).body.because).toBe('matchMissing');
    expect((await allocate(412, dutyManager, { 'If-Match': '"1"' })).body.because).toBe('stale');
    expect((await allocate(400, dutyManager, { 'If-Match': match }, { practitioner: 'nobody@vale.test' })).body.faults).toEqual([
      { pointer: '/practitioner', code: 'personUnknown', says: 'Nobody in the directory has this address.' },
    ]);
    expect((await allocate(400, dutyManager, { 'If-Match': match }, { practitioner, note: 1 })).body.faults[0]).toMatchObject({
      pointer: '/note',
      code: 'unknownField',
    });
    const notNow = (
      await post(200, dutyManager, reference, 'handed-off', { kind: 'probation', reason: 'x' }, { 'If-Match': match })
    ).body;
    expect(notNow.state).toBe('awaitingAllocation');
    const early = (
      await post(400, 'coordinator@vale.test', reference, 'case-listed', { meeting: '00000000-0000-4000-8000-0000000000aa' })
    ).body;
    expect(early.faults[0]).toMatchObject({ pointer: '/meeting', code: 'meetingUnknown' });
    const late = (await post(409, 'chair@vale.test', reference, 'panel-adjourned', { reason: 'x' })).body;
    expect(late).toMatchObject({
      type: 'urn:teg:problem:notNow',
      because: 'notNow',
      possible: expect.arrayContaining(['caseAllocated']) as string[],
    });
    await post(404, dutyManager, reference, 'case-praised', {});
  });

  it('tells a refusal of the law with rule, source and words, in the reader’s language', async () => {
    const { reference, match } = await refer();
    await post(200, dutyManager, reference, 'case-allocated', { practitioner }, { 'If-Match': match });
    const paper = await (
      await world.as(practitioner)
    )
      .post(`/api/cases/${reference}/documents`, { kind: 'assessment', body: { words: 'Met her twice.' } })
      .expect(201);
    const version = async () =>
      (await (await world.as(practitioner)).get(`/api/cases/${reference}`).expect(200)).headers['etag'] ?? '';
    await post(
      200,
      practitioner,
      reference,
      'assessment-completed',
      { document: paper.body.document },
      { 'If-Match': await version() },
    );
    await world.sql("update teg.person set roles = '{practitioner,teamManager}' where email = $1", ['team-manager-2@vale.test']);
    await world.sql(
      "update teg.stream set facts = jsonb_set(facts, '{known,assessmentAuthor}', (select to_jsonb(id) from teg.person where email = $2)) where reference = $1",
      [reference, 'team-manager-2@vale.test'],
    );
    const judgements = [{ area: 'safetyOfChild', sufficient: true, note: 'x' }];
    const match2 = await version();
    const english = await post(
      422,
      'team-manager-2@vale.test',
      reference,
      'assessment-countersigned',
      { judgements },
      { 'If-Match': match2 },
    );
    expect(english.body.rules[0]).toMatchObject({
      rule: 'countersignerIsNotAuthor',
      answer: 'notMet',
      help: 'none',
      source: { act: 'Local policy' },
    });
    expect(english.body.rules[0].says).toEqual(expect.any(String));
    const welsh = await post(
      422,
      'team-manager-2@vale.test',
      reference,
      'assessment-countersigned',
      { judgements },
      { 'If-Match': match2, 'Accept-Language': 'cy' },
    );
    expect(welsh.body.rules[0].says).not.toBe(english.body.rules[0].says);
    expect(welsh.body.rules[0].rule).toBe(english.body.rules[0].rule);
  });

  it('does a repeated request once and says so', async () => {
    const { reference, match } = await refer();
    const headers = { 'If-Match': match, 'Idempotency-Key': `allocate-${reference}` };
    const send = (status: number, body: object) => post(status, dutyManager, reference, 'case-allocated', body, headers);
    const [first, again] = [await send(200, { practitioner }), await send(200, { practitioner })];
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    expect(again.body).toEqual(first.body);
    expect((await send(422, { practitioner: 'practitioner-2@vale.test' })).body.because).toBe('keyReused');
  });

  it('puts the name of a refused event into the access log', async () => {
    const { reference } = await refer();
    await post(403, practitioner, reference, 'case-allocated', { practitioner });
    expect(await world.sql('select what, refused from teg.access_log where reference = $1', [reference])).toContainEqual({
      what: 'caseAllocated',
      refused: 'notYours',
    });
  });

  it('describes each event with a body of its own', async () => {
    const { body } = await (await world.as(null)).get('/openapi.json').expect(200);
    for (const { event } of moves)
      expect(Object.keys(body.paths[`/api/cases/{reference}/${kebabOf(event)}`] ?? {})).toEqual(['post']);
    expect(body.components.schemas.DisposalGiven.required).toEqual([
      'admissionHeard',
      'effectExplained',
      'understanding',
      'appropriateAdult',
      'adviceAnswer',
    ]);
    expect(body.components.schemas.PanelOpened).toMatchObject({ required: ['present'], additionalProperties: false });
  });
});
