import { arranged, assessed, confirmed, decided, given, givenBody, met, planned } from '../world/journeys.js';
import { aReferral, saying } from '../world/referrals.js';
import { people } from '../world/walked-case.js';
import { clockFindings, dueDays, openStage, rulesOf, type Stage } from './stage.js';
import { closedCaution, closedResolution, closedWithoutAction, decidedAndConfirmed, givenAt, planEnds, reasons } from './usual-ways.js';

describe('situations of victims, and of notices that are no case', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const events = async (reference: string) =>
    (await stage.read<{ items: { type: string; at: string; event: object }[] }>(people.dutyManager, `/api/cases/${reference}/events?size=100`)).items;
  const inform = (reference: string, body: object) => stage.write<{ event: { type: string } }>(people.victimOfficer, `/api/cases/${reference}/victim-informed`, body);

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

    // Told late: why may be said, and where it is not, the case shows it.
    const late = async (more: object) => {
      const one = await stage.refer();
      await one.walk(decidedAndConfirmed('yrd'));
      await stage.goTo('2026-12-09T09:00:00Z');
      await inform(one.reference, { ref: 'V1', ...more });
      return clockFindings(await one.look()).map(({ clock, dueOn }) => [clock, dueOn]);
    };
    expect(await late({ on: '2026-12-08' })).toEqual([]);
    expect(await late({})).toEqual([['victimTold', '2026-12-08']]);
    expect(await late({ causeOfLateness: 'victimNotReady' })).toEqual([]);
    const inTime = await stage.refer();
    await inTime.walk(decidedAndConfirmed('yrd'));
    const unfounded = { ref: 'V1', causeOfLateness: 'victimNotReady' };
    const path = `/api/cases/${inTime.reference}/victim-informed`;
    expect((await stage.player.write(people.victimOfficer, 'POST', path, unfounded)).status).toBe(400);

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

  it('situation 33: a child is suspect and victim in one incident: two records with separate access, and no proof of one in the other', async () => {
    const self = saying(aReferral('R01'), 'police_file.victims.0.relation_to_child', 'self');
    const refused = await stage.player.write(people.supervisor, 'POST', '/api/referrals', saying(self, 'notice.child.family_name', 'Prawf-Hunan'));
    expect(refused).toMatchObject({ ok: false, status: 400, problem: { faults: [{ pointer: '/police_file/victims/0/relation_to_child' }] } });

    const suspect = await stage.refer({ saying: { 'notice.incident_ref': 'INC/TEST/BOTH' } });
    const other = await stage.refer({ at: '2026-11-24T09:10:00Z', saying: { 'notice.incident_ref': 'INC/TEST/BOTH' } });
    await stage.write(people.victimOfficer, `/api/cases/${other.reference}/victim-updated`, { ref: 'V1', wishes: 'Was hurt first, she says.' });
    for (const email of [people.police, people.practitioner, people.supervisor]) {
      expect((await stage.player.get(email, `/api/victims/${other.reference}-V1`)).status).toBe(403);
      const shown = [await suspect.look(email), await other.look(email), (await stage.player.get(email, `/api/cases/${suspect.reference}/documents`)).status];
      expect(JSON.stringify(shown)).not.toContain('hurt first');
    }
    await suspect.walk(closedCaution);
    // What is decided about the suspect leaves the victim's own clock where it is.
    await other.walk(assessed);
    expect((await other.look()).state).toBe('awaitingPanel');
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
});
