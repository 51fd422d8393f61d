import { type Json } from '#ledger';
import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { aReferral, saying } from '../../../../../test/world/referrals.js';
import { Places } from '../../queries/places.query.js';
import { RecordReferral } from './record-referral.command.js';

const sergeant = 'custody-sergeant@south-wales-police.test';
const dutyManager = 'duty-manager@vale.test';
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a referral is refused and leaves no trace', () => {
  let world: CaseWorld;
  let command: RecordReferral;
  const send = async (body: object, email = sergeant, key?: string) =>
    command.run(await world.personId(email), body as Json, { key });
  const refusal = async (body: object, email?: string) => {
    const before = await world.rows();
    const outcome = await send(body, email);
    expect(await world.rows()).toEqual(before);
    return outcome.ok ? null : outcome.refusal;
  };

  beforeAll(async () => {
    world = await caseWorld();
    command = new RecordReferral(world.ledger, new Places(world.reader));
  });
  afterAll(() => world.close());

  it('of whoever may not refer', async () => {
    expect(await refusal(world.ownReferral(), dutyManager)).toEqual({ because: 'notYours' });
    expect(await refusal({}, 'practitioner@vale.test')).toEqual({ because: 'notYours' });
  });

  it('with all its faults', async () => {
    const body = saying(
      saying(world.ownReferral(), 'notice.force', 'Nowhere Police'),
      'notice.child.date_of_birth',
      '2027-03-02',
    );
    expect(await refusal(body)).toMatchObject({
      because: 'invalid',
      faults: [
        { pointer: '/notice/force', code: 'unknownForce' },
        { pointer: '/notice/child/date_of_birth', code: 'bornInFuture' },
      ],
    });
  });

  it('of a child under ten at the offence, by the rule of the law', async () => {
    const refused = await refusal(saying(world.ownReferral(), 'notice.child.date_of_birth', '2016-11-15'));
    expect(refused).toMatchObject({
      because: 'notAllowed',
      rules: [{ rule: 'childIsTenOrOver', answer: 'notMet', help: 'none' }],
    });
    expect((await send(saying(world.ownReferral(), 'notice.child.date_of_birth', '2016-11-14'))).ok).toBe(true);
  });

  it('twice about the same child and crime or custody reference; the other is named to whoever may see it', async () => {
    const body = world.ownReferral();
    const first = await send(body);
    const reference = first.ok ? first.value.reference : '';
    const again = saying(
      aReferral(),
      'notice.child.family_name',
      `${String(body.notice['child'] && (body.notice['child'] as { family_name: string }).family_name).toUpperCase()} `,
    );
    expect(await refusal(again)).toEqual({ because: 'duplicate', other: reference });
    expect(await refusal({ notice: again.notice })).toEqual({ because: 'duplicate', other: reference });
    expect(await refusal(saying(again, 'notice.custody_or_va_reference', 'VA/OTHER'))).toEqual({
      because: 'duplicate',
      other: reference,
    });
    expect(await refusal(again, 'referring-supervisor@south-wales-police.test')).toEqual({ because: 'duplicate' });
  });

  it('once when two send it at the same moment', async () => {
    const body = world.ownReferral('R08');
    const outcomes = await Promise.all([send(body), send(body, 'custody-sergeant-2@south-wales-police.test'), send(body)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const reference = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.reference] : []))[0];
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toEqual({ because: 'duplicate', other: reference });
  });

  it('never when many of one incident come at once', async () => {
    const bodies = Array.from({ length: 8 }, () => saying(world.ownReferral('R03'), 'notice.incident_ref', 'INC/BUS'));
    const outcomes = await Promise.all(bodies.map((body) => send(body)));
    expect(outcomes.map(({ ok }) => ok)).toEqual(Array(8).fill(true));
    const rows = await world.sql<{ facts: { cases: string[] } }>(
      "select facts from teg.stream where kind = 'incident' and facts ->> 'reference' = 'INC/BUS'",
    );
    expect(rows.map(({ facts }) => facts.cases.length)).toEqual([8]);
  });

  it('not when it is repeated with its key: what was done is answered again', async () => {
    const body = world.ownReferral('R12');
    const first = await send(body, sergeant, 'key-1');
    const before = await world.rows();
    const again = await send(body, sergeant, 'key-1');
    expect(await world.rows()).toEqual(before);
    expect(again).toMatchObject({ ok: true, isReplay: true, value: { reference: first.ok && first.value.reference } });
    expect(await send(world.ownReferral(), sergeant, 'key-1')).toEqual({ ok: false, refusal: { because: 'keyReused' } });
    expect((await send(world.ownReferral('R13'), 'custody-sergeant-2@south-wales-police.test', 'key-1')).ok).toBe(true);
  });

  it('for what is well within bounds: forty offences, twins, a street notice of the same crime', async () => {
    const body = world.ownReferral();
    const [noted] = body.notice['offences'] as object[];
    const [scored] = body.police_file['offences'] as object[];
    saying(saying(body, 'notice.offences', Array(40).fill(noted)), 'police_file.offences', Array(40).fill(scored));
    expect((await send(body)).ok).toBe(true);
    const twin = copy(body);
    expect((await send(saying(twin, 'notice.child.given_name', 'Siwan'))).ok).toBe(true);
    const street = copy(body);
    expect((await send(saying(street, 'notice.source', 'STREET_CR_NOTICE'))).ok).toBe(true);
  });
});
