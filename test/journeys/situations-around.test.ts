import { arranged, assessed, confirmed, decided, given, givenBody, met, planned } from '../world/journeys.js';
import { people } from '../world/walked-case.js';
import { dueDays, openStage, openTo, rulesOf, type Stage } from './stage.js';
import { atGiving, closedCaution, closedResolution, closedWithoutAction, decidedAndConfirmed, givenAt, listedAndOpened, planEnds, reasons } from './usual-ways.js';

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
    await child.walk(atGiving('ycc'));
    const signed = { ...givenBody, consent: true, signedDocument: await child.keep(people.delivery, 'signedDocument') };
    await child.go(people.delivery, 'disposalGiven', signed);
    await stage.goTo('2027-02-08T10:00:00Z');
    const reported = await child.go(people.practitioner, 'nonComplianceReported', { what: 'Two sessions missed.', childSays: 'The bus did not come.' });
    expect([reported.state, dueDays(reported)['nonComplianceDecision']]).toEqual(['awaitingNonComplianceDecision', '2027-02-15']);
    // A theft has no such limit: nobody may say that one has passed.
    expect(await child.no(people.police, 'limitPassed', { reasons })).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'chargingLimitHasPassed' }] });
    expect((await child.go(people.police, 'reasonableExcuseFound', { reasons })).state).toBe('inIntervention');
    const conditions = [{ purpose: 'repair', hours: 4, what: 'Help at the shop, on days with a bus.' }];
    const refused = await child.no(people.police, 'conditionsVaried', { conditions, consent: false });
    expect(refused).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'variationHasConsent', answer: 'notMet', help: 'none' }] });
    expect((await child.go(people.police, 'conditionsVaried', { conditions, consent: true, endsOn: '2027-03-01' })).state).toBe('inIntervention');
    await child.go(people.practitioner, 'nonComplianceReported', { what: 'Not seen again.', childSays: 'Does not want to.' });
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

  it('situation 24: the victim says no to a meeting, or asks for prosecution: recorded, no veto, and told within the days that are theirs', async () => {
    const child = await stage.refer();
    const before = await child.ways();
    await stage.write(people.victimOfficer, `/api/cases/${child.reference}/victim-updated`, { ref: 'V1', restorativeView: 'No meeting.', wishes: 'Wants her prosecuted.' });
    expect(Object.entries(await child.ways()).map(([name, { status }]) => [name, status])).toEqual(Object.entries(before).map(([name, { status }]) => [name, status]));
    await child.walk(decidedAndConfirmed('yrd'));
    expect(dueDays(await child.look())['victimTold:V1']).toBe('2026-12-08');
    expect(JSON.stringify([await events(child.reference), await child.look(people.police)])).not.toContain('prosecuted');
    await inform(child.reference, { ref: 'V1' });
    expect(dueDays(await child.look())['victimTold:V1']).toBeUndefined();
    await child.look();
    await child.walk(planned(planEnds, 'awaitingDelivery'), arranged(givenAt), given('inIntervention'));

    const enhanced = await stage.refer();
    await stage.write(people.victimOfficer, `/api/cases/${enhanced.reference}/victim-updated`, { ref: 'V1', enhancedRights: true, enhancedRightsReason: 'vulnerable' });
    await enhanced.walk(decidedAndConfirmed('yrd'));
    expect(dueDays(await enhanced.look())['victimTold:V1']).toBe('2026-12-02');
  });

  it('situation 30: a late notice of a street resolution is stored and linked, has no clock and no way; a pattern of three is looked at as help', async () => {
    const notices = [];
    for (const [day, hour] of [['2026-02-21', '09'], ['2026-07-18', '10'], ['2026-11-28', '11']] as const) {
      notices.push(
        await stage.refer({
          like: 'R15',
          at: `2026-12-10T${hour}:00:00Z`,
          saying: { 'notice.child.family_name': 'Prawf-Stryd', 'notice.offences.0.offence_date': day, 'notice.custody_or_va_reference': `CR/FIC/26/${hour}`, 'police_file.offences.0.crime_number': `FIC-2600-0030${hour}`, 'police_file.crime_numbers': [`FIC-2600-0030${hour}`] },
        }),
      );
    }
    const [first, second, third] = notices;
    if (!first || !second || !third) throw new Error('Three notices were sent.');
    expect([third.taken.state, third.taken.clocks]).toEqual(['noticeOnly', []]);
    for (const { status, needs } of Object.values(await third.ways())) expect([status, needs]).toEqual(['notAllowed', []]);
    expect((await third.no(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner })).because).toBe('notNow');
    expect((await third.look()).next).toEqual([]);
    const children = await Promise.all(notices.map(async (one) => (await one.look()).child?.reference ?? ''));
    const pattern = async () => (await stage.read<{ items: { code: string }[] }>(people.dutyManager, '/api/inbox?show=all&size=100')).items.filter(({ code }) => code === 'streetNoticePattern').length;
    expect(await pattern()).toBe(0);
    await stage.write(people.dutyManager, `/api/children/${children[2]}/children-merged`, { other: children[1] });
    expect(await pattern()).toBe(0);
    await stage.write(people.dutyManager, `/api/children/${children[2]}/children-merged`, { other: children[0] });
    expect(await pattern()).toBe(1);
    expect((await third.look()).state).toBe('noticeOnly');
  });

  it('situation 32: the parent is the victim and was the appropriate adult: another adult for everything, and charging is for the prosecutor', async () => {
    const child = await stage.refer({ like: 'R14', at: '2026-12-03T09:00:00Z' });
    const ways = await child.ways();
    expect(ways['yc']).toMatchObject({ status: 'needs', needs: ['obtain: suitableAdult'] });
    expect(ways['yrd']?.needs).toEqual(['record: victimSafetyReview', 'obtain: suitableAdult']);
    expect(ways['court']?.needs).toContain('obtain: cps');
    await child.walk(assessed, met('2026-12-10T10:00:00Z'), decided('yc', 'awaitingPoliceDecision'), confirmed('awaitingDelivery'));
    expect(dueDays(await child.look())['victimTold:V1']).toBe('2026-12-11');
    await child.walk(arranged('2026-12-16T16:00:00Z'));
    const mother = { name: 'Ceri Samplwell', suitable: true, isVictim: true };
    expect(rulesOf(await child.no(people.delivery, 'disposalGiven', { ...givenBody, appropriateAdult: mother }))).toEqual(['adultIsSuitable', 'adultSuitableAtGiving']);
    await child.go(people.practitioner, 'factRecorded', { fact: 'suitableAdult', value: true, on: '2026-12-16' });
    const aunt = { name: 'A. Samplwell', suitable: true, overEighteen: true, employedByPolice: false, isVictim: false };
    expect((await child.go(people.delivery, 'disposalGiven', { ...givenBody, appropriateAdult: aunt })).state).toBe('awaitingCrimeOutcome');
    // Nothing of the victim's own record stands in what the child's side is shown.
    expect(JSON.stringify([await child.look(), await events(child.reference)])).not.toMatch(/VIC\/FIC/);
  });

  it('situation 39: the victim asks for a review of an NFA: passed on at once, answered by a higher rank; if upheld the case is opened again', async () => {
    const child = await stage.refer();
    await child.walk(closedWithoutAction);
    const ask = () => stage.player.write<object>(people.victimOfficer, 'POST', `/api/cases/${child.reference}/victim-review-requested`, { ref: 'V1' });
    const early = await ask();
    expect(early.ok ? null : [early.problem.because, rulesOf(early.problem)]).toEqual(['notAllowed', ['victimMayAskForReview']]);
    await inform(child.reference, { ref: 'V1' });
    expect(dueDays(await child.look())['victimReviewWindow:V1']).toBe('2027-03-01');
    expect((await ask()).status).toBe(200);
    expect(dueDays(await child.look())['victimReviewAnswer:V1']).toBe('2027-01-15');
    const queue = await stage.read<{ items: { reference: string; code: string }[] }>(people.inspector, '/api/inbox?size=100');
    expect(queue.items).toContainEqual(expect.objectContaining({ reference: child.reference, code: 'victimReviewRequested' }));
    await child.go(people.inspector, 'victimReviewAnswered', { ref: 'V1', isUpheld: true, reasons });
    expect((await child.go(people.police, 'caseReopened', { reason: 'The review was upheld.' })).state).toBe('awaitingReconsideration');
  });

  it('situation 39: after three months, and against an out-of-court disposal, there is no such right', async () => {
    const late = await stage.refer();
    await late.walk(closedWithoutAction);
    await inform(late.reference, { ref: 'V1' });
    await stage.goTo('2027-03-02T10:00:00Z');
    const asked = await stage.player.write(people.victimOfficer, 'POST', `/api/cases/${late.reference}/victim-review-requested`, { ref: 'V1' });
    expect(asked.ok ? null : rulesOf(asked.problem)).toEqual(['victimMayAskForReview']);
    const resolved = await stage.refer();
    await resolved.walk(closedResolution);
    await inform(resolved.reference, { ref: 'V1' });
    const refused = await stage.player.write(people.victimOfficer, 'POST', `/api/cases/${resolved.reference}/victim-review-requested`, { ref: 'V1' });
    expect(refused.ok ? null : refused.problem.because).toMatch(/^not(Now|Allowed)$/);
  });

  it('situation 40: a caution is set aside: it stays on record and counts no more, and whoever was told is told again', async () => {
    const child = await stage.refer();
    await child.walk(closedCaution);
    await inform(child.reference, { ref: 'V1' });
    expect((await child.look()).facts).toMatchObject({ given: 'yc' });
    await stage.goTo('2027-01-11T10:00:00Z');
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
