import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';
import { aReferral, saying, type SentReferral } from '../../../../../test/world/referrals.js';

const sergeant = 'custody-sergeant@south-wales-police.test';
const officer = 'victim-officer@vale.test';

describe('a victim', () => {
  let world: WebWorld;
  let made = 0;
  const own = (number: string): SentReferral => {
    made += 1;
    return saying(saying(aReferral(number), 'notice.child.family_name', `Enw-${made}`), 'notice.incident_ref', `INC/${made}`);
  };
  const refer = async ({ notice, police_file }: SentReferral): Promise<string> =>
    ((await (await world.as(sergeant)).post('/api/referrals', { notice, police_file }).expect(201)).body as { reference: string })
      .reference;
  const see = async (reference: string) =>
    (await (await world.as(officer)).get(`/api/victims/${reference}`).expect(200)).body as { [name: string]: unknown };
  const seeCase = async (reference: string) =>
    (await (await world.as('duty-manager@vale.test')).get(`/api/cases/${reference}`).expect(200)).body as {
      facts: { victims: object[]; victimsTold?: object };
      version: number;
    };

  beforeAll(async () => {
    world = await webWorld();
    await world.sql('insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now())', [
      Math.round(Date.parse('2027-03-01T12:00:00Z') - Date.now()),
    ]);
  });
  afterAll(() => world.close());

  it('is seen by the victim service of the area alone, with what the police wrote', async () => {
    const reference = await refer(own('R03'));
    expect(await see(`${reference}-V1`)).toMatchObject({
      reference: `${reference}-V1`,
      caseReference: reference,
      number: 'V1',
      hasEnhancedRights: true,
      contact: { value: true, by: 'police' },
      wishes: { value: 'Wants the glass replaced', by: 'police' },
      policePart: 1,
    });
    for (const email of [
      'duty-manager@vale.test',
      'chair@vale.test',
      sergeant,
      'police-decision-maker@south-wales-police.test',
      'panel-member@vale.test',
    ])
      await (await world.as(email)).get(`/api/victims/${reference}-V1`).expect(403);
    await (await world.as('victim-officer@cardiff.test')).get(`/api/victims/${reference}-V1`).expect(404);
    await (await world.as(officer)).get(`/api/cases/${reference}`).expect(403);
    const list = await (await world.as(officer)).get('/api/victims').expect(200);
    expect((list.body as { items: { reference: string }[] }).items.map((one) => one.reference)).toEqual(
      expect.arrayContaining([`${reference}-V1`, `${reference}-V2`]),
    );
  });

  it('says what they want to the victim officer: the words stay here, the case learns codes by number', async () => {
    const reference = await refer(own('R03'));
    const said = {
      ref: 'V2',
      contactAgreed: true,
      wishes: 'Wants an apology, “mawr”',
      enhancedRights: true,
      enhancedRightsReason: 'vulnerable',
    };
    const answer = await (
      await world.as(officer)
    )
      .post(`/api/cases/${reference}/victim-updated`, said)
      .set('Idempotency-Key', 'v-1')
      .expect(200);
    expect(answer.body).toMatchObject({
      reference,
      ref: 'V2',
      event: { type: 'victimUpdated', seq: 2 },
      state: 'awaitingAllocation',
      version: 3,
    });
    expect(await see(`${reference}-V2`)).toMatchObject({
      wishes: { value: said.wishes, by: 'victimOfficer' },
      contact: { value: true, by: 'victimOfficer' },
      hasEnhancedRights: true,
    });
    const { facts } = await seeCase(reference);
    expect(facts.victims).toContainEqual({
      ref: 'V2',
      hasEnhancedRights: true,
      hasAgreedToContact: true,
      isFamily: false,
      isPartner: false,
      isDomesticAbuse: false,
      isSixteenOrOver: true,
    });
    const events = await (await world.as('duty-manager@vale.test')).get(`/api/cases/${reference}/events`).expect(200);
    const last = (events.body as { items: object[] }).items.at(-1);
    expect(last).toMatchObject({ type: 'victimUpdated', by: { email: officer } });
    expect(JSON.stringify([facts, events.body])).not.toContain('apology');
    const again = await (
      await world.as(officer)
    )
      .post(`/api/cases/${reference}/victim-updated`, said)
      .set('Idempotency-Key', 'v-1')
      .expect(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect((await seeCase(reference)).version).toBe(3);
  });

  it('keeps what they said to the officer when a later police file says something else', async () => {
    const body = own('R03');
    const reference = await refer(body);
    await (
      await world.as(officer)
    )
      .post(`/api/cases/${reference}/victim-updated`, { ref: 'V1', wishes: 'Wants to meet' })
      .expect(200);
    saying(body, 'police_file.victims.0.wishes', 'Does not want to meet');
    await (
      await world.as(sergeant)
    )
      .put(`/api/referrals/${reference}/police-file`, saying(body, 'police_file.victims.0.language', 'CY').police_file)
      .expect(200);
    expect(await see(`${reference}-V1`)).toMatchObject({
      wishes: { value: 'Wants to meet', by: 'victimOfficer' },
      language: 'CY',
      policePart: 2,
    });
  });

  it('is told, and the case knows on which day, by number', async () => {
    const reference = await refer(own('R03'));
    await (await world.as(officer)).post(`/api/cases/${reference}/victim-informed`, { ref: 'V1', on: '2027-02-26' }).expect(200);
    expect((await seeCase(reference)).facts.victimsTold).toEqual({ V1: '2027-02-26' });
    expect((await see(`${reference}-V1`))['told']).toEqual({ on: '2027-02-26', of: 'victimInformed' });
  });

  it('is refused what cannot be, and nothing is written', async () => {
    const reference = await refer(own('R03'));
    const rows = () =>
      world.sql('select (select count(*) from teg.event) as events, (select count(*) from teg.stream) as streams');
    const before = await rows();
    const post = async (email: string, event: string, body: object, status: number) =>
      (await (await world.as(email)).post(`/api/cases/${reference}/${event}`, body).expect(status)).body as { because: string };
    await post(officer, 'victim-informed', { ref: 'V9' }, 404);
    await post(officer, 'victim-informed', { ref: 'V1', on: '2027-03-02' }, 400);
    await post(officer, 'victim-informed', { ref: 'V1', name: 'X' }, 400);
    await post('victim-officer@cardiff.test', 'victim-informed', { ref: 'V1' }, 404);
    await post('practitioner@vale.test', 'victim-informed', { ref: 'V1' }, 403);
    expect((await post(officer, 'victim-review-requested', { ref: 'V1' }, 409)).because).toBe('notNow');
    expect(await rows()).toEqual(before);
  });
});
