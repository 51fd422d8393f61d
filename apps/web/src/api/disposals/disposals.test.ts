import { type RuleVersion, ruleOf } from '#law';
import { disagreements } from '../../../../../test/world/expected-disposals.js';
import { exampleReferrals } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const supervisor = 'referring-supervisor@south-wales-police.test';
const practitioner = 'practitioner@vale.test';
type Answer = {
  disposal: string;
  status: string;
  needs: string[];
  outcomeNumbers: string[];
  why: string[];
  title: string;
  rules: { rule: string; answer: string; applies?: boolean; says: string; source: object; help: string }[];
};
type Expected = { readonly disposals: readonly Pick<Answer, 'disposal' | 'status' | 'needs' | 'outcomeNumbers'>[] };

describe('the seven answers over HTTP', () => {
  let world: WebWorld;
  const machine = Date.parse('2026-11-23T10:15:00Z');
  const references = new Map<string, string>();
  beforeAll(async () => {
    world = await webWorld({ machineNow: () => machine });
    for (const { reference, received_at, notice, police_file } of exampleReferrals()) {
      await goTo(received_at);
      const by = notice['source'] === 'COURT_RETURN' ? 'court-liaison@cardiff-youth-court.test' : supervisor;
      const answer = await (await world.as(by)).post('/api/referrals', { received_at, notice, police_file });
      references.set(reference, answer.body.reference as string);
    }
  });
  afterAll(() => world.close());

  // Case time alone: tokens are judged by the machine's.
  const goTo = (instant: string) =>
    world.sql(
      'insert into teg.demonstration_clock values (true, $1, now()) on conflict (is_the_one) do update set ahead_ms = excluded.ahead_ms',
      [Date.parse(instant) - machine],
    );
  const disposals = async (reference: string, query = '', as = practitioner) =>
    (await world.as(as)).get(`/api/cases/${references.get(reference)}/disposals${query}`);

  it.each(exampleReferrals().map(({ reference, received_at, expected }) => ({ reference, received_at, expected })))(
    '$reference: as the referral expects them',
    async ({ reference, received_at, expected }) => {
      await goTo(received_at);
      const answer = await disposals(reference);
      expect(answer.status).toBe(200);
      expect(disagreements(answer.body.disposals as Answer[], (expected as unknown as Expected).disposals)).toEqual([]);
    },
  );

  // A rule that answers the wrong way is noticed over HTTP, in the referral that turns on it: by its status, or by what is still needed.
  it.each([
    ['R01', 'childAdmits', false, 'yc: status notAllowed instead of allowed'],
    ['R12', 'childAdmits', true, 'yc: status allowed instead of notAllowed'],
    ['R09', 'referralMechanismHasDecided', true, 'nfa: status allowed instead of needs'],
    ['R08', 'notificationExplained', true, 'yc: needs record: adviceOfferedAgain instead of '],
    ['R14', 'adultIsSuitable', true, 'yc: status allowed instead of needs'],
  ] as const)('%s: disagrees where %s always answers %s', async (number, rule, is, point) => {
    const { received_at, expected } = exampleReferrals().find(({ reference }) => reference === number) ?? {};
    await goTo(received_at ?? '');
    const versions = ruleOf(rule) as readonly { -readonly [part in keyof RuleVersion]: RuleVersion[part] }[];
    const asWritten = versions.map((version) => ({ ...version }));
    for (const version of versions) Object.assign(version, { needs: [], holds: () => is });
    const answer = await disposals(number);
    versions.forEach((version, place) => Object.assign(version, asWritten[place]));
    const points = disagreements(answer.body.disposals as Answer[], (expected as unknown as Expected).disposals);
    expect(points).toContainEqual(expect.stringContaining(point));
  });

  it('says why in both languages and ranks nothing', async () => {
    const english = (await disposals('R12')).body.disposals as Answer[];
    const welsh = (
      await (await world.as(practitioner)).get(`/api/cases/${references.get('R12')}/disposals`).set('Accept-Language', 'cy')
    ).body.disposals as Answer[];
    const [caution, rybudd] = [english[4], welsh[4]];
    expect([caution?.disposal, caution?.status]).toEqual(['yc', 'notAllowed']);
    expect(caution?.why.length).toBeGreaterThan(0);
    expect(caution?.why).not.toEqual(rybudd?.why);
    expect(english.map((one) => Object.keys(one).sort())).toEqual(
      english.map(() => ['disposal', 'needs', 'outcomeNumbers', 'rules', 'says', 'status', 'title', 'warnings', 'why']),
    );
  });

  it('says of a rule that does not concern the case that it does not apply, never flatly that it is met', async () => {
    const rule = async (reference: string, language: string) => {
      const answer = (await world.as(practitioner)).get(`/api/cases/${references.get(reference)}/disposals`);
      const { body } = await answer.set('Accept-Language', language);
      const caution = (body.disposals as Answer[]).find(({ disposal }) => disposal === 'ycc');
      return caution?.rules.find((one) => one.rule === 'prosecutorAuthorisesIndictableConditionalCaution');
    };
    expect(await rule('R01', 'en')).toMatchObject({
      answer: 'met',
      applies: false,
      says: expect.stringMatching(/^Does not apply here: no offence is indictable only/) as string,
    });
    expect((await rule('R01', 'cy'))?.says).toMatch(/^Nid yw’n gymwys yma: /);
    const robbery = await rule('R09', 'en');
    expect([robbery?.answer, robbery !== undefined && 'applies' in robbery]).toEqual(['unknown', false]);
  });

  it('takes ages and law at the day it would be given, and facts as they were at a moment', async () => {
    // 17 years and 11 months: 18 before Christmas is over.
    const on = (day: string) => disposals('R11', `?on=${day}`);
    const status = (body: { disposals: Answer[] }, name: string) =>
      body.disposals.find(({ disposal }) => disposal === name)?.status;
    expect(status((await on('2027-06-01')).body, 'yc')).toBe('notAllowed');
    expect(status((await on('2027-06-01')).body, 'yrd')).toBe('allowed');
    const past = await disposals('R01', '?as-at=2026-11-23T10:15:30Z');
    expect(past.body).toMatchObject({ on: '2026-11-23', asAt: '2026-11-23T10:15:30.000Z' });
    expect((await disposals('R01', '?on=2026-02-30')).body.faults).toEqual([
      { pointer: '/on', code: 'day', says: expect.any(String) as string },
    ]);
    expect((await disposals('R01', '?as-at=2029-01-01T00:00:00Z')).body.faults[0]).toMatchObject({
      pointer: '/as-at',
      code: 'afterNow',
    });
  });

  it('is shown to nobody who does not see the case, and noted for everybody who does', async () => {
    expect((await disposals('R01', '', 'practitioner@cardiff.test')).status).toBe(404);
    expect((await disposals('R01', '', 'auditor@vale.test')).status).toBe(403);
    expect(
      await world.sql(
        "select refused from teg.access_log where what = 'seeDisposals' and reference = $1 order by id desc limit 2",
        [references.get('R01')],
      ),
    ).toEqual([{ refused: 'notYours' }, { refused: 'notFound' }]);
  });
});
