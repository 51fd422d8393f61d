import { type Json } from '#ledger';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { exampleReferrals, saying } from '../../../../../test/world/referrals.js';
import { Places } from '../../queries/places.query.js';
import { RecordReferral } from './record-referral.command.js';

type Expected = { handled_as: string; clocks: { [name: string]: string | null } };
const sergeant = 'custody-sergeant@south-wales-police.test';
const dutyManager = 'duty-manager@vale.test';

describe('a referral', () => {
  let world: CaseWorld;
  let command: RecordReferral;
  const send = async (body: object, email = sergeant, key?: string) =>
    command.run(await world.personId(email), body as Json, { key });
  const recorded = async (body: object, email?: string) => {
    const outcome = await send(body, email);
    if (!outcome.ok || !outcome.value.answer) throw new Error(JSON.stringify(outcome));
    return { ...outcome.value, answer: outcome.value.answer };
  };
  const refusal = async (body: object, email?: string) => {
    const before = await world.rows();
    const outcome = await send(body, email);
    expect(await world.rows()).toEqual(before);
    return outcome.ok ? null : outcome.refusal;
  };
  /** Which streams of this reference somebody sees, through the policies. */
  const seenBy = async (email: string, reference: string) =>
    world.reader.aside(await world.personId(email), async (query) =>
      (
        await query<{ kind: string }>("select kind from teg.stream where reference like $1 || '%' order by reference", [
          reference,
        ])
      ).map(({ kind }) => kind),
    );

  beforeAll(async () => {
    world = await caseWorld();
    command = new RecordReferral(world.ledger, new Places(world.reader));
  });
  afterAll(() => world.close());

  it.each(exampleReferrals())(
    '$reference of the fifteen is on record, its clocks as expected',
    async ({ received_at, notice, police_file, expected }) => {
      world.goTo(received_at);
      const { handled_as, clocks } = expected as Expected;
      const { reference, answer, event } = await recorded({ received_at, notice, police_file });
      const due = (kind: string) => answer.clocks.find((clock) => clock.kind === kind)?.dueOn ?? null;
      expect(['panel', 'policeFile', 'firstAppointment', 'assessment', 'chargingLimit', 'bailEnd', 'courtDate'].map(due)).toEqual(
        [
          clocks['panel_due_on'],
          clocks['police_file_due_on'],
          clocks['first_appointment_due_on'],
          clocks['assessment_guide_due_on'],
          clocks['earliest_summary_only_limit'],
          clocks['bail_ends_on'],
          clocks['court_hearing_on'],
        ],
      );
      expect(answer.clocks.find(({ kind }) => kind === 'panel')?.dayZero ?? null).toBe(clocks['day_0']);
      expect(answer).toMatchObject({ state: handled_as === 'notice only' ? 'noticeOnly' : 'awaitingAllocation', area: 'vale' });
      const [row] = await world.sql(
        'select state, home_area, team, force, version, is_ending from teg.stream where reference = $1',
        [reference],
      );
      expect(row).toEqual({
        state: answer.state,
        home_area: 'vale',
        team: 'team:south-wales-police:custody',
        force: 'south-wales-police',
        version: answer.version,
        is_ending: answer.state === 'noticeOnly',
      });
      expect(event?.hash).toMatch(/^[0-9a-f]{64}$/);
      world.goTo('2027-03-01T12:00:00Z');
    },
  );

  it('explains a clock day by day, from the receipt', async () => {
    const { answer } = await recorded(saying(world.ownReferral('R03'), 'received_at', '2026-12-02T17:00:00Z'));
    const file = answer.clocks.find(({ kind }) => kind === 'policeFile');
    expect(file).toMatchObject({
      status: 'late',
      dayZero: '2026-12-03',
      dueOn: '2026-12-07',
      calendar: 'ew-2026-02',
      reach: 'local',
      length: { workingDays: 2 },
    });
    expect(file?.explanation.map(({ on, counts, why }) => [on, counts, why])).toEqual([
      ['2026-12-02', null, 'afterCutOff'],
      ['2026-12-03', 0, 'dayZero'],
      ['2026-12-04', 1, 'counted'],
      ['2026-12-05', null, 'weekend'],
      ['2026-12-06', null, 'weekend'],
      ['2026-12-07', 2, 'counted'],
    ]);
  });

  it('goes to the service of the home authority, or to the station’s as caretaker', async () => {
    const cardiff = await recorded(saying(world.ownReferral(), 'notice.home_local_authority', 'cardiff'));
    expect(cardiff.answer).toMatchObject({ area: 'cardiff', isCaretaker: false });
    expect(cardiff.reference).toMatch(/^CF-26-/);
    const placed = await recorded(world.ownReferral('R06'));
    expect(placed.answer).toMatchObject({
      area: 'vale',
      isCaretaker: true,
      homeAuthority: 'Birmingham (placed in the Vale of Glamorgan)',
    });
    const unknown = saying(saying(world.ownReferral('R06'), 'notice.station', 'Atlantis'), 'notice.home_local_authority', null);
    expect((await refusal(unknown))?.faults).toEqual([{ pointer: '/notice/station', code: 'noServiceForStation' }]);
  });

  it('begins a case, a child, an incident and victims, each in the rooms that may see it', async () => {
    const { reference } = await recorded(world.ownReferral('R03'), 'referring-supervisor@south-wales-police.test');
    expect(await seenBy('referring-supervisor@south-wales-police.test', reference)).toEqual(['case', 'child']);
    expect(await seenBy(dutyManager, reference)).toEqual(['case', 'child']);
    expect(await seenBy('police-decision-maker@south-wales-police.test', reference)).toEqual(['case', 'child']);
    expect(await seenBy('victim-officer@vale.test', reference)).toEqual(['victim', 'victim']);
    for (const stranger of [
      'custody-sergeant@south-wales-police.test',
      'duty-manager@cardiff.test',
      'victim-officer@cardiff.test',
      'prosecutor@cps-wales.test',
      'auditor@vale.test',
      'panel-member@vale.test',
    ])
      expect([stranger, await seenBy(stranger, reference)]).toEqual([stranger, []]);
  });

  it('keeps what came in byte for byte, and the victims’ words in the victims’ files alone', async () => {
    const body = world.ownReferral('R03');
    saying(body, 'notice.child.given_name', "Siân-Ŵyn O’Brien 'x' \\ \"");
    saying(body, 'notice.safety_tonight', '<script>alert(1)</script> 👩‍👧 tŷ ‮ {{x}} $1 %s \n\t');
    const { reference } = await recorded(body);
    const papers = await world.sql<{ kind: string; body: unknown; seen: string }>(
      'select d.kind, d.body, d.view as seen from teg.document d join teg.stream s on s.id = d.stream where s.reference like $1 order by s.reference, d.kind',
      [`${reference}%`],
    );
    const victims = (body.police_file['victims'] as { ref: string; wishes: string | null }[]) ?? [];
    expect(papers.map(({ kind, seen }) => `${kind} ${seen}`)).toEqual([
      'notice everyone',
      'policeFile everyone',
      'identity everyone',
      'policePart victim',
      'policePart victim',
    ]);
    expect(papers[0]?.body).toEqual(body.notice);
    expect(papers[1]?.body).toEqual({ ...body.police_file, victims: [{ ref: 'V1' }, { ref: 'V2' }] });
    expect(papers.slice(3).map((paper) => paper.body)).toEqual(victims);
  });

  it('puts no name, birth date or word of anybody into the ledger or the outbox', async () => {
    const body = world.ownReferral('R14');
    const { reference } = await recorded(body);
    const rows = await world.sql<{ body: unknown }>(
      'select y.body from teg.payload y join teg.stream s on s.id = y.stream where s.reference like $1',
      [`${reference}%`],
    );
    const text = JSON.stringify(rows);
    expect(rows).toHaveLength(4);
    for (const secret of ['Harri', 'Prawf', '2010-06-15', '2028-06-15', 'mother', 'aunt', 'Barry', 'help for him', 'FIC/26'])
      expect(text).not.toContain(secret);
  });

  it('tells the duty manager, and says at once when a charging limit or a birthday comes first', async () => {
    const codes = async (number: string) => {
      const { reference } = await recorded(world.ownReferral(number));
      return (
        await world.sql<{ code: string }>(
          'select i.code from teg.inbox i join teg.stream s on s.id = i.stream where s.reference = $1 order by i.code',
          [reference],
        )
      ).map(({ code }) => code);
    };
    expect(await codes('R01')).toEqual(['referralReceived']);
    expect(await codes('R02')).toEqual(['chargingLimitBeforePanel', 'referralReceived']);
    expect(await codes('R11')).toEqual(['eighteenBeforeDelivery', 'referralReceived']);
    expect(await codes('R15')).toEqual(['streetNoticeReceived']);
  });
});
