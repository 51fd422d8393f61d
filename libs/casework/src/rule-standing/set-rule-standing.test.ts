import { disposalsOn } from '#law';
import { type Json } from '#ledger';
import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { assessed, decision, type Hands, met, walk } from '../../../../test/world/journeys.js';
import { replayed } from '../../../../test/world/replayed.js';
import { calledMeeting, people, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';
import { readCase } from '../queries/case-reading.query.js';
import { LawOverview } from './law-overview.query.js';
import { SetRuleStanding } from './set-rule-standing.command.js';

const administrator = 'administrator@vale.test';
const rule = 'deferralIsForChildren';
const read = { by: 'A. Sample, solicitor', on: '2026-12-01', note: 'The age counts on the day of the decision.' };

describe('an administrator says what is confirmed', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
  });
  afterAll(() => world.close());

  const say = async (
    status: 'verified' | 'toBeConfirmed',
    body: object,
    more: { as?: string; rule?: string; expect?: number; key?: string } = {},
  ) =>
    new SetRuleStanding(world.ledger).run(
      await world.personId(more.as ?? administrator),
      { rule: more.rule ?? rule, status, body: body as Json },
      { expect: more.expect, key: more.key },
    );
  const law = async (at = '2027-06-01T00:00:00.000Z') =>
    world.reader.aside(await world.personId(people.practitioner), (query) => new LawOverview(world.ledger).at(query, at));
  const standing = async (at?: string) => (await law(at)).rules.find((one) => one.rule === rule);
  const handsOf = (child: WalkedCase): Hands => ({
    setClock: world.goTo,
    paper: child.paper,
    meeting: (_, at) => calledMeeting(world, at),
    move: child.go,
  });
  /** At the panel two days after the 18th birthday. */
  const atPanel = async () => {
    world.goTo('2026-11-30T09:10:00Z');
    const child = walkedCase(world, await world.refer(world.ownReferral('R11')));
    await walk([...assessed, ...met('2026-12-29T10:00:00Z')], handsOf(child), () => undefined);
    return child;
  };
  const defer = (child: WalkedCase) => child.ask({ as: people.chair, event: 'panelDecisionRecorded', body: decision('o23') });
  const payloadOf = async ({ reference }: WalkedCase) =>
    (
      await world.sql<{ body: { law?: number; applied: { rule: string; answer: string }[] } }>(
        'select y.body from teg.payload y join teg.stream s on s.id = y.stream where s.reference = $1 order by y.seq desc limit 1',
        [reference],
      )
    )[0]?.body;
  const deferral = async (child: WalkedCase, at: string) => {
    const person = await world.personId(people.practitioner);
    const found = await world.reader.aside(person, (query) => readCase(query, world.ledger, child.reference, at, true));
    if (found === null) throw new Error('not there');
    const answers = disposalsOn(found.known, found.today, found.calendar, { standings: found.law.standings });
    return answers.find(({ disposal }) => disposal === 'o23');
  };

  it('unconfirmed, the rule warns and a decision may go against it; the event says so', async () => {
    const child = await atPanel();
    const outcome = await defer(child);
    expect(outcome).toMatchObject({ ok: true, value: { state: 'awaitingPoliceDecision' } });
    const payload = await payloadOf(child);
    expect(payload?.applied).toContainEqual({ rule, version: '2026-01-01', answer: 'notMet' });
    expect(payload).not.toHaveProperty('law');
  });

  it('confirmed, it stands in the way of the very same decision; taken back, it does not', async () => {
    const child = await atPanel();
    expect(await say('verified', read)).toMatchObject({
      ok: true,
      value: { rule, from: '2026-01-01', status: 'verified', law: 1 },
    });
    const refused = await defer(child);
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        because: 'notAllowed',
        rules: [{ rule, answer: 'notMet', status: 'verified', blocks: true, standing: { by: read.by, on: read.on } }],
      },
    });
    const before = '2026-12-29T11:00:00.000Z';
    world.goTo('2026-12-29T12:00:00Z');
    expect(await say('toBeConfirmed', { ...read, note: 'A second reading is needed.' })).toMatchObject({
      ok: true,
      value: { law: 2 },
    });
    expect(await defer(child)).toMatchObject({ ok: true });
    expect(await payloadOf(child)).toMatchObject({ law: 2 });

    // As at a moment: what was said of the law by then.
    expect(await deferral(child, before)).toMatchObject({ status: 'notAllowed', warnings: [] });
    expect(await deferral(child, '2026-12-29T12:30:00.000Z')).toMatchObject({ warnings: [rule] });
    const { fromEvents, fromRow } = await replayed(world, child.reference);
    expect(fromEvents).toEqual(fromRow);
  });

  it('is seen by anybody, with its history, as it stood at any moment', async () => {
    expect(await standing('2026-12-01T00:00:00.000Z')).toMatchObject({
      status: 'toBeConfirmed',
      standing: null,
      blocks: false,
      history: [],
    });
    expect(await standing('2026-12-29T11:00:00.000Z')).toMatchObject({
      status: 'verified',
      asWritten: 'toBeConfirmed',
      blocks: true,
    });
    const now = await standing();
    expect(now).toMatchObject({ status: 'toBeConfirmed', standing: { by: read.by, on: read.on }, blocks: false });
    expect(now?.history.map(({ status, recordedBy, note }) => [status, recordedBy, note])).toEqual([
      ['toBeConfirmed', administrator, 'A second reading is needed.'],
      ['verified', administrator, read.note],
    ]);
    expect(now?.usedIn).toEqual({ disposals: ['o23'], giving: [], steps: [] });
  });

  it('is refused to everybody else, of a rule there is not, of a day to come, and without what it needs', async () => {
    const rows = await world.rows();
    expect(await say('verified', read, { as: 'head-of-service@vale.test' })).toMatchObject({ refusal: { because: 'notYours' } });
    expect(await say('verified', read, { rule: 'childIsTall' })).toMatchObject({ refusal: { because: 'notFound' } });
    expect(await say('verified', { ...read, on: '2027-01-01' })).toMatchObject({
      refusal: { faults: [{ pointer: '/on', code: 'afterNow' }] },
    });
    expect(await say('verified', { on: read.on })).toMatchObject({ refusal: { faults: [{ pointer: '/by', code: 'missing' }] } });
    expect(await say('verified', { ...read, more: 1 })).toMatchObject({
      refusal: { faults: [{ pointer: '/more', code: 'unknownField' }] },
    });
    // To take a rule out of force is not done without a reason.
    expect(await say('toBeConfirmed', { by: read.by, on: read.on })).toMatchObject({
      refusal: { faults: [{ pointer: '/note', code: 'missing' }] },
    });
    expect(await say('verified', read, { expect: 1 })).toMatchObject({ refusal: { because: 'stale' } });
    expect(await world.rows()).toEqual(rows);
  });

  it('another administrator’s word is put after it, once for a key; two at once are both on record', async () => {
    const cardiff = { as: 'administrator@cardiff.test', key: 'law-1' };
    expect(await say('verified', read, cardiff)).toMatchObject({ ok: true, isReplay: false, value: { law: 3 } });
    expect(await say('verified', read, cardiff)).toMatchObject({ ok: true, isReplay: true, value: { law: 3 } });
    const two = await Promise.all([
      say('verified', read, { rule: 'domesticAbuseGateIsMet' }),
      say('verified', read, { rule: 'childAdmits' }),
    ]);
    expect(two.map((one) => one.ok && one.value.law).sort()).toEqual([4, 5]);
    const { version, rules } = await law();
    const confirmed = rules.filter(({ standing: said }) => said !== null).map((one) => one.rule);
    expect([version, confirmed.sort()]).toEqual([5, ['childAdmits', rule, 'domesticAbuseGateIsMet'].sort()]);
  });

  it('keeps names out of the ledger, and its versions as they were written', async () => {
    const events = await world.sql<{ body: object }>(
      "select y.body from teg.payload y join teg.stream s on s.id = y.stream where s.kind = 'policy' order by y.seq",
    );
    expect(events).toHaveLength(5);
    expect(JSON.stringify(events)).not.toMatch(/Sample|reading|decision/);
    await expect(world.sql("update teg.document set body = '{}' where kind = 'ruleStandings'")).rejects.toThrow(
      'events are never changed',
    );
  });
});
