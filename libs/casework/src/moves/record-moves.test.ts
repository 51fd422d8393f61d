import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { replayed } from '../../../../test/world/replayed.js';
import { people, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';

const today = '2026-11-24';

describe('facts by their own row, and a record that is never altered and still right', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterAll(() => world.close());

  const fresh = async (number = 'R01'): Promise<WalkedCase> => walkedCase(world, await world.refer(world.ownReferral(number)));
  const refusal = async (
    child: WalkedCase,
    as: string,
    event: 'factRecorded' | 'factCorrected' | 'factDisputed',
    body: object,
  ) => {
    const before = await world.rows();
    const outcome = await child.ask({ as, event, body, expect: null });
    expect(await world.rows()).toEqual(before);
    return outcome.ok ? null : outcome.refusal;
  };
  const known = async ({ reference }: WalkedCase) =>
    (
      await world.sql<{ known: { [fact: string]: unknown } }>(
        "select facts -> 'known' as known from teg.stream where reference = $1",
        [reference],
      )
    )[0]?.known ?? {};
  const rows = (child: WalkedCase, name: string) =>
    world.sql(
      `select f.value, f.said_on::text as on, p.email as by, f.superseded_by is not null as superseded from teg.fact f join teg.stream s on s.id = f.stream
         join teg.person p on p.id = f.person where s.reference = $1 and f.name = $2 order by f.seq`,
      [child.reference, name],
    );

  it('records a fact with who said it of which day, and needs no version for it', async () => {
    const child = await fresh();
    const outcome = await child.ask({
      as: people.inspector,
      event: 'factRecorded',
      body: { fact: 'seniorOfficerApproval', value: true, on: '2026-11-23' },
      expect: null,
    });
    expect(outcome.ok).toBe(true);
    expect((await known(child))['seniorOfficerApproval']).toBe(true);
    expect(await rows(child, 'seniorOfficerApproval')).toEqual([
      { value: true, on: '2026-11-23', by: people.inspector, superseded: false },
    ]);
    await child.go(people.inspector, 'factRecorded', { fact: 'seniorOfficerApproval', value: false, on: today });
    expect(await rows(child, 'seniorOfficerApproval')).toEqual([
      { value: true, on: '2026-11-23', by: people.inspector, superseded: true },
      { value: false, on: today, by: people.inspector, superseded: false },
    ]);
  });

  it('takes no fact from whom its row does not name, none that comes with an event of its own, and no value that cannot be', async () => {
    const child = await fresh();
    const ask = (as: string, fact: string, value: unknown, on = today) => refusal(child, as, 'factRecorded', { fact, value, on });
    expect(await ask(people.practitioner, 'seniorOfficerApproval', true)).toEqual({ because: 'notYours', code: 'factNotYours' });
    // Nobody may say for a child that it admitted, agreed or answered.
    for (const fact of ['admissionHeard', 'consentGiven', 'adviceAnswer', 'outcome', 'panel'])
      expect(await ask(people.police, fact, true)).toMatchObject({
        because: 'invalid',
        faults: [{ pointer: '/fact', code: 'factComesOtherwise' }],
      });
    expect(await ask(people.police, 'hairColour', 'red')).toMatchObject({ faults: [{ pointer: '/fact', code: 'factUnknown' }] });
    expect(await ask(people.inspector, 'seniorOfficerApproval', 'yes')).toMatchObject({
      faults: [{ pointer: '/value', code: 'factValueWrong' }],
    });
    expect(await ask(people.inspector, 'seniorOfficerApproval', true, '2026-11-25')).toMatchObject({
      faults: [{ pointer: '/on', code: 'afterNow' }],
    });
  });

  it('corrects a mistyped fact in one act: the old one stays on record, the new one counts, and people are told', async () => {
    const child = await fresh();
    const before = (await known(child))['previousOutcomes'];
    expect(before).toEqual([]);
    const value = [{ on: '2026-02-01', type: 'YOUTH_CAUTION', outcomeNumber: '2', isConfirmed: true }];
    await child.go(people.dutyManager, 'factDisputed', { fact: 'previousOutcomes', reason: 'The family says there was one.' });
    const open = () =>
      world.sql<{ kind: string }>(
        "select k.kind from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 and k.kind = 'accuracyDispute' and k.stopped_at is null",
        [child.reference],
      );
    expect(await open()).toHaveLength(1);
    await child.go(people.dutyManager, 'factCorrected', {
      fact: 'previousOutcomes',
      value,
      reason: 'Confirmed by the other force.',
      on: '2026-02-01',
    });
    expect((await known(child))['previousOutcomes']).toEqual(value);
    expect(await open()).toHaveLength(0);
    expect(
      await world.sql(
        'select role, code from teg.inbox n join teg.stream s on s.id = n.stream and s.version = n.seq where s.reference = $1 order by role',
        [child.reference],
      ),
    ).toEqual([
      { role: 'dutyManager', code: 'factCorrected' },
      { role: 'policeDecisionMaker', code: 'factCorrected' },
    ]);
    const { fromEvents, fromRow } = await replayed(world, child.reference);
    expect(fromEvents).toEqual(fromRow);
  });

  it('moves what was counted from a mistyped fact: the clocks of the receipt, the birthday of a birth date', async () => {
    const child = await fresh();
    const due = async (kind: string) =>
      await world.sql<{ due: string; how: string | null }>(
        'select k.due_on::text as due, k.stopped_how as how from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 and k.kind = $2 order by k.run',
        [child.reference, kind],
      );
    expect(await due('panel')).toEqual([{ due: '2026-12-14', how: null }]);
    await child.go(people.dutyManager, 'factCorrected', {
      fact: 'receivedAt',
      value: '2026-11-20T10:00:00Z',
      reason: 'It had come on Friday.',
    });
    expect(await due('panel')).toEqual([
      { due: '2026-12-14', how: 'superseded' },
      { due: '2026-12-11', how: null },
    ]);
    expect(await due('eighteenthBirthday')).toEqual([{ due: '2030-03-14', how: null }]);
    await child.go(people.practitioner, 'factCorrected', {
      fact: 'bornOn',
      value: '2012-04-13',
      reason: 'Figures the wrong way round.',
    });
    expect((await due('eighteenthBirthday')).at(-1)).toEqual({ due: '2030-04-13', how: null });
    const [payloads] = await world.sql<{ text: string }>(
      "select string_agg(y.body::text, ' ') as text from teg.payload y join teg.stream s on s.id = y.stream where s.reference = $1",
      [child.reference],
    );
    expect(payloads?.text).not.toMatch(/2012-0[34]|2030-0[34]/);
  });

  it('corrects nothing that is not there, that a decision says, or that cannot be', async () => {
    const child = await fresh();
    const ask = (fact: string, value: unknown) =>
      refusal(child, people.dutyManager, 'factCorrected', { fact, value, reason: 'Why.' });
    expect(await ask('seniorOfficerApproval', true)).toMatchObject({ faults: [{ pointer: '/fact', code: 'factNotThere' }] });
    expect(await ask('offences', [])).toMatchObject({ faults: [{ pointer: '/fact', code: 'factComesOtherwise' }] });
    expect(await ask('victimCount', -1)).toMatchObject({ faults: [{ pointer: '/value', code: 'whole' }] });
    expect(await ask('receivedAt', '2027-11-20T10:00:00Z')).toMatchObject({ faults: [{ pointer: '/value', code: 'afterNow' }] });
    expect(await refusal(child, people.dutyManager, 'factDisputed', { fact: 'outcome', reason: 'Why.' })).toMatchObject({
      faults: [{ code: 'factNotThere' }],
    });
  });
});
