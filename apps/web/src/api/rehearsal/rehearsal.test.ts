import { exampleReferrals } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

type Case = {
  reference: string;
  state: string;
  from: object;
  opens: string[];
  closes: string[];
  stopsClocks: string[];
  startsClocks: string[];
  strands: string | null;
};
type Rehearsed = { ok: boolean; stranded: string[]; changed: number; total: number; items: Case[] };
const head = 'head-of-service@vale.test';

describe('a version of a pathway, rehearsed on the open cases', () => {
  let world: WebWorld;
  const references: string[] = [];
  beforeAll(async () => {
    const machine = Date.parse('2026-11-23T10:15:00Z');
    world = await webWorld({ machineNow: () => machine });
    await world.sql('insert into teg.demonstration_clock values (true, $1, now())', [
      Date.parse('2026-12-28T09:00:00Z') - machine,
    ]);
    for (const number of ['R01', 'R04', 'R11', 'R15']) {
      const { received_at, notice, police_file } = exampleReferrals().find(({ reference }) => reference === number) ?? {};
      const sender = await world.as('referring-supervisor@south-wales-police.test');
      const answer = await sender.post('/api/referrals', { received_at, notice, police_file }).expect(201);
      references.push(answer.body.reference as string);
    }
    const allocated = (await world.as('duty-manager@vale.test')).post(`/api/cases/${references[0]}/case-allocated`, {
      practitioner: 'practitioner@vale.test',
    });
    const version = (await (await world.as('duty-manager@vale.test')).get(`/api/cases/${references[0]}`)).headers['etag'] ?? '';
    await allocated.set('If-Match', version).expect(200);
  });
  afterAll(() => world.close());

  const rehearsed = async (pathway: string, as = head) =>
    (await (await world.as(as)).get(`/api/rehearsals/${pathway}`).expect(200)).body as Rehearsed;

  it('the same version changes nothing for anybody, and a street notice is no case', async () => {
    const { ok, stranded, changed, total, items } = await rehearsed('vale-oocd/1');
    expect({ ok, stranded, changed, total }).toEqual({ ok: true, stranded: [], changed: 0, total: 3 });
    expect(items.map(({ reference }) => reference).sort()).toEqual(references.slice(0, 3).sort());
    for (const one of items)
      expect(one).toMatchObject({
        from: { name: 'vale-oocd', version: 1 },
        opens: [],
        closes: [],
        startsClocks: [],
        stopsClocks: [],
        strands: null,
      });
  });

  it('another machine: says for each case what it would change, and which it would strand', async () => {
    const { ok, stranded, changed, items } = await rehearsed('divert/1');
    expect({ ok, changed }).toEqual({ ok: false, changed: 3 });
    // Divert has no state in which an allocation is awaited: those cases would wait for nothing.
    expect(stranded).toEqual(items.filter(({ strands }) => strands !== null).map(({ reference }) => reference));
    expect(items.find(({ reference }) => reference === references[1])).toMatchObject({
      state: 'awaitingAllocation',
      strands: 'stateIsGone',
    });
  });

  it('an administrator, who sees no case, gets references and codes of the own service and nothing of a child', async () => {
    const answer = await rehearsed('youth-bureau/1', 'administrator@vale.test');
    expect(answer).toEqual(await rehearsed('youth-bureau/1'));
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(/born|Sampl|Enghraifft|\d{4}-\d\d-\d\dT/);
    expect(Object.keys(answer.items[0] ?? {}).sort()).toEqual([
      'closes',
      'from',
      'leadsElsewhere',
      'opens',
      'reference',
      'startsClocks',
      'state',
      'stopsClocks',
      'strands',
    ]);
    expect(await rehearsed('youth-bureau/1', 'head-of-service@cardiff.test')).toMatchObject({ total: 0, ok: true });
    expect(await rehearsed('youth-bureau/1', 'administrator@south-wales-police.test')).toMatchObject({ total: 0 });
  });

  it('is not for others, not of a pathway there is not, is noted, and writes nothing', async () => {
    const count = () =>
      world.sql('select (select count(*) from teg.event) as events, (select count(*) from teg.stream) as streams');
    const before = await count();
    await (await world.as('duty-manager@vale.test')).get('/api/rehearsals/vale-oocd/1').expect(403);
    for (const unknown of ['vale-oocd/7', 'vale-oocd/1.0', 'elsewhere/1'])
      await (await world.as(head)).get(`/api/rehearsals/${unknown}`).expect(404);
    expect(await count()).toEqual(before);
    const noted = await world.sql(
      "select refused, count(*)::int from teg.access_log where what = 'rehearsePathway' group by refused order by refused nulls first",
    );
    expect(noted).toEqual([
      { refused: null, count: 6 },
      { refused: 'notFound', count: 3 },
      { refused: 'notYours', count: 1 },
    ]);
  });

  it('is a list like any other: the summary is of all, whatever the page', async () => {
    const answer = await (await world.as(head)).get('/api/rehearsals/divert/1?size=1&page=2').expect(200);
    expect(answer.body).toMatchObject({
      total: 3,
      page: 2,
      size: 1,
      changed: 3,
      stranded: (await rehearsed('divert/1')).stranded,
    });
    expect(answer.body.items).toHaveLength(1);
  });
});
