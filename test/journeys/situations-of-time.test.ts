import { RecountClocks } from '#casework';
import { arranged, assessed, confirmed, decided, decision, given, givenBody, met, recorded } from '../world/journeys.js';
import { aReferral } from '../world/referrals.js';
import { people } from '../world/walked-case.js';
import { clockFindings, dueDays, openStage, rulesOf, type Stage } from './stage.js';
import { atGiving, closedWithoutAction, decidedAndConfirmed, listedAndOpened, panelAt, reasons } from './usual-ways.js';

type Notices = { items: { reference: string; code: string; says: string }[] };

describe('situations of age and time', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const told = async (as: string, reference: string) =>
    (await stage.read<Notices>(as, '/api/inbox?show=all&size=100')).items.filter((one) => one.reference === reference);

  it('situation 1: turns 18 between referral and panel: told at the receipt, no caution from the birthday on, the rest stays', async () => {
    const child = await stage.refer({ saying: { 'notice.child.date_of_birth': '2008-11-30' } });
    expect((await told(people.dutyManager, child.reference)).map(({ code }) => code)).toContain('eighteenBeforeDelivery');
    expect(dueDays(child.taken)['eighteenthBirthday']).toBe('2026-11-30');
    // Until the day is set nobody can say; on the day itself and after it the answer is no, and nothing helps.
    const before = await child.ways(people.dutyManager, '?on=2026-11-27');
    expect(before['yc']).toMatchObject({ status: 'needs', needs: [] });
    await child.walk(listedAndOpened);
    const ways = await child.ways();
    for (const [name, rule] of [['yc', 'childIsUnderEighteenAtCaution'], ['ycc', 'childIsUnderEighteenAtConditionalCaution']] as const) {
      expect(ways[name]).toMatchObject({ status: 'notAllowed', needs: [], outcomeNumbers: [] });
      const refused = await child.no(people.chair, 'panelDecisionRecorded', decision(name));
      expect(refused).toMatchObject({ because: 'notAllowed', rules: [{ rule, answer: 'notMet', help: 'none' }] });
    }
    for (const name of ['nfa', 'o22', 'yrd']) expect([name, ways[name]?.status]).toEqual([name, 'allowed']);
    await child.walk(decided('yrd', 'awaitingPoliceDecision'));
    const seen = (await child.look()) as unknown as { particulars: { ageAtFirstOffence: number; ageAtReceipt: number }; child: { age: number } };
    expect([seen.particulars.ageAtFirstOffence, seen.particulars.ageAtReceipt, seen.child.age]).toEqual([17, 17, 18]);
  });

  it('situation 2: turns 18 between panel and delivery: the decision stands as history, the giving is refused, it is decided afresh', async () => {
    const child = await stage.refer({ saying: { 'notice.child.date_of_birth': '2008-12-06' } });
    await child.walk(atGiving('yc'));
    const refused = await child.no(people.delivery, 'disposalGiven', givenBody);
    expect([refused.because, rulesOf(refused)]).toEqual(['notAllowed', ['childIsUnderEighteenAtCaution']]);
    expect((await child.go(people.practitioner, 'turnedEighteen')).state).toBe('awaitingReconsideration');
    expect(rulesOf(await child.no(people.police, 'decisionTakenAfresh', { outcome: 'yc', reasons }))).toEqual(['childIsUnderEighteenAtCaution']);
    const { items } = await stage.read<{ items: { type: string; at: string }[] }>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`);
    expect(items.find(({ type }) => type === 'panelDecisionRecorded')?.at.slice(0, 16)).toBe(panelAt.slice(0, 16));
    expect((await child.go(people.police, 'decisionTakenAfresh', { outcome: 'o22', reasons })).state).toBe('awaitingPlanAgreement');
  });

  it('situation 1: from 17 years and six months on the case says that the birthday is near, until it has come', async () => {
    const child = await stage.refer({ at: '2026-11-25T09:00:00Z', saying: { 'notice.child.date_of_birth': '2009-05-31' } });
    const found = async (at: string) => {
      await stage.goTo(at);
      return (await child.look()).findings.map(({ code, dueOn, on, says }) => [code, dueOn, on, says]);
    };
    expect(await found('2026-11-29T23:59:00Z')).toEqual([]);
    const says = 'The child turns 18 on 31 May 2027. From that day on some outcomes are not possible.';
    expect(await found('2026-11-30T00:00:00Z')).toEqual([['eighteenSoon', '2027-05-31', '2026-11-30', says]]);
    // The inbox has it by then, whatever bank holidays lie between: the step of the ladder is due.
    const [step] = await stage.world.sql<{ due: boolean }>(
      "select k.next_alert_at <= '2026-11-30T00:00:00Z' as due from teg.clock k join teg.stream s on s.id = k.stream where s.reference = $1 and k.kind = 'eighteenthBirthday'",
      [child.reference],
    );
    expect(step?.due).toBe(true);
  });

  it('situation 2: nobody says that a child has turned 18 before the day', async () => {
    const child = await stage.refer({ saying: { 'notice.child.date_of_birth': '2008-12-06' } });
    expect(await child.no(people.practitioner, 'turnedEighteen')).toMatchObject({ because: 'notNow', code: 'notYetEighteen' });
  });

  it.each([
    ['16:55', '2026-12-24T16:55:00Z', '2027-01-19', '2027-01-26'],
    ['17:05', '2026-12-24T17:05:00Z', '2027-01-20', '2027-01-27'],
  ])('situation 3: a referral on Christmas Eve at %s', async (_, received, panelDue, deliveryDue) => {
    const child = await stage.refer({ like: 'R07', at: received, as: 'custody-sergeant@south-wales-police.test', saying: { received_at: received } });
    expect(dueDays(child.taken)['panel']).toBe(panelDue);
    await child.walk(assessed, met(`${panelDue}T10:00:00Z`));
    expect(dueDays(await child.go(people.chair, 'panelDecisionRecorded', decision('yrd')))['delivery']).toBe(deliveryDue);
  });

  it('situation 13: a decision on day 16 is taken, is lawful, is late on record, and is not dated back', async () => {
    const child = await stage.refer();
    await child.walk(assessed, met('2026-12-15T10:00:00Z'));
    expect((await child.look()).clocks.find(({ kind }) => kind === 'panel')).toMatchObject({ dueOn: '2026-12-14', isOverdue: true });
    expect((await child.ways())['yc']?.status).toBe('allowed');
    const late = await child.go(people.chair, 'panelDecisionRecorded', decision('yc'));
    expect([late.state, late.event.at.slice(0, 10)]).toEqual(['awaitingPoliceDecision', '2026-12-15']);
    const { items } = await stage.read<{ items: { type: string; clocks: { stopped: { kind: string; how: string }[] } }[] }>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`);
    expect(JSON.stringify(items.find(({ type }) => type === 'panelDecisionRecorded')?.clocks)).toContain('late');
    await child.walk(confirmed('awaitingDelivery'), arranged('2026-12-18T16:00:00Z'), given('awaitingCrimeOutcome'));
  });

  it('situation 13: whoever ends a clock late may say why; left blank, it is taken and shows in the case until the end', async () => {
    const silent = await stage.refer();
    await silent.walk(assessed, met('2026-12-15T10:00:00Z'));
    const said = await stage.refer();
    await said.walk(assessed, met('2026-12-15T10:00:00Z'));
    await silent.go(people.chair, 'panelDecisionRecorded', decision('yc'));
    await said.go(people.chair, 'panelDecisionRecorded', { ...decision('yc'), causeOfLateness: 'interpreter' });
    const [finding, ...more] = clockFindings(await silent.look());
    expect([finding, more]).toMatchObject([{ code: 'latenessWithoutCause', clock: 'panel', dueOn: '2026-12-14', on: '2026-12-15' }, []]);
    expect(finding?.says).toBe('Ended late, and nobody said why: the panel. It was due on 14 December 2026 and ended on 15 December 2026.');
    expect(clockFindings(await said.look())).toEqual([]);
    expect(clockFindings(await silent.look(people.dutyManager, '?as-at=2026-12-14T12:00:00Z'))).toEqual([]);
    const { items } = await stage.read<{ items: { type: string; clocks: { stopped: object[] } }[] }>(people.dutyManager, `/api/cases/${said.reference}/events?size=100`);
    expect(items.find(({ type }) => type === 'panelDecisionRecorded')?.clocks.stopped).toContainEqual({
      kind: 'panel',
      how: 'late',
      dueOn: '2026-12-14',
      cause: 'interpreter',
      says: 'an interpreter was awaited',
    });
  });

  it('situation 13: a cause where nothing was late, or that is none of the list, is refused', async () => {
    const child = await stage.refer();
    const allocation = { practitioner: people.practitioner };
    const refused = await child.no(people.dutyManager, 'caseAllocated', { ...allocation, causeOfLateness: 'illness' });
    expect(refused).toMatchObject({ because: 'invalid', faults: [{ pointer: '/causeOfLateness' }] });
    expect((await child.no(people.dutyManager, 'caseAllocated', { ...allocation, causeOfLateness: 'the traffic' })).because).toBe('invalid');
  });

  it('situation 13: so with a police file that comes late', async () => {
    const sendLate = async (more: object) => {
      const child = await stage.refer({ saying: { police_file: null } });
      await stage.goTo('2026-12-01T10:00:00Z');
      const file = { ...aReferral('R01').police_file, ...more };
      const { status } = await stage.player.write(people.supervisor, 'PUT', `/api/referrals/${child.reference}/police-file`, file);
      return [status, (await child.look()).findings.map(({ clock }) => clock)];
    };
    expect(await sendLate({})).toEqual([200, ['policeFile']]);
    expect(await sendLate({ causeOfLateness: 'workload' })).toEqual([200, []]);
    expect(await sendLate({ causeOfLateness: 'the traffic' })).toEqual([400, []]);
  });

  it('situation 16: a summary offence whose charging limit ends before the panel: told at once with both sentences, and no outcome is pushed', async () => {
    const child = await stage.refer({ like: 'R02' });
    expect(dueDays(await child.look())).toMatchObject({ panel: '2026-12-11', chargingLimit: '2026-12-03' });
    const [alert] = (await told(people.dutyManager, child.reference)).filter(({ code }) => code === 'chargingLimitBeforePanel');
    expect(alert?.says).toContain('The date is no reason to charge: no further action, outcome 22 and a restorative disposal need no limit.');
    expect(alert?.says).toContain('If a charge is right on its own merits, that decision cannot wait for the panel.');
    const ways = await child.ways();
    expect(['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc', 'court'].map((name) => ways[name]?.status)).toEqual(['allowed', 'allowed', 'allowed', 'notAllowedLocally', 'needs', 'notAllowedLocally', 'needs']);
    await child.walk(listedAndOpened);
    await stage.goTo('2026-12-04T09:00:00Z');
    for (const [outcome, rule] of [['court', 'chargeComesWithinLimit'], ['o23', 'deferralEndsBeforeChargingLimit'], ['ycc', 'planEndsBeforeChargingLimit']] as const)
      expect(rulesOf(await child.no(people.chair, 'panelDecisionRecorded', decision(outcome)))).toEqual([rule]);
    await child.walk(decided('nfa', 'awaitingSergeantDecision'));
    await child.go(people.supervisor, 'nfaConfirmed');
    // Outcome 17 is nobody's choice: where it is recorded, the head of service is told that the limit was missed.
    await child.walk(recorded('17', 'notDue'));
    expect((await told('head-of-service@vale.test', child.reference)).map(({ code }) => code)).toContain('limitWasMissed');
  });

  // Last, for the calendar is everybody's.
  it('situation 4: a holiday is proclaimed at short notice: open clocks are counted again, closed ones never, the old day stays on record', async () => {
    const open = await stage.refer();
    const decidedCase = await stage.refer();
    await decidedCase.walk(decidedAndConfirmed('yrd'));
    const closed = await stage.refer();
    await closed.walk(closedWithoutAction);
    const stopped = () => stage.world.sql('select stream, kind, run, due_on, calendar, stopped_how from teg.clock where stopped_at is not null order by stream, kind, run');
    const before = await stopped();
    await stage.goTo('2026-12-02T09:00:00Z');
    const added = [{ date: '2026-12-04', title: 'State occasion' }];
    expect((await stage.player.write(people.dutyManager, 'POST', '/api/calendars', { added })).status).toBe(403);
    const calendar = await stage.write<{ version: string }>('administrator@vale.test', '/api/calendars', { added });
    // As the worker does it, a job for each file.
    const recount = new RecountClocks(stage.world.ledger);
    for (const { stream } of await stage.world.sql<{ stream: string }>('select distinct stream from teg.clock')) await recount.run(stream);
    const moved = (await open.look()).clocks.find(({ kind }) => kind === 'panel');
    expect(moved).toMatchObject({ dueOn: '2026-12-15', calendar: calendar.version });
    expect(dueDays(await decidedCase.look())['delivery']).toBe('2026-12-09');
    expect(await stopped()).toEqual(before);
    // As it stood the day before, it was due the day before: nothing is rewritten.
    const yesterday = await open.look(people.dutyManager, '?as-at=2026-12-01T12:00:00Z');
    expect(yesterday.clocks.find(({ kind }) => kind === 'panel')?.dueOn).toBe('2026-12-14');
    expect((await told(people.coordinator, open.reference)).map(({ code }) => code)).toContain('clockMoved');
  });
});
