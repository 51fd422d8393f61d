import { type Json } from '#ledger';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { standingTwice } from '../../../../../test/world/replay.js';
import { saying, type SentReferral } from '../../../../../test/world/referrals.js';
import { PapersOfReferral } from '../../queries/referral-papers.query.js';
import { RecordPoliceFile } from './record-police-file.command.js';

const supervisor = 'referring-supervisor@south-wales-police.test';
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a police file', () => {
  let world: CaseWorld;
  let command: RecordPoliceFile;
  const send = async (reference: string, body: object, email = supervisor, given: { key?: string; expect?: number } = {}) =>
    command.run(await world.personId(email), { reference, body: body as Json }, given);
  const noticeOf = ({ received_at, notice }: SentReferral) => ({ received_at, notice });
  const caseOf = async (reference: string) =>
    (
      await world.sql<{
        id: string;
        state: string;
        version: number;
        facts: { known: { [fact: string]: unknown }; victims: object };
      }>('select id, state, version, facts from teg.stream where reference = $1', [reference])
    )[0];
  const refusal = async (reference: string, body: object, email?: string, given = {}) => {
    const before = await world.rows();
    const outcome = await send(reference, body, email, given);
    expect(await world.rows()).toEqual(before);
    return outcome.ok ? null : outcome.refusal;
  };

  beforeAll(async () => {
    world = await caseWorld();
    command = new RecordPoliceFile(world.ledger, new PapersOfReferral(world.reader));
  });
  afterAll(async () => {
    // Whatever happened here: every case stands by its row as it stands by its events.
    const cases = await world.sql<{ reference: string }>("select reference from teg.stream where kind = 'case'");
    const supervisorId = await world.personId(supervisor);
    for (const { reference } of cases) {
      const [row, told] = await standingTwice(world, supervisorId, reference);
      expect(told).toEqual(row);
    }
    expect(cases.length).toBeGreaterThan(8);
    await world.close();
  });

  it('after the notice: the clock stops, the facts are those of both parts in one', async () => {
    world.goTo('2026-11-23T10:15:00Z');
    const [body, twin] = [world.ownReferral(), world.ownReferral()];
    saying(twin, 'notice.child.family_name', 'Prawf-Twin');
    const reference = await world.refer(noticeOf(body));
    const whole = await world.refer(twin);
    world.goTo('2026-11-25T16:00:00Z');
    const outcome = await send(reference, body.police_file);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        paper: { version: 1 },
        event: { type: 'policeFileReceived', seq: 2 },
        answer: { state: 'awaitingAllocation', version: 2 },
      },
    });
    const clocks = await world.sql(
      "select c.kind, stopped_how from teg.clock c join teg.stream s on s.id = c.stream where s.reference = $1 and c.kind = 'policeFile'",
      [reference],
    );
    expect(clocks).toEqual([{ kind: 'policeFile', stopped_how: 'met' }]);
    expect((await caseOf(reference))?.facts.known).toEqual((await caseOf(whole))?.facts.known);
    world.goTo('2027-03-01T12:00:00Z');
  });

  it('late: the clock says so, and nothing else happens to the child', async () => {
    const body = saying(world.ownReferral(), 'received_at', '2026-11-23T10:15:00Z');
    const reference = await world.refer(noticeOf(body));
    await send(reference, body.police_file);
    const clocks = await world.sql(
      "select stopped_how from teg.clock c join teg.stream s on s.id = c.stream where s.reference = $1 and c.kind = 'policeFile'",
      [reference],
    );
    expect(clocks).toEqual([{ stopped_how: 'late' }]);
    expect((await caseOf(reference))?.state).toBe('awaitingAllocation');
  });

  it('again is a new version; both are kept, and victims keep what each said of them', async () => {
    const body = world.ownReferral('R03');
    const reference = await world.refer(body);
    const second = copy(body.police_file);
    saying(second, 'victims.1.wishes', 'Would like a letter');
    saying(second, 'victims.2', { ref: 'V3', relation_to_child: 'none' });
    expect(await send(reference, second)).toMatchObject({ ok: true, value: { paper: { version: 2 } } });
    const papers = await world.sql<{ reference: string; kind: string; version: number; body: object }>(
      "select s.reference, d.kind, d.version, d.body from teg.document d join teg.stream s on s.id = d.stream where s.reference like $1 and d.kind in ('policeFile', 'policePart') order by 1, 3",
      [`${reference}%`],
    );
    expect(papers.map((paper) => `${paper.reference.slice(reference.length)} ${paper.kind} ${paper.version}`)).toEqual([
      ' policeFile 1',
      ' policeFile 2',
      '-V1 policePart 1',
      '-V1-P2 policePart 2',
      '-V2 policePart 1',
      '-V2-P2 policePart 2',
      '-V3 policePart 2',
    ]);
    expect(papers[5]?.body).toMatchObject({ ref: 'V2', wishes: 'Would like a letter' });
    expect(papers[4]?.body).toMatchObject({ ref: 'V2', wishes: null });
    expect(JSON.stringify(papers.slice(0, 2))).not.toContain('letter');
    expect(Object.keys((await caseOf(reference))?.facts.victims ?? {})).toEqual(['V1', 'V2', 'V3']);
  });

  it('brings bail and court days, and moves them with a later version', async () => {
    const body = world.ownReferral('R07');
    const reference = await world.refer(noticeOf(body));
    await send(reference, body.police_file);
    await send(reference, saying(copy(body.police_file), 'bail.end', '2027-04-01'));
    const clocks = await world.sql(
      "select run, due_on::text, stopped_how from teg.clock c join teg.stream s on s.id = c.stream where s.reference = $1 and c.kind = 'bailEnd' order by run",
      [reference],
    );
    expect(clocks).toEqual([
      { run: 1, due_on: '2027-03-21', stopped_how: 'superseded' },
      { run: 2, due_on: '2027-04-01', stopped_how: null },
    ]);
  });

  it('for a street notice is kept, and moves nothing', async () => {
    const body = world.ownReferral('R15');
    const reference = await world.refer(noticeOf(body));
    expect(await send(reference, body.police_file)).toMatchObject({
      ok: true,
      value: { answer: { state: 'noticeOnly', clocks: [], next: [] } },
    });
    expect((await caseOf(reference))?.facts.known['evidence']).toEqual({ level: 'offenceTookPlace', isMet: true });
  });

  it('is refused with its faults, pointing into the police file', async () => {
    const body = world.ownReferral();
    const reference = await world.refer(noticeOf(body));
    const bad = saying(saying(copy(body.police_file), 'offences.0.cjs_code', 'CJ88116'), 'victims.0.relation_to_child', 'self');
    expect((await refusal(reference, bad))?.faults).toEqual([
      { pointer: '/offences/0/cjs_code', code: 'offenceOrder', values: { noted: 'TH68010' } },
      { pointer: '/victims/0/relation_to_child', code: 'childIsVictim' },
    ]);
    expect(await refusal(reference, [])).toMatchObject({ because: 'invalid', faults: [{ pointer: '', code: 'part' }] });
  });

  it('is refused where the case is not theirs, the role may not, or somebody was faster', async () => {
    const body = world.ownReferral();
    const reference = await world.refer(noticeOf(body));
    expect(await refusal(reference, body.police_file, 'custody-sergeant@south-wales-police.test')).toEqual({
      because: 'notFound',
    });
    expect(await refusal('VG-26-NOTONE', body.police_file)).toEqual({ because: 'notFound' });
    expect(await refusal(reference, body.police_file, 'duty-manager@vale.test')).toEqual({ because: 'notYours' });
    expect(await refusal(reference, body.police_file, supervisor, { expect: 7 })).toEqual({ because: 'stale' });
  });

  it('with the crime number of another referral of the same child is a duplicate', async () => {
    const body = world.ownReferral();
    const first = await world.refer(body);
    const second = saying(copy(body), 'notice.custody_or_va_reference', 'VA/ANOTHER');
    const reference = await world.refer(noticeOf(second));
    expect(await refusal(reference, second.police_file)).toEqual({ because: 'duplicate', other: first });
  });

  it('is taken in once for one key', async () => {
    const body = world.ownReferral();
    const reference = await world.refer(noticeOf(body));
    await send(reference, body.police_file, supervisor, { key: 'file-1' });
    const before = await world.rows();
    expect(await send(reference, body.police_file, supervisor, { key: 'file-1' })).toMatchObject({
      ok: true,
      isReplay: true,
      value: { paper: { version: 1 }, answer: null },
    });
    expect(await world.rows()).toEqual(before);
    expect(await send(reference, { offences: [] }, supervisor, { key: 'file-1' })).toEqual({
      ok: false,
      refusal: { because: 'keyReused' },
    });
  });
});
