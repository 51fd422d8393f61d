import { arranged, decided, given, givenBody, met, planned } from '../world/journeys.js';
import { people } from '../world/walked-case.js';
import { dueDays, openStage, openTo, rulesOf, type Stage } from './stage.js';
import { atGiving, closedCaution, decidedAndConfirmed, givenAt, listedAndOpened, reasons } from './usual-ways.js';

const liaison = 'court-liaison@cardiff-youth-court.test';
const cardiff = { dutyManager: 'duty-manager@cardiff.test', practitioner: 'practitioner@cardiff.test', teamManager: 'team-manager@cardiff.test' } as const;
const inTwoSlots = '2026-11-24T09:10:00Z';

describe('situations around a case', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const events = async (reference: string) =>
    (await stage.read<{ items: { type: string; at: string; event: object }[] }>(people.dutyManager, `/api/cases/${reference}/events?size=100`)).items;
  const inform = (reference: string, body: object) => stage.write<{ event: { type: string } }>(people.victimOfficer, `/api/cases/${reference}/victim-informed`, body);

  it('situation 5: others of one incident in two areas: two cases, two clocks, linked, and neither child’s assessment is read by the other service', async () => {
    const incident = { 'notice.incident_ref': 'INC/TEST/AREAS' };
    const here = await stage.refer({ saying: incident });
    const there = await stage.refer({ at: inTwoSlots, saying: { ...incident, 'notice.home_local_authority': 'Cardiff', received_at: '2026-11-23T18:00:00Z' } });
    expect([here.taken.area, there.taken.area]).toEqual(['vale', 'cardiff']);
    expect([dueDays(here.taken)['panel'], dueDays(there.taken)['panel']]).toEqual(['2026-12-14', '2026-12-15']);
    await here.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    const assessment = await here.keep(people.practitioner, 'assessment');
    expect((await here.look() as unknown as { incident: object }).incident).toEqual({ reference: 'INC/TEST/AREAS', others: [], elsewhere: 1 });
    // The police who work with both services see both cases, and no assessment of either.
    const seen = (await here.look(people.police)) as unknown as { incident: { others: string[] } };
    expect(seen.incident.others).toEqual([there.reference]);
    expect((await stage.player.get(people.police, `/api/cases/${here.reference}/documents/${assessment}`)).status).toBe(404);
    for (const email of Object.values(cardiff)) expect((await here.see(email)).status).toBe(404);
    // One scale for both: the same offence is answered alike in both services.
    const [mine, theirs] = [await here.ways(), await there.ways(cardiff.dutyManager)];
    for (const name of Object.keys(mine)) expect([name, theirs[name]?.status]).toEqual([name, mine[name]?.status]);
  });

  it('situation 14: a conditional caution is breached in week 9: the excuse first, then a variation with consent, then a decision, with the limit in sight', async () => {
    const child = await stage.refer();
    await child.walk(decidedAndConfirmed('ycc'), planned('2027-03-26', 'awaitingDelivery'), arranged(givenAt));
    const signed = { ...givenBody, consent: true, signedDocument: await child.keep(people.delivery, 'signedDocument') };
    await child.go(people.delivery, 'disposalGiven', signed);
    await stage.goTo('2027-02-08T10:00:00Z');
    const reported = await child.go(people.practitioner, 'nonComplianceReported', { what: 'Two sessions missed.', childSays: 'The bus did not come.' });
    expect([reported.state, dueDays(reported)['nonComplianceDecision']]).toEqual(['awaitingNonComplianceDecision', '2027-02-15']);
    // A theft has no such limit: nobody may say that one has passed.
    expect(await child.no(people.police, 'limitPassed', { reasons })).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'chargingLimitHasPassed' }] });
    expect((await child.go(people.police, 'reasonableExcuseFound', { reasons })).state).toBe('inIntervention');
    const conditions = [{ purpose: 'repair', hours: 4, what: 'Help at the shop, on days with a bus.', fit: 'Near home, in hours out of school.' }];
    const refused = await child.no(people.police, 'conditionsVaried', { conditions, consent: false });
    expect(refused).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'variationHasConsent', answer: 'notMet', help: 'none' }] });
    expect((await child.go(people.police, 'conditionsVaried', { conditions, consent: true, endsOn: '2027-03-01' })).state).toBe('inIntervention');
    // After the day on which they were due to end nothing is changed any more.
    await stage.goTo('2027-03-02T10:00:00Z');
    const late = await child.no(people.police, 'conditionsVaried', { conditions, consent: true, endsOn: '2027-03-26' });
    expect(late).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'variationComesBeforeEnd', answer: 'notMet' }] });
    await child.go(people.practitioner, 'nonComplianceReported', { what: 'Not seen again.', childSays: 'Does not want to.' });
    // Whether the child was arrested is logged; blank it shows, and stands in nobody's way.
    const blank = async () => (await child.look()).findings.map(({ rule }) => rule).filter((rule) => rule === 'arrestPowerUseIsRecorded');
    expect(await blank()).toHaveLength(1);
    await child.go(people.police, 'factRecorded', { fact: 'arrestedForBreach', value: false, on: '2027-03-02' });
    expect(await blank()).toEqual([]);
    // The caution stays until proceedings start: the prosecutor, who now sees the case, decides with reasons.
    expect((await child.look()).facts['given']).toBe('ycc');
    expect((await child.no(people.prosecutor, 'prosecutionDecided')).faults).toMatchObject([{ pointer: '/reasons' }]);
    expect((await child.go(people.prosecutor, 'prosecutionDecided', { reasons })).state).toBe('awaitingCharge');
    expect((await child.go(people.prosecutor, 'chargeDeclined', { reasons })).state).toBe('awaitingNonComplianceDecision');
    expect((await child.go(people.prosecutor, 'notInPublicInterest', { reasons })).state).toBe('awaitingCrimeOutcome');
  });

  it('situation 17: a court sends the case back before the charge is recorded, and after; the charge stays history', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened, decided('court', 'awaitingCharge'));
    await child.go(people.supervisor, 'returnedForOutOfCourt', { reasons });
    await child.go(people.police, 'caseRelisted', { reason: reasons });
    expect(dueDays(await child.look())['panel']).toBe('2026-12-22');
    await child.walk(met('2026-12-08T10:00:00Z'), decided('court', 'awaitingCharge'));
    await child.go(people.supervisor, 'chargeRecorded', { chargedOn: '2026-12-08' });
    await child.go(people.police, 'caseReopened', { reason: reasons });
    expect((await child.look()).facts['chargedOn']).toBe('2026-12-08');
    const ways = await child.ways();
    for (const name of ['nfa', 'o22', 'yrd', 'yc']) expect(ways[name]).toMatchObject({ status: 'needs', needs: ['obtain: proceedingsEndedOn'] });
    expect((await child.go(people.police, 'decisionTakenAfresh', { outcome: 'o22', reasons })).state).toBe('awaitingPlanAgreement');
    const document = await child.keep(people.practitioner, 'plan');
    expect(rulesOf(await child.no(people.practitioner, 'planAgreed', { document, endsOn: '2027-02-01' }))).toEqual(['proceedingsHaveEnded']);
    await child.go(people.prosecutor, 'factRecorded', { fact: 'proceedingsEndedOn', value: '2026-12-08', on: '2026-12-08' });
    expect((await child.go(people.practitioner, 'planAgreed', { document, endsOn: '2027-02-01' })).state).toBe('inIntervention');
  });

  it('situation 17: a new referral from a court: the clock starts at its receipt from there, and only the prosecutor ends what has begun', async () => {
    const child = await stage.refer({ like: 'R10', at: '2026-12-03T16:00:00Z', as: liaison });
    expect(child.taken.area).toBe('vale');
    expect(dueDays(await child.look())).toMatchObject({ panel: '2026-12-24', courtDate: '2027-01-11' });
    const ways = await child.ways();
    for (const name of ['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc']) expect(ways[name]).toMatchObject({ status: 'needs', needs: ['obtain: proceedingsEndedOn'] });
    expect(ways['court']?.status).toBe('allowed');
    expect((await child.no(people.police, 'factRecorded', { fact: 'proceedingsEndedOn', value: '2026-12-03', on: '2026-12-03' })).code).toBe('factNotYours');
    await child.go(liaison, 'factRecorded', { fact: 'proceedingsEndedOn', value: '2026-12-03', on: '2026-12-03' });
    for (const name of ['nfa', 'o22', 'yrd']) expect((await child.ways())[name]?.status).toBe('allowed');
    expect((await child.look()).facts['court']).toMatchObject({ chargedOn: expect.any(String) as string });
  });

  it('situation 18: a looked-after child placed from elsewhere: the service of the station acts as caretaker and both are named', async () => {
    const child = await stage.refer({ like: 'R06', at: '2026-12-01T15:00:00Z' });
    expect(child.taken).toMatchObject({ area: 'vale', isCaretaker: true, homeAuthority: expect.stringContaining('Birmingham') as string });
    // A home service that Teg knows keeps the case, and another one hosts the child beside it.
    const placed = await stage.refer({ at: '2026-12-01T15:10:00Z' });
    expect((await placed.see(cardiff.dutyManager)).status).toBe(404);
    await placed.go(people.dutyManager, 'caseTransferred', { to: 'cardiff', role: 'caretaker', reason: 'Placed with foster carers in Cardiff.' });
    expect([(await placed.look()).area, (await placed.look(cardiff.dutyManager)).area]).toEqual(['vale', 'vale']);
  });

  it('situation 19: the child moves during the plan: the new service hosts first, and takes over afterwards', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('yrd'), given('inIntervention'));
    const before = dueDays(await child.look());
    await child.go(people.dutyManager, 'caseTransferred', { to: 'cardiff', role: 'caretaker', reason: 'Moved with the family.' });
    expect((await child.look(cardiff.practitioner)).state).toBe('inIntervention');
    expect((await child.look()).area).toBe('vale');
    await stage.goTo('2027-03-08T10:00:00Z');
    await child.go(people.dutyManager, 'caseTransferred', { to: 'cardiff', role: 'home', reason: 'Three months have passed.' });
    expect((await child.see(people.dutyManager)).status).toBe(404);
    const seen = await child.look(cardiff.practitioner);
    expect([seen.area, dueDays(seen)['intervention']]).toEqual(['cardiff', before['intervention']]);
    expect((await child.go(cardiff.practitioner, 'interventionCompleted', { exitPlan: 'Football.', feedbackAsked: true })).state).toBe('awaitingCrimeOutcome');
  });

  it('situation 40: a caution is set aside: it stays on record and counts no more, and whoever was told is told again', async () => {
    const child = await stage.refer();
    await child.walk(closedCaution);
    await inform(child.reference, { ref: 'V1' });
    expect((await child.look()).facts).toMatchObject({ given: 'yc' });
    await stage.goTo('2027-01-11T10:00:00Z');
    // While it stands nothing else is decided for the same offence.
    expect(openTo(await child.look(people.police))).not.toContain('caseReopened');
    expect(rulesOf(await child.no(people.police, 'caseReopened', { reason: reasons }))).toEqual(['givenCautionIsSetAside']);
    const aside = await child.go(people.police, 'outcomeSetAside', { reason: 'The effect had not been explained.' });
    expect(aside.state).toBe('closed');
    const after = await child.look();
    expect(after.facts).not.toHaveProperty('given');
    expect([after.facts['setAsideOn'], dueDays(after)['victimTold:V1']]).toEqual(['2027-01-11', '2027-01-18']);
    expect((await events(child.reference)).map(({ type }) => type)).toEqual(expect.arrayContaining(['disposalGiven', 'outcomeSetAside']));
    const then = await child.look(people.dutyManager, '?as-at=2026-12-08T12:00:00Z');
    expect(then.facts['given']).toBe('yc');
    expect(openTo(await child.look(people.police))).toContain('caseReopened');
  });

  it('situations 27 and 40: at a second caution the service must assess; once the earlier one was set aside it is a first again', async () => {
    const child = await stage.refer({ like: 'R07', at: '2026-12-29T09:00:00Z', as: 'custody-sergeant@south-wales-police.test' });
    const earlier = (await child.look()).facts['previousOutcomes'] as { on: string; type: string }[];
    expect(earlier).toMatchObject([{ type: 'YOUTH_CAUTION', isConfirmed: true }]);
    const firstTime = async () => {
      const { disposals } = await stage.read<{ disposals: { disposal: string; record: { isFirstTimeEntry: boolean } }[] }>(people.dutyManager, `/api/cases/${child.reference}/explanation`);
      return disposals.find(({ disposal }) => disposal === 'yc')?.record.isFirstTimeEntry;
    };
    const duty = async () => ((await child.look()) as unknown as { particulars: { assessmentAfterCaution: string } }).particulars.assessmentAfterCaution;
    expect([await firstTime(), await duty()]).toEqual([false, 'must']);
    await child.go(people.police, 'factCorrected', { fact: 'previousOutcomes', value: earlier.map((one) => ({ ...one, isSetAside: true })), reason: 'Set aside by the force.' });
    expect([await firstTime(), await duty()]).toEqual([true, 'may']);
    expect((await child.look()).facts['previousOutcomes']).toMatchObject([{ isSetAside: true }]);
  });
});
