import { markKinds } from '#law';
import { exampleReferrals } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

type Said = {
  status: string;
  by: string;
  on: string;
  note: string | null;
  from: string;
  source: { act: string };
  recordedBy: string;
};
type Mark = {
  name: string;
  kind: string;
  texts: string[];
  from: string;
  source: { act: string };
  status: string;
  asWritten: string;
  mark: string;
  standing: { by: string; on: string } | null;
  history: Said[];
};
type Clock = { kind: string; sourceStatus: string; sourceStanding?: object };
type Disposal = {
  disposal: string;
  record: { effects: { effect: string; status: string; standing?: object; stands: string }[] };
};

const administrator = 'administrator@vale.test';
const dutyManager = 'duty-manager@vale.test';
const body = { by: 'A. Sample, solicitor', on: '2026-11-29', note: 'Read on the publisher’s own page.' };
const effect = 'effect.fingerprints.yc-ycc';

describe('what is to be confirmed, over HTTP', () => {
  let world: WebWorld;
  let reference = '';
  beforeAll(async () => {
    const machine = Date.parse('2026-11-23T10:15:00Z');
    world = await webWorld({ machineNow: () => machine });
    await world.sql('insert into teg.demonstration_clock values (true, $1, now())', [
      Date.parse('2026-11-30T09:10:00Z') - machine,
    ]);
    const { received_at, notice, police_file } = exampleReferrals().find((one) => one.reference === 'R01') ?? {};
    const sender = await world.as('referring-supervisor@south-wales-police.test');
    reference = (await sender.post('/api/referrals', { received_at, notice, police_file })).body.reference as string;
  });
  afterAll(() => world.close());

  const list = async (query = '', language = 'en') => {
    const page = (await world.as(dutyManager)).get(`/api/law/marks?size=100${query}`).set('Accept-Language', language);
    return (await page.expect(200)).body as { items: Mark[]; total: number; law: number };
  };
  const all = async (query = '') => {
    const first = await list(query);
    const pages = Array.from({ length: Math.ceil(first.total / 100) - 1 }, (_, more) => list(`${query}&page=${more + 2}`));
    return [first, ...(await Promise.all(pages))].flatMap(({ items }) => items);
  };
  const named = async (name: string) => (await all()).find((one) => one.name === name);
  const set = async (name: string, how: string, sent: object = body, as = administrator) =>
    (await world.as(as)).post(`/api/law/${name}/${how}`, sent);
  const clock = async (kind: string, query = '') => {
    const seen = await (await world.as(dutyManager)).get(`/api/cases/${reference}${query}`).expect(200);
    return (seen.body as { clocks: Clock[] }).clocks.find((one) => one.kind === kind);
  };
  /** The instant of the case as it is seen now. */
  const now = async () =>
    ((await (await world.as(dutyManager)).get(`/api/cases/${reference}`).expect(200)).body as { asAt: string }).asAt;
  const fingerprints = async () => {
    const seen = await (await world.as(dutyManager)).get(`/api/cases/${reference}/explanation`).expect(200);
    const { record } = (seen.body as { disposals: Disposal[] }).disposals.find(({ disposal }) => disposal === 'yc') ?? {};
    return record?.effects.find((one) => one.effect === 'fingerprints');
  };

  it('is one list of all that carries a mark, each with its words, source and mark', async () => {
    const everything = await all();
    expect(new Set(everything.map(({ kind }) => kind))).toEqual(new Set(['rule', ...markKinds]));
    expect(new Set(everything.map(({ name }) => name)).size).toBe(everything.length);
    for (const { name, texts, from, source, mark, status, asWritten, history } of everything) {
      const isSaid = texts.length > 0 && texts.every((text) => /\p{L}{3}/u.test(text) && text !== name);
      expect([name, isSaid, source.act.length > 3, from.length > 0]).toEqual([name, true, true, true]);
      expect([name, mark, asWritten, history]).toEqual([
        name,
        status === 'verified' ? 'Confirmed source' : 'To be confirmed',
        status,
        [],
      ]);
    }
    const open = await all('&status=toBeConfirmed');
    expect(open).toEqual(everything.filter(({ status }) => status === 'toBeConfirmed'));
    for (const kind of ['rule', ...markKinds]) expect([kind, open.some((one) => one.kind === kind)]).toEqual([kind, true]);
    expect((await all('&kind=clock')).map(({ kind }) => kind)).toEqual(
      everything.filter(({ kind }) => kind === 'clock').map(({ kind }) => kind),
    );
    const welsh = await list('&kind=effect', 'cy');
    expect(welsh.items.map(({ texts }) => texts)).not.toEqual((await list('&kind=effect')).items.map(({ texts }) => texts));
  });

  it('a clock that is confirmed is so in the list and on the case, with who read what; before, the case says what was true then', async () => {
    expect(await clock('allocation')).toMatchObject({ sourceStatus: 'toBeConfirmed' });
    const before = await now();
    await world.sql('update teg.demonstration_clock set ahead_ms = ahead_ms + 60000');
    expect((await set('clock.allocation', 'confirmed')).body).toEqual({
      rule: 'clock.allocation',
      from: '1 workingDays from receipt, cut-off 17:00',
      status: 'verified',
      law: 1,
    });
    const { by, on } = body;
    expect(await named('clock.allocation')).toMatchObject({
      status: 'verified',
      asWritten: 'toBeConfirmed',
      mark: 'Confirmed source',
      standing: { by, on },
    });
    expect(await clock('allocation')).toMatchObject({ sourceStatus: 'verified', sourceStanding: { by, on } });
    // Another clock, and the same one as it stood before anybody had said so.
    expect(await clock('assessment')).toMatchObject({ sourceStatus: 'toBeConfirmed' });
    expect(await clock('allocation', `?as-at=${before}`)).toMatchObject({ sourceStatus: 'toBeConfirmed' });
    expect(await clock('allocation', `?as-at=${before}`)).not.toHaveProperty('sourceStanding');
    const receipt = await (await world.as(dutyManager)).get(`/api/referrals/${reference}/receipt`).expect(200);
    expect((receipt.body as { clocks: Clock[] }).clocks.find(({ kind }) => kind === 'allocation')).toMatchObject({
      sourceStatus: 'verified',
    });
    expect((await list(`&as-at=${before}`)).law).toBe(0);
  });

  it('an effect that is confirmed is so in the list and in the explanation; taken back with a reason, the history keeps both', async () => {
    expect(await fingerprints()).toMatchObject({
      status: 'toBeConfirmed',
      stands: expect.stringMatching(/To be confirmed\.$/) as string,
    });
    expect((await set(effect, 'confirmed')).status).toBe(200);
    expect(await fingerprints()).toMatchObject({
      status: 'verified',
      standing: { by: body.by, on: body.on },
      stands: expect.stringMatching(/s\.63K\. A\. Sample, solicitor confirmed it on 29 November 2026\.$/) as string,
    });
    expect((await set(effect, 'unconfirmed', { ...body, note: 'The section was amended.' })).status).toBe(200);
    expect(await fingerprints()).toMatchObject({ status: 'toBeConfirmed', standing: { by: body.by } });
    const { history = [], status } = (await named(effect)) ?? {};
    expect(status).toBe('toBeConfirmed');
    expect(history.map((one) => [one.status, one.note, one.recordedBy, one.source.act])).toEqual([
      ['toBeConfirmed', 'The section was amended.', administrator, 'Police and Criminal Evidence Act 1984'],
      ['verified', body.note, administrator, 'Police and Criminal Evidence Act 1984'],
    ]);
  });

  it('a row of each table is confirmed under its name, in both languages, and stays as exactly read', async () => {
    const rows = [
      ['cause.interpreter', 'counted apart'],
      ['charging.affray', 'PU86003'],
      ['limit.shopTheft', 'none: TH68010'],
      ['number.yrd', '8, 22'],
      ['gravity.informalFrom', 'from 4'],
      ['penalty.age', 'the day on which the condition is set'],
      ['street.threshold', '3 within 12 months'],
    ] as const;
    for (const [name, from] of rows) {
      expect(await named(name)).toMatchObject({ status: 'toBeConfirmed', from });
      expect((await set(name, 'confirmed')).body).toMatchObject({ rule: name, from, status: 'verified' });
    }
    const after = await all();
    for (const [name, from] of rows)
      expect(after.find((one) => one.name === name)).toMatchObject({
        status: 'verified',
        asWritten: 'toBeConfirmed',
        history: [{ from, by: body.by, recordedBy: administrator }],
      });
    const [english, welsh] = [await list('&kind=limit'), await list('&kind=limit', 'cy')];
    expect(english.items.map(({ texts }) => texts[0])).toContain('Shop theft has no charging limit');
    expect(welsh.items.map(({ texts }) => texts)).not.toEqual(english.items.map(({ texts }) => texts));
  });

  it('is set by an administrator alone, with a reading that was, of something there is', async () => {
    const before = await all();
    for (const as of ['head-of-service@vale.test', dutyManager, 'inspector@south-wales-police.test'])
      expect([as, (await set('clock.panel', 'confirmed', body, as)).status]).toEqual([as, 403]);
    for (const name of ['clock.tea', 'effect.spent', 'limit.affray', 'panel'])
      expect([name, (await set(name, 'confirmed')).status]).toEqual([name, 404]);
    expect((await set('clock.panel', 'confirmed', { ...body, on: '2026-12-01' })).body).toMatchObject({
      faults: [{ pointer: '/on' }],
    });
    expect((await set('clock.panel', 'unconfirmed', { by: body.by, on: body.on })).body).toMatchObject({
      faults: [{ pointer: '/note', code: 'missing' }],
    });
    expect((await set('clock.panel', 'confirmed', { on: body.on })).body).toMatchObject({
      faults: [{ pointer: '/by', code: 'missing' }],
    });
    await (await world.as(null)).get('/api/law/marks').expect(401);
    expect(await all()).toEqual(before);
  });
});
