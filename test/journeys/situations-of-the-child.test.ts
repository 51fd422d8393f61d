import { arranged, assessed, confirmed, decided, decision, given, givenBody, met, planned, recorded } from '../world/journeys.js';
import { people } from '../world/walked-case.js';
import { aReferral, saying } from '../world/referrals.js';
import { type Child, dueDays, openStage, openTo, rulesOf, type Stage } from './stage.js';
import { atGiving, decidedAndConfirmed, givenAt, listedAndOpened, planEnds, reasons } from './usual-ways.js';

/** What no text of a refusal or of the seven answers may say to anybody: that an admission would open a door. */
const pushing = /if (he|she|they|the child) (admits|admitted)|could admit|should admit|would be (open|possible|allowed) (if|with)|obtain: (admission|consent|advice)/i;

describe('situations that begin with the child', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('situation 6: the child withdraws the admission at the meeting: no caution, no pressure, nothing on the PNC', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('yc'));
    const back = await child.go(people.delivery, 'admissionNotConfirmed');
    expect(back.state).toBe('awaitingReconsideration');
    const ways = await child.ways();
    expect(Object.entries(ways).flatMap(([name, { status }]) => (status === 'notAllowed' ? [name] : []))).toEqual(['yc', 'ycc']);
    for (const name of ['nfa', 'o22', 'o23']) expect([name, ways[name]?.status]).toEqual([name, 'allowed']);
    for (const [outcome, rule] of [['yc', 'childAdmits'], ['ycc', 'childAdmitsToAuthorisedPerson']] as const) {
      const refused = await child.no(people.police, 'decisionTakenAfresh', { outcome, reasons });
      expect(refused).toMatchObject({ because: 'notAllowed', rules: [{ rule, answer: 'notMet', help: 'none', missing: [] }] });
      expect(JSON.stringify([refused, ways])).not.toMatch(pushing);
    }
    await child.go(people.police, 'decisionTakenAfresh', { outcome: 'nfa', reasons });
    await child.go(people.supervisor, 'nfaConfirmed');
    expect(rulesOf(await child.no(people.supervisor, 'crimeOutcomeRecorded', { outcomeNumber: '10', pnc: 'recorded' }))).toEqual(['pncEntryIsRight']);
    await child.walk(recorded('10', 'notDue'));
  });

  it('situation 7: the child makes no comment: no caution, and silence is nobody’s reason', async () => {
    const child = await stage.refer({ like: 'R12', at: '2027-01-13T09:00:00Z' });
    const ways = await child.ways();
    for (const [name, rule] of [['yc', 'childAdmits'], ['ycc', 'childAdmitsToAuthorisedPerson']] as const) {
      expect(ways[name]).toMatchObject({ status: 'notAllowed', needs: [] });
      expect(ways[name]?.rules.find((one) => one.rule === rule)).toMatchObject({ answer: 'notMet', help: 'none' });
    }
    expect(ways['o22']).toMatchObject({ status: 'needs', needs: expect.arrayContaining(['obtain: seniorOfficerApproval']) as unknown });
    expect(ways['court']).toMatchObject({ status: 'needs', needs: ['obtain: cps'] });
    expect(JSON.stringify(ways)).not.toMatch(pushing);
    // The same offence, admitted: what rests on no admission is answered alike, so silence weighs nothing.
    const other = await stage.refer({ like: 'R12', at: '2027-01-13T09:00:00Z', saying: { 'notice.admission.overall': 'FULL' } });
    const same = await other.ways();
    for (const name of ['nfa', 'o22']) expect([ways[name]?.status, ways[name]?.needs]).toEqual([same[name]?.status, same[name]?.needs]);
    await child.walk(assessed, met('2027-01-27T10:00:00Z'));
    expect(rulesOf(await child.no(people.chair, 'panelDecisionRecorded', decision('yc')))).toEqual(['childAdmits']);
  });

  it('situation 7: where a silent child is referred for a charging decision, the prosecutor decides, with the child information form', async () => {
    const child = await stage.refer({ like: 'R12', at: '2027-01-13T09:00:00Z' });
    await child.walk(assessed, met('2027-01-27T10:00:00Z'), decided('court', 'awaitingCharge'));
    const charge = { chargedOn: '2027-01-27' };
    const unasked = { because: 'notAllowed', rules: [{ rule: 'chargerHasAuthority', answer: 'unknown', help: 'obtain', missing: ['cps'] }] };
    expect(await child.no(people.supervisor, 'chargeRecorded', charge)).toMatchObject(unasked);
    // A prosecutor who was sent no form has not had it, and authorises nothing.
    await child.go(people.prosecutor, 'cpsAuthorised', { cpsReference: '62SW/0007/27' });
    expect(await child.no(people.prosecutor, 'chargeRecorded', charge)).toMatchObject(unasked);
    await child.go(people.police, 'cpsAuthorityRequested', { childInformationForm: await child.keep(people.police, 'childInformationForm') });
    await child.go(people.prosecutor, 'cpsAuthorised', { cpsReference: '62SW/0007/27' });
    expect((await child.go(people.prosecutor, 'chargeRecorded', charge)).state).toBe('closed');
  });

  it('situation 8: the appropriate adult is missing or is the victim’s parent: not delivered, another day within the five, and the cause is kept', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('yc'));
    const { delivery } = dueDays(await child.look());
    expect(delivery).toBe('2026-12-08');
    for (const adult of [{ name: 'M. Prawf', suitable: false }, { name: 'The victim’s mother', suitable: true, isVictim: true }, { name: 'Nobody', suitable: false, overEighteen: false }]) {
      const refused = await child.no(people.delivery, 'disposalGiven', { ...givenBody, appropriateAdult: adult });
      expect(refused).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'adultSuitableAtGiving', answer: 'notMet' }] });
    }
    await child.go(people.delivery, 'deliveryPostponed', { cause: 'appropriateAdult', whose: 'appropriateAdult' });
    expect(dueDays(await child.look())['delivery']).toBe(delivery);
    await child.walk(arranged('2026-12-08T16:00:00Z'), given('awaitingCrimeOutcome'));
    const { items } = await stage.read<{ items: { type: string; event: { cause?: string } }[] }>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`);
    expect(items.find(({ type }) => type === 'deliveryPostponed')?.event).toMatchObject({ cause: 'appropriateAdult', whose: 'appropriateAdult' });
  });

  it('situation 15: a child wants to withdraw from a conditional caution in week 3: not a breach, decided afresh', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('ycc'));
    await child.go(people.delivery, 'disposalGiven', { ...givenBody, consent: true, signedDocument: await child.keep(people.delivery, 'signedDocument') });
    await stage.goTo('2026-12-28T10:00:00Z');
    const withdrawn = await child.go(people.practitioner, 'yccWithdrawn');
    expect(withdrawn.state).toBe('awaitingReconsideration');
    expect((await child.look()).facts).not.toHaveProperty('nonCompliance');
    expect((await child.no(people.police, 'prosecutionDecided', { reasons })).because).toBe('notNow');
    expect((await child.go(people.police, 'decisionTakenAfresh', { outcome: 'o22', reasons })).state).toBe('awaitingPlanAgreement');
  });

  it('situation 20: the child goes missing before the meeting: safeguarding first, no clock stops, it is no refusal', async () => {
    const child = await stage.refer();
    await child.walk(decidedAndConfirmed('yrd'), planned(planEnds, 'awaitingDelivery'));
    const before = dueDays(await child.look());
    await child.go(people.practitioner, 'childMissing');
    const told = await stage.read<{ items: { reference: string; code: string }[] }>(people.dutyManager, '/api/inbox?size=100');
    expect(told.items).toContainEqual(expect.objectContaining({ reference: child.reference, code: 'childMissing' }));
    await child.go(people.delivery, 'deliveryPostponed', { cause: 'missing', whose: 'child' });
    expect(dueDays(await child.look())).toEqual(before);
    expect((await child.look()).facts).toMatchObject({ missingSince: '2026-12-01', outcome: 'yrd' });
    await child.go(people.practitioner, 'childFound');
    expect((await child.look()).facts).not.toHaveProperty('missingSince');
    await child.walk(arranged(givenAt), given('inIntervention'));
  });

  it('situation 21: two referrals of one incident: the second is told of the first; from another team they are made one, and apart again', async () => {
    const first = await stage.refer();
    const twice = saying(aReferral('R01'), 'notice.child.family_name', familyName(first));
    const duplicate = await stage.player.write(people.supervisor, 'POST', '/api/referrals', twice);
    expect(duplicate).toMatchObject({ ok: false, status: 409, problem: { because: 'duplicate', other: first.reference } });
    // Somebody who may not see the other is not told which it is.
    const gwent = await stage.player.write('custody-sergeant@gwent-police.test', 'POST', '/api/referrals', twice);
    expect(gwent).toMatchObject({ ok: false, problem: { because: 'duplicate' } });
    expect(gwent.ok ? '' : gwent.problem.other).toBeFalsy();

    const later = await stage.refer({
      at: '2026-11-25T09:00:00Z',
      saying: { received_at: '2026-11-25T08:00:00Z', 'notice.child.family_name': familyName(first), 'notice.custody_or_va_reference': 'VA/FIC/26/2001', 'notice.incident_ref': 'INC/FIC/26/2001', 'police_file.offences.0.crime_number': 'FIC-2600-002001', 'police_file.crime_numbers': ['FIC-2600-002001'] },
    });
    expect(later.reference).not.toBe(first.reference);
    const body = { absorbed: later.reference, reason: 'Both are about the same evening.' };
    expect(await first.no(people.dutyManager, 'referralsMerged', body)).toMatchObject({ because: 'notNow', code: 'childrenNotOne' });
    const mine = (await first.look()).child?.reference ?? '';
    const theirs = (await later.look()).child?.reference ?? '';
    const match = await stage.read<{ possibleMatches: { reference: string }[] }>(people.dutyManager, `/api/children/${mine}`);
    expect(match.possibleMatches.map(({ reference }) => reference)).toContain(theirs);
    await stage.write(people.dutyManager, `/api/children/${mine}/children-merged`, { other: theirs });
    await first.look();
    await first.go(people.dutyManager, 'referralsMerged', body);
    expect((await later.look()).state).toBe('closed');
    expect(dueDays(await first.look())['panel']).toBe('2026-12-14');
    await first.go(people.dutyManager, 'referralsUnmerged', body);
    const apart = await later.look();
    expect([apart.state, dueDays(apart)['panel']]).toEqual(['awaitingAllocation', '2026-12-16']);
  });

  it('situation 22: a new offence while the first is open is a new case: nothing is added to the decided plan', async () => {
    const first = await stage.refer();
    await first.walk(decidedAndConfirmed('yrd'), planned(planEnds, 'awaitingDelivery'));
    const before = await first.look();
    const second = await stage.refer({
      at: '2026-12-03T09:00:00Z',
      saying: { received_at: '2026-12-03T08:30:00Z', 'notice.child.family_name': familyName(first), 'notice.offences.0.offence_date': '2026-12-02', 'notice.interview.at': '2026-12-02T16:00:00Z', 'notice.custody_or_va_reference': 'VA/FIC/26/2002', 'police_file.offences.0.crime_number': 'FIC-2600-002002', 'police_file.crime_numbers': ['FIC-2600-002002'], 'police_file.evidence_test.at': '2026-12-03T08:00:00Z' },
    });
    const after = await first.look();
    expect([after.state, after.version, after.facts['planEndsOn'], dueDays(after)]).toEqual([before.state, before.version, before.facts['planEndsOn'], dueDays(before)]);
    expect(dueDays(await second.look())['panel']).toBe('2026-12-24');
    // Offence before or after the decision of the first: both days are there to be read.
    const days = [after.facts['decidedOn'], ...((await second.look()).facts['offences'] as { on: string }[]).map(({ on }) => on)];
    expect(days).toEqual(['2026-12-01', '2026-12-02']);
  });

  it('situation 23: exploitation emerges after the decision: the delivery stops, and nothing is ended before the mechanism has decided', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('yc'));
    expect((await child.go(people.practitioner, 'nrmReferred')).state).toBe('awaitingReconsideration');
    expect((await child.no(people.delivery, 'disposalGiven', givenBody)).because).toBe('notNow');
    const ways = await child.ways();
    expect(ways['nfa']).toMatchObject({ status: 'needs', needs: ['wait: trafficking'] });
    expect(ways['yc']?.needs).toContain('wait: trafficking');
    await child.go(people.police, 'caseRelisted', { reason: reasons });
    await child.walk(met('2026-12-14T10:00:00Z'), decided('nfa', 'awaitingSergeantDecision'));
    expect(await child.no(people.supervisor, 'nfaConfirmed')).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'referralMechanismHasDecided', answer: 'unknown', help: 'wait' }] });
    await child.go(people.practitioner, 'nrmDecided', { decision: 'conclusiveGrounds' });
    expect((await child.go(people.supervisor, 'nfaConfirmed')).state).toBe('awaitingCrimeOutcome');
  });

  it('situation 31: a child who declines the assessment comes before the panel in time, on what there is, and nowhere as refusing to engage', async () => {
    const child = await stage.refer({ like: 'R13', at: '2026-11-24T12:00:00Z' });
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    const before = await child.ways();
    await stage.goTo('2026-12-07T10:00:00Z');
    const attempts = [{ on: '2026-11-26', how: 'home visit' }, { on: '2026-12-01', how: 'telephone' }, { on: '2026-12-04', how: 'at school' }];
    expect((await child.no(people.practitioner, 'assessmentNotPossible', { reason: 'Declined.', attempts: [{ on: '2026-12-08', how: 'planned' }] })).faults).toMatchObject([{ pointer: '/attempts/0/on', code: 'afterNow' }]);
    const notPossible = await child.go(people.practitioner, 'assessmentNotPossible', { reason: 'Declined.', attempts });
    expect([notPossible.state, dueDays(notPossible)['panel']]).toEqual(['awaitingCountersignature', '2026-12-15']);
    // Nobody owes a first appointment any more to a child who does not want one.
    expect(Object.keys(dueDays(notPossible))).not.toContain('firstAppointment');
    await child.go(people.teamManager, 'assessmentCountersigned', { judgements: [{ area: 'voiceOfChild', sufficient: true, note: 'Three attempts, read.' }] });
    await child.walk(met('2026-12-15T10:00:00Z'));
    expect(await child.ways()).toEqual(statuses(before));
    const seen = [await child.look(), await child.ways(), await stage.read(people.police, `/api/cases/${child.reference}/documents`)];
    expect(JSON.stringify(seen)).not.toMatch(/refus(ed|al) to engage|non-engagement|failed to engage/i);
    expect((await child.go(people.chair, 'panelDecisionRecorded', decision('yrd'))).state).toBe('awaitingPoliceDecision');
  });

  it('situation 34: twins are two children until a person says otherwise, and that is taken back as easily', async () => {
    const earlier = (aReferral('R07').police_file['previous_outcomes'] as object[]).map((one) => ({ ...one, confirmed_on: '2026-11-20' }));
    const one = await stage.refer({ saying: { 'notice.child.given_name': 'Non', 'police_file.previous_outcomes': earlier } });
    const two = await stage.refer({ at: '2026-11-24T09:10:00Z', saying: { 'notice.child.given_name': 'Nia', 'notice.child.family_name': familyName(one), 'notice.custody_or_va_reference': 'VA/FIC/26/2003', 'police_file.offences.0.crime_number': 'FIC-2600-002003', 'police_file.crime_numbers': ['FIC-2600-002003'] } });
    const [first, second] = [(await one.look()).child?.reference ?? '', (await two.look()).child?.reference ?? ''];
    expect(first).not.toBe(second);
    const child = (reference: string) => stage.read<{ sameAs: string[]; cases: { reference: string }[] }>(people.dutyManager, `/api/children/${reference}`);
    expect((await child(second)).sameAs).toEqual([]);
    expect((await child(second)).cases.map(({ reference }) => reference)).toEqual([two.reference]);
    expect((await two.look()).facts['previousOutcomes']).toEqual([]);
    expect((await one.look()).facts['previousOutcomes']).toHaveLength(earlier.length);
    await stage.write(people.dutyManager, `/api/children/${first}/children-merged`, { other: second });
    expect((await child(second)).sameAs).toEqual([first]);
    await stage.write(people.dutyManager, `/api/children/${first}/children-unmerged`, { other: second });
    expect((await child(second)).sameAs).toEqual([]);
  });

  it('situation 42: a deferred prosecution is not completed: why first, then a fresh decision with reasons; what was agreed is no admission', async () => {
    const child = await stage.refer({ like: 'R13', at: '2026-11-24T12:00:00Z' });
    await child.walk(listedAndOpened, decided('o23', 'awaitingPoliceDecision'));
    await child.go(people.police, 'cpsAuthorityRequested', { childInformationForm: await child.keep(people.police, 'childInformationForm') });
    await child.go(people.prosecutor, 'cpsAuthorised', { cpsReference: '62SW/0042/26' });
    await child.walk(confirmed('awaitingPlanAgreement'), planned('2027-02-26', 'inIntervention'));
    expect((await child.no(people.practitioner, 'activityNotCompleted')).faults).toMatchObject([{ pointer: '/reason' }]);
    const back = await child.go(people.practitioner, 'activityNotCompleted', { reason: 'Another activity and more time were offered.' });
    expect(back.state).toBe('awaitingReconsideration');
    const ways = await child.ways();
    expect([ways['yc']?.status, ways['ycc']?.status]).toEqual(['notAllowed', 'notAllowed']);
    expect((await child.look()).facts).toMatchObject({ admissionNoted: 'ACCEPTS_RESPONSIBILITY' });
    expect((await child.no(people.police, 'chargeRecorded', { chargedOn: '2026-12-01' })).because).toBe('notYours');
    expect((await child.no(people.police, 'decisionTakenAfresh', { outcome: 'court' })).faults).toMatchObject([{ pointer: '/reasons' }]);
    expect((await child.go(people.police, 'decisionTakenAfresh', { outcome: 'court', reasons })).state).toBe('awaitingCharge');
    expect(openTo(await child.look(people.prosecutor))).toContain('chargeDeclined');
  });
});

const familyName = ({ body }: Child): string => (body.notice['child'] as { family_name: string }).family_name;

/** The seven answers of another day, status by status. */
const statuses = (ways: { readonly [name: string]: { readonly status: string } }) =>
  Object.fromEntries(Object.entries(ways).map(([name, { status }]) => [name, expect.objectContaining({ status }) as unknown]));
