import { exampleReferrals } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

type Rule = {
  rule: string;
  status: string;
  mark: string;
  blocks: boolean;
  protective: boolean;
  reach: string;
  texts: { title: string };
  history: object[];
  usedIn: object;
};
const administrator = 'administrator@vale.test';
const body = { by: 'A. Sample, solicitor', on: '2026-11-29', note: 'The age counts on the day of the decision.' };

describe('the law over HTTP', () => {
  let world: WebWorld;
  let reference = '';
  beforeAll(async () => {
    const machine = Date.parse('2026-11-23T10:15:00Z');
    world = await webWorld({ machineNow: () => machine });
    // Case time alone: tokens are judged by the machine's.
    await world.sql('insert into teg.demonstration_clock values (true, $1, now())', [
      Date.parse('2026-11-30T09:10:00Z') - machine,
    ]);
    const sent = exampleReferrals().find((one) => one.reference === 'R11');
    const { received_at, notice, police_file } = sent ?? {};
    const answer = await (
      await world.as('referring-supervisor@south-wales-police.test')
    ).post('/api/referrals', { received_at, notice, police_file });
    reference = answer.body.reference as string;
  });
  afterAll(() => world.close());

  const rules = async (as = 'practitioner@vale.test', query = '?size=100', language = 'en') =>
    ((await (await world.as(as)).get(`/api/law${query}`).set('Accept-Language', language).expect(200)).body as { items: Rule[] })
      .items;
  const age = async () => (await rules()).find(({ rule }) => rule === 'deferralIsForChildren');
  const set = async (how: string, sent: object = body, rule = 'deferralIsForChildren') =>
    (await world.as(administrator)).post(`/api/law/${rule}/${how}`, sent);
  const o23 = async (what: string) => {
    const answer = await (
      await world.as('practitioner@vale.test')
    )
      .get(`/api/cases/${reference}/${what}?on=2026-12-29`)
      .expect(200);
    return (
      answer.body.disposals as {
        disposal: string;
        status: string;
        warnings?: string[];
        rules: { rule: string; stands?: string; standing?: object; isWarning?: boolean }[];
      }[]
    ).find(({ disposal }) => disposal === 'o23');
  };
  const ruleIn = (one: Awaited<ReturnType<typeof o23>>) => one?.rules.find(({ rule }) => rule === 'deferralIsForChildren');

  it('shows every rule to anybody who is signed in: source, mark, effect, where it is asked', async () => {
    const all = await rules('auditor@cps-wales.test');
    expect(all.length).toBeGreaterThan(60);
    for (const { rule, texts, mark, status, blocks, protective, reach } of all) {
      expect([rule, texts.title.length > 5]).toEqual([rule, true]);
      expect([rule, mark]).toEqual([rule, status === 'verified' ? 'Confirmed source' : 'To be confirmed']);
      expect([rule, blocks]).toEqual([rule, protective || status === 'verified' || reach === 'local']);
    }
    const welsh = await rules('practitioner@vale.test', '?size=100', 'cy');
    expect(welsh.map(({ texts }) => texts.title)).not.toEqual(all.map(({ texts }) => texts.title));
    await (await world.as(null)).get('/api/law').expect(401);
  });

  it('is a list like any other, of one status if that is asked', async () => {
    const open = await (await world.as('practitioner@vale.test')).get('/api/law?status=toBeConfirmed&size=2&page=2').expect(200);
    expect(open.body).toMatchObject({
      law: 0,
      page: 2,
      size: 2,
      items: [{ status: 'toBeConfirmed' }, { status: 'toBeConfirmed' }],
    });
    expect(open.body.total).toBeLessThan((await rules()).length);
    await (await world.as('practitioner@vale.test')).get('/api/law?status=believed').expect(400);
  });

  it('is set by an administrator, and read by the seven answers and the explanation at once', async () => {
    expect(await o23('disposals')).toMatchObject({ status: 'allowed', warnings: ['deferralIsForChildren'] });
    expect(ruleIn(await o23('explanation'))).toMatchObject({
      isWarning: true,
      stands: expect.stringMatching(/To be confirmed\.$/) as string,
    });

    const confirmed = await set('confirmed');
    expect([confirmed.status, confirmed.body, confirmed.headers['etag']]).toEqual([
      200,
      { rule: 'deferralIsForChildren', from: '2026-01-01', status: 'verified', law: 1 },
      '"1"',
    ]);
    expect(await age()).toMatchObject({
      status: 'verified',
      asWritten: 'toBeConfirmed',
      blocks: true,
      history: [{ by: body.by, recordedBy: administrator }],
    });
    const { by, on } = body;
    expect(await o23('disposals')).toMatchObject({ status: 'notAllowed', warnings: [] });
    expect(ruleIn(await o23('disposals'))).toMatchObject({ status: 'verified', standing: { by, on } });
    expect(ruleIn(await o23('explanation'))).toMatchObject({
      isWarning: false,
      standing: { by, on },
      stands: expect.stringMatching(/A\. Sample, solicitor confirmed it on 29 November 2026\.$/) as string,
    });

    await set('unconfirmed', { ...body, note: 'Read again.' }).then(({ status }) => expect(status).toBe(200));
    expect(await o23('disposals')).toMatchObject({ status: 'allowed', warnings: ['deferralIsForChildren'] });
    expect(ruleIn(await o23('explanation'))?.stands).toMatch(
      /To be confirmed\. A\. Sample, solicitor said so on 29 November 2026\.$/,
    );
  });

  it('is refused in the way of the house', async () => {
    await (await world.as('head-of-service@vale.test')).post('/api/law/childAdmits/confirmed', body).expect(403);
    expect((await set('confirmed', body, 'childIsTall')).status).toBe(404);
    expect((await set('unconfirmed', { by: body.by, on: body.on })).body).toMatchObject({
      status: 400,
      faults: [{ pointer: '/note', code: 'missing' }],
    });
    const stale = (await world.as(administrator)).post('/api/law/childAdmits/confirmed', body).set('If-Match', '"1"');
    expect((await stale).status).toBe(412);
  });
});
