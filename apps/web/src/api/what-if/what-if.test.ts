import { RecountClocks } from '#casework';
import { aReferral, saying } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const sergeant = 'custody-sergeant@south-wales-police.test';
const manager = 'duty-manager@vale.test';
type Clock = {
  readonly kind: string;
  readonly of?: string;
  readonly movesBy: number;
  readonly is: { readonly dueOn: string };
  readonly wouldBe: { readonly dueOn: string; readonly explanation: readonly { readonly on: string; readonly why: string }[] };
};
const dueDays = (clocks: readonly Clock[]) => Object.fromEntries(clocks.map(({ kind, wouldBe }) => [kind, wouldBe.dueOn]));

describe('what if', () => {
  let world: WebWorld;
  const references: string[] = [];
  beforeAll(async () => {
    world = await webWorld();
    const ahead = Math.round(Date.parse('2026-12-29T12:00:00Z') - Date.now());
    await world.sql('insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now())', [ahead]);
    for (const name of ['Un', 'Dau', 'Tri']) {
      const body = saying(aReferral('R13'), 'notice.child.family_name', name);
      saying(body, 'received_at', '2026-12-24T16:55:00Z');
      const { body: made } = await (await world.as(sergeant)).post('/api/referrals', body).expect(201);
      references.push((made as { reference: string }).reference);
    }
  });
  afterAll(() => world.close());
  const asked = async (path: string, status: number, as: string) => (await (await world.as(as)).get(path).expect(status)).body;
  const ask = (query: string, status = 200, as = manager) =>
    asked(`/api/cases/${references[0] ?? ''}/what-if${query}`, status, as);
  const askAll = (query: string, status = 200, as = manager) => asked(`/api/what-if${query}`, status, as);
  const rows = () =>
    world.sql(
      `select (select count(*) from teg.event) as events, (select count(*) from teg.clock) as clocks, (select max(version) from teg.stream) as version,
              (select count(*) from teg.calendar_version) as calendars, (select count(*) from teg.inbox) as notices`,
    );

  it('it had come ten minutes later, or the panel were due within ten days: day by day, for one case', async () => {
    const body = await ask('?received=2026-12-24T17:05:00Z&panel-limit=10');
    const clocks = body.clocks as readonly Clock[];
    const panel = clocks.find(({ kind }) => kind === 'panel');
    expect(panel).toMatchObject({
      is: { dayZero: '2026-12-24', dueOn: '2027-01-19' },
      wouldBe: { dayZero: '2026-12-29', dueOn: '2027-01-13' },
    });
    expect(panel?.wouldBe.explanation.slice(0, 2)).toMatchObject([
      { on: '2026-12-24', why: 'afterCutOff' },
      { on: '2026-12-25', why: 'bankHoliday' },
    ]);
    expect(clocks.find(({ kind }) => kind === 'delivery')).toMatchObject({ status: 'ahead', wouldBe: { dueOn: '2027-01-20' } });
  });

  it('a day is the same time of day: had it come on the Tuesday', async () => {
    const body = await ask('?received=2026-12-22');
    expect(dueDays(body.clocks as readonly Clock[])).toMatchObject({ panel: '2027-01-15', firstAppointment: '2026-12-31' });
    expect(body).toMatchObject({
      wouldBreach: ['allocation'],
      reference: references[0],
    });
  });

  it('every open case of the service, page by page, with the clocks that would move', async () => {
    const body = await askAll('?holiday=2026-12-30&size=2');
    expect(body).toMatchObject({ total: 3, page: 1, size: 2, calendar: 'ew-2026-02' });
    const items = body.items as readonly { reference: string; clocks: readonly Clock[] }[];
    expect(items).toHaveLength(2);
    for (const { clocks } of items) {
      expect(dueDays(clocks)).toMatchObject({ panel: '2027-01-20', firstAppointment: '2027-01-06' });
      expect(clocks.every(({ movesBy }) => movesBy !== 0)).toBe(true);
    }
    const second = await askAll('?holiday=2026-12-30&size=2&page=2');
    const seen = [...items, ...(second.items as readonly { reference: string }[])].map(({ reference }) => reference);
    expect([...seen].sort()).toEqual([...references].sort());
    expect(await askAll('?holiday=2026-12-30', 200, 'duty-manager@cardiff.test')).toMatchObject({
      items: [],
      total: 0,
    });
  });

  it('writes nothing, and every question is noted', async () => {
    const before = await rows();
    await ask('?holiday=2026-12-30');
    await askAll('?panel-limit=5');
    expect(await rows()).toEqual(before);
    const noted = await world.sql<{ what: string }>('select distinct what from teg.access_log');
    expect(noted.map(({ what }) => what)).toEqual(expect.arrayContaining(['askWhatIf', 'askWhatIfOfAll']));
  });

  it.each([
    ['?received=yesterday', '/received', 'moment'],
    ['?received=2035-01-01', '/received', 'notCovered'],
    ['?holiday=2026-02-30', '/holiday', 'day'],
    ['?holiday=2026-12-30,2026-12-25', '/holiday', 'holidayKnown'],
    ['?no-holiday=2026-12-30', '/no-holiday', 'holidayUnknown'],
    ['?panel-limit=0', '/panel-limit', 'whole'],
    ['?weather=rain', '/weather', 'unknownField'],
  ])('%s is no change: %s %s', async (query, pointer, code) => {
    expect((await ask(query, 400)).faults).toMatchObject([{ pointer, code }]);
  });

  it('is nobody’s who may not see the case', async () => {
    await ask('?panel-limit=5', 404, 'duty-manager@cardiff.test');
    await ask('?panel-limit=5', 403, 'scrutiny-lead@south-wales-commissioner.test');
    await askAll('?panel-limit=5&area=cardiff', 404);
  });

  it('says before what is so after: the holiday comes, and each clock is due on the day that was foretold', async () => {
    const body = await ask('?holiday=2026-12-30,2026-12-31&no-holiday=2027-01-01');
    const foretold = (body.clocks as readonly (Clock & { status: string })[]).filter(({ status }) => status === 'running');
    expect(foretold.some(({ movesBy }) => movesBy !== 0)).toBe(true);
    const holidays = {
      added: ['2026-12-30', '2026-12-31'].map((date) => ({ date, title: 'Trial day' })),
      removed: ['2027-01-01'],
    };
    await (await world.as('administrator@vale.test')).post('/api/calendars', holidays).expect(201);
    // What the worker does of each file that the new calendar owes a count.
    const recount = new RecountClocks(world.ledger);
    for (const { stream } of await world.sql<{ stream: string }>('select distinct stream from teg.clock'))
      await recount.run(stream);
    const now = await world.sql<{ kind: string; due: string }>(
      `select k.kind, k.due_on::text as due from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 and k.stopped_at is null`,
      [references[0]],
    );
    const name = ({ kind, of }: Clock) => (of === undefined ? kind : `${kind}:${of}`);
    expect(Object.fromEntries(now.map(({ kind, due }) => [kind, due]))).toEqual(
      Object.fromEntries(foretold.map((clock) => [name(clock), clock.wouldBe.dueOn])),
    );
  });
});
