import { arranged, assessed, confirmed, decided, decision, givenBody, met, planned } from '../world/journeys.js';
import { panel, people } from '../world/walked-case.js';
import { dueDays, openStage, openTo, rulesOf, type Stage } from './stage.js';
import { atGiving, decidedAndConfirmed, givenAt, listedAndOpened, panelAt, planEnds, reasons } from './usual-ways.js';

const inspector2 = 'inspector@gwent-police.test';
const sergeant2 = 'youth-justice-sergeant-2@south-wales-police.test';
const practitioner2 = 'practitioner-2@vale.test';
const police2 = 'police-decision-maker-2@south-wales-police.test';
const disagreement = { positions: [{ role: 'policeDecisionMaker', outcome: 'yc', reasons }, { role: 'teamManager', outcome: 'yrd', reasons }] };

describe('situations of those who decide', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('situation 9: a panel member is related to the victim, declares it, and neither sees nor decides any more', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened);
    await child.go(people.member, 'conflictDeclared', { reason: 'The victim is my niece.' });
    expect((await child.see(people.member)).status).toBe(404);
    const refused = await child.no(people.chair, 'panelDecisionRecorded', decision('o22'));
    expect([refused.because, rulesOf(refused)]).toEqual(['notAllowed', ['nobodyPresentHasConflict']]);
    await child.go(people.chair, 'memberLeft', { person: people.member });
    expect((await child.go(people.chair, 'panelDecisionRecorded', decision('o22'))).state).toBe('awaitingPoliceDecision');
    // It is minuted: who declared it is on record, why only in a document of the service.
    const { items } = await stage.read<{ items: { type: string; by: { email: string } }[] }>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`);
    expect(items.find(({ type }) => type === 'conflictDeclared')?.by.email).toBe(people.member);
    expect(JSON.stringify(items)).not.toContain('niece');
  });

  it('situation 10: the seconded officer made the arrest and does not decide; another officer does', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened);
    await child.go(people.police, 'conflictDeclared', { reason: 'I made the arrest.' });
    expect(rulesOf(await child.no(people.chair, 'panelDecisionRecorded', decision('yc')))).toEqual(['policeDeciderIsPresent', 'nobodyPresentHasConflict']);
    await child.go(people.chair, 'panelAdjourned', { reason: reasons });
    const deputies = panel.map((one) => (one.person === people.police ? { ...one, person: police2 } : one));
    await child.go(people.coordinator, 'caseListed', { meeting: await stage.meeting('2026-12-03T10:00:00Z', deputies) });
    await stage.goTo('2026-12-03T10:00:00Z');
    await child.go(people.chair, 'panelOpened', { present: deputies });
    await child.go(people.chair, 'panelDecisionRecorded', decision('yc'));
    expect((await child.no(people.police, 'policeDecisionConfirmed')).because).toBe('notFound');
    expect((await child.go(police2, 'policeDecisionConfirmed')).state).toBe('awaitingDelivery');
  });

  it.each(['arrestingOfficer', 'investigator'])('situation 10: who is on record as %s neither sits nor decides alone; another officer does both', async (fact) => {
    const child = await stage.refer();
    const names = (value: unknown, as: string = people.supervisor) => ({ as, body: { fact, value, on: '2026-11-24' } });
    for (const [{ as, body }, because, code] of [
      [names(people.police, people.practitioner), 'notYours', 'factNotYours'],
      [names('nobody@south-wales-police.test'), 'invalid', 'personUnknown'],
      [names({ id: '0193a000-0000-7000-8000-000000000001' }), 'invalid', 'personUnknown'],
      [names(null), 'invalid', undefined],
    ] as const) {
      const refused = await child.no(as, 'factRecorded', body);
      expect([refused.because, ...(code === undefined ? [] : [refused.code ?? refused.faults?.[0]?.code])]).toEqual([because, ...(code === undefined ? [] : [code])]);
    }
    // The other side of the boundary: another officer is on record, and this one sits and decides.
    await child.go(people.supervisor, 'factRecorded', names(police2).body);
    await child.walk(listedAndOpened, decided('yc', 'awaitingPoliceDecision'));
    const { facts, next } = await child.look(people.police);
    expect([facts[fact], next.find(({ event }) => event === 'policeDecisionConfirmed')?.open]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), true]);
    // Police on record as the one who decides: closed before the click, and refused at it, by the same rule.
    await child.go(people.supervisor, 'factRecorded', names(people.police).body);
    const closed = (await child.look(people.police)).next.find(({ event }) => event === 'policeDecisionConfirmed');
    expect(closed).toMatchObject({ open: false, because: 'notAllowed', rules: [{ rule: 'deciderDidNotArrest' }] });
    for (const [event, body] of [['policeDecisionConfirmed', {}], ['policeDecisionDeparted', { outcome: 'o22', reasons }]] as const)
      expect(await child.no(people.police, event, body)).toMatchObject({ because: 'notAllowed', rules: [{ rule: 'deciderDidNotArrest', answer: 'notMet', help: 'none' }] });
    expect((await child.go(police2, 'policeDecisionConfirmed')).state).toBe('awaitingDelivery');
    // By id, never by address.
    const { items } = await stage.read<{ items: object[] }>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`);
    expect(JSON.stringify(items.filter((one) => 'event' in one).map((one) => (one as { event: object }).event))).not.toContain('@');

    const other = await stage.refer();
    await other.go(people.supervisor, 'factRecorded', names(people.police).body);
    await other.walk(assessed);
    await other.go(people.coordinator, 'caseListed', { meeting: await stage.meeting(panelAt) });
    await stage.goTo(panelAt);
    expect(rulesOf(await other.no(people.chair, 'panelOpened', { present: panel }))).toEqual(['nobodyPresentHasConflict']);
    const deputies = panel.map((one) => (one.person === people.police ? { ...one, person: police2 } : one));
    expect((await other.go(people.chair, 'panelOpened', { present: deputies })).state).toBe('atPanel');
  });

  it('situation 11: the quorum is lost in the middle of the meeting: what was decided before stands, nothing is decided after', async () => {
    const first = await stage.refer();
    const second = await stage.refer();
    await first.walk(listedAndOpened);
    await stage.goTo('2026-11-24T10:00:00Z');
    await second.walk(listedAndOpened);
    await first.go(people.chair, 'panelDecisionRecorded', decision('yrd'));
    await second.go(people.chair, 'memberLeft', { person: people.police });
    for (const [event, body] of [['panelDecisionRecorded', decision('yrd')], ['consensusNotReached', disagreement]] as const) {
      const refused = await second.no(people.chair, event, body);
      expect([refused.because, rulesOf(refused)]).toEqual(['notAllowed', ['policeDeciderIsPresent']]);
    }
    const { panel: due } = dueDays(await second.look());
    expect((await second.go(people.chair, 'panelAdjourned', { reason: reasons })).state).toBe('awaitingPanel');
    expect(dueDays(await second.look())['panel']).toBe(due);
    expect((await first.look()).state).toBe('awaitingPoliceDecision');
  });

  it('situation 12: no consensus: the sergeant decides with each position before them, and the fifteen days go on', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened);
    const escalated = await child.go(people.chair, 'consensusNotReached', disagreement);
    expect(dueDays(escalated)).toMatchObject({ panel: '2026-12-14', escalationReview: '2026-12-03' });
    const papers = await stage.read<{ items: { kind: string; document: string }[] }>(people.sergeant, `/api/cases/${child.reference}/documents`);
    const minute = papers.items.find(({ kind }) => kind === 'panelDecision')?.document ?? '';
    expect((await stage.read<{ body: object }>(people.sergeant, `/api/cases/${child.reference}/documents/${minute}`)).body).toMatchObject(disagreement);
    const decided = await child.go(people.sergeant, 'escalationDecided', { outcome: 'yrd', reasons });
    expect(decided.state).toBe('awaitingPlanAgreement');
    expect(dueDays(decided)['panel']).toBeUndefined();
    expect((await child.look()).facts['escalation']).toMatchObject({ rank: 'sergeant' });
  });

  it('situation 26: a caution for a sexual offence is not given before notification is explained and advice offered again and answered', async () => {
    const child = await stage.refer({ like: 'R08', at: '2026-12-14T09:00:00Z' });
    await child.walk(assessed, met('2026-12-18T10:00:00Z'));
    expect((await child.ways())['yc']).toMatchObject({ status: 'needs', needs: ['record: notificationExplained', 'record: adviceOfferedAgain'] });
    await child.walk(decided('yc', 'awaitingPoliceDecision'), confirmed('awaitingDelivery'), arranged('2026-12-23T16:00:00Z'));
    const refused = await child.no(people.delivery, 'disposalGiven', givenBody);
    expect([refused.because, rulesOf(refused)]).toEqual(['notAllowed', expect.arrayContaining(['notificationExplained'])]);
    await child.go(people.delivery, 'factRecorded', { fact: 'notificationExplained', value: true, on: '2026-12-23' });
    await child.go(people.delivery, 'factRecorded', { fact: 'adviceOfferedAgain', value: true, on: '2026-12-23' });
    expect((await child.no(people.delivery, 'disposalGiven', { ...givenBody, adviceAnswer: undefined })).faults).toMatchObject([{ pointer: '/adviceAnswer' }]);
    expect((await child.go(people.delivery, 'disposalGiven', givenBody)).state).toBe('awaitingCrimeOutcome');
  });

  it('situation 28: a penalty of £40 for a child of thirteen and a summary offence is refused: the maximum is £15, at fourteen £30', async () => {
    for (const [bornOn, most] of [['2013-03-14', 15], ['2012-03-14', 30]] as const) {
      const child = await stage.refer({
        like: 'R02',
        saying: {
          'notice.child.date_of_birth': bornOn,
          'notice.offences.0.offence_date': '2026-11-10',
          'notice.interview.at': '2026-11-18T10:00:00Z',
          'police_file.offences.0.summary_only_time_limit_date': '2027-05-10',
          'police_file.summary_only_time_limit_date': '2027-05-10',
        },
      });
      await child.walk(decidedAndConfirmed('ycc'));
      const document = await child.keep(people.practitioner, 'plan');
      const plan = (penaltyPounds: number) => ({ document, endsOn: '2027-02-01', conditions: [{ purpose: 'punish', penaltyPounds, why: 'Work alone was tried and did not do.', fit: 'From her own pocket money.' }] });
      for (const pounds of [40, most + 1]) {
        const refused = await child.no(people.practitioner, 'planAgreed', plan(pounds));
        expect([refused.because, rulesOf(refused)]).toEqual(['notAllowed', ['penaltyWithinMaximum']]);
        expect(refused.rules).toMatchObject([{ answer: 'notMet', help: 'none', source: { act: expect.stringContaining('2013') as unknown } }]);
      }
      expect((await child.go(people.practitioner, 'planAgreed', plan(most))).state).toBe('awaitingDelivery');
    }
  });

  it('situation 29: robbery and a conditional caution: it stays at needs, and is not confirmed, until the reference of the prosecutor is there', async () => {
    const child = await stage.refer({ like: 'R09', at: '2026-12-08T09:00:00Z', saying: { 'notice.admission.overall': 'FULL', 'police_file.nrm.referred': false, 'police_file.nrm.date': null, 'police_file.nrm.decision': null } });
    await child.walk(assessed, met('2026-12-15T10:00:00Z'));
    expect((await child.ways())['ycc']).toMatchObject({ status: 'needs', needs: ['obtain: cps'] });
    await child.walk(decided('ycc', 'awaitingPoliceDecision'));
    // The police may not go round the prosecutor: nobody confirms before the answer, departs to it or decides it afresh, and nobody asks without the child information form.
    const authority = { rule: 'prosecutorAuthorisesIndictableConditionalCaution', answer: 'unknown', help: 'obtain', missing: ['cps'], says: expect.stringMatching(/\w/) as unknown };
    const next = (await child.look(people.police)).next.find(({ event }) => event === 'policeDecisionConfirmed');
    expect(next).toMatchObject({ open: false, because: 'notAllowed', rules: [authority] });
    expect(await child.no(people.police, 'policeDecisionConfirmed')).toMatchObject({ status: 422, because: 'notAllowed', rules: [authority] });
    expect((await child.no(people.police, 'cpsAuthorityRequested')).faults).toMatchObject([{ pointer: '/childInformationForm' }]);
    await child.go(people.police, 'cpsAuthorityRequested', { childInformationForm: await child.keep(people.police, 'childInformationForm') });
    await child.go(people.prosecutor, 'cpsRefused', { reason: reasons });
    expect(await child.no(people.police, 'decisionTakenAfresh', { outcome: 'ycc', reasons })).toMatchObject({ because: 'notAllowed', rules: [authority] });

    await child.go(people.police, 'caseRelisted', { reason: reasons });
    await child.walk(met('2026-12-29T10:00:00Z'), decided('ycc', 'awaitingPoliceDecision'));
    await child.go(people.police, 'cpsAuthorityRequested', { childInformationForm: await child.keep(people.police, 'childInformationForm') });
    await child.go(people.prosecutor, 'cpsAuthorised', { cpsReference: '62SW/0009/26' });
    expect((await child.ways())['ycc']?.status).toBe('allowed');
    await child.walk(confirmed('awaitingPlanAgreement'), planned('2027-03-01', 'awaitingDelivery'), arranged('2027-01-04T16:00:00Z'));
    const signed = { ...givenBody, signedDocument: await child.keep(people.delivery, 'signedDocument'), consent: true };
    expect((await child.go(people.delivery, 'disposalGiven', signed)).state).toBe('inIntervention');
  });

  it('situation 35: the offence is re-classified after the panel: all seven are judged again, the decision stands as history', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('yc'));
    const before = await child.ways();
    expect(before['yc']?.status).toBe('allowed');
    const changed = await child.go(people.police, 'offencesChanged', { offences: [{ code: 'TH68023', on: '2026-11-14' }], reason: 'A threat was made.' });
    expect(changed.state).toBe('awaitingReconsideration');
    const after = await child.ways();
    expect(after['yc']).toMatchObject({ status: 'needs', needs: expect.arrayContaining(['obtain: cps']) as unknown });
    expect(after['court']?.status).toBe('needs');
    expect((await child.no(people.delivery, 'disposalGiven', givenBody)).because).toBe('notNow');
    const { items } = await stage.read<{ items: { type: string }[] }>(people.dutyManager, `/api/cases/${child.reference}/events?size=100`);
    expect(items.map(({ type }) => type)).toEqual(expect.arrayContaining(['panelDecisionRecorded', 'policeDecisionConfirmed', 'offencesChanged']));
    // A more intrusive outcome needs a decision of its own, with reasons.
    expect((await child.no(people.police, 'decisionTakenAfresh', { outcome: 'ycc' })).faults).toMatchObject([{ pointer: '/reasons' }]);
    // Robbery: a conditional caution is the prosecutor's to authorise first.
    expect(rulesOf(await child.no(people.police, 'decisionTakenAfresh', { outcome: 'ycc', reasons }))).toEqual(['prosecutorAuthorisesIndictableConditionalCaution']);
    expect((await child.go(people.police, 'caseRelisted', { reason: reasons })).state).toBe('awaitingPanel');
  });

  it('situation 36: the police depart from the panel: nothing is carried out before the time for a challenge, which an inspector decides', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened, decided('o22', 'awaitingPoliceDecision'));
    expect((await child.no(people.police, 'policeDecisionDeparted', { outcome: 'yc' })).faults).toMatchObject([{ pointer: '/reasons' }]);
    const departed = await child.go(people.police, 'policeDecisionDeparted', { outcome: 'yc', reasons });
    expect([departed.state, dueDays(departed)['departureChallenge']]).toEqual(['awaitingChallenge', '2026-12-03']);
    expect((await child.no(people.delivery, 'deliveryArranged', { at: givenAt, place: 'Barry', appropriateAdult: 'mother' })).because).toBe('notNow');
    const told = await stage.read<{ items: { reference: string; code: string }[] }>(people.chair, '/api/inbox?size=100');
    expect(told.items).toContainEqual(expect.objectContaining({ reference: child.reference, code: 'awaitingChallenge' }));
    await child.go(people.chair, 'departureChallenged', { reasons });
    const review = { outcome: 'o22', reasons };
    const refused = await child.no(people.sergeant, 'escalationDecided', review);
    expect([refused.because, rulesOf(refused)]).toEqual(['notAllowed', ['escalationDeciderRanksHighEnough']]);
    expect((await child.no(inspector2, 'escalationDecided', review)).because).toBe('notFound');
    expect((await child.go(people.inspector, 'escalationDecided', review)).state).toBe('awaitingPlanAgreement');
  });

  it('situation 36: an unchallenged departure stands after two working days, and not before', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened, decided('o22', 'awaitingPoliceDecision'));
    await child.go(people.police, 'policeDecisionDeparted', { outcome: 'yc', reasons });
    expect(await child.no(people.police, 'departureStands')).toMatchObject({ because: 'notNow', code: 'challengeStillOpen' });
    await stage.goTo('2026-12-04T09:00:00Z');
    const stands = await child.go(people.police, 'departureStands');
    expect([stands.state, (await child.look()).facts['outcome']]).toEqual(['awaitingDelivery', 'yc']);
  });

  it('situation 37: the sergeant who sat does not review; another sergeant or an inspector does', async () => {
    const child = await stage.refer();
    const members = [...panel, { person: people.sergeant, role: 'youthJusticeSergeant' }];
    await child.walk(assessed);
    await child.go(people.coordinator, 'caseListed', { meeting: await stage.meeting(panelAt, members) });
    await stage.goTo(panelAt);
    await child.go(people.chair, 'panelOpened', { present: members });
    await child.go(people.chair, 'consensusNotReached', disagreement);
    const seen = (await child.look(people.sergeant)).next.find(({ event }) => event === 'escalationDecided');
    expect(seen).toMatchObject({ open: false, because: 'notAllowed', rules: [{ rule: 'escalationDeciderDidNotSit', help: 'none' }] });
    expect(rulesOf(await child.no(people.sergeant, 'escalationDecided', { outcome: 'yrd', reasons }))).toEqual(['escalationDeciderDidNotSit']);
    expect(openTo(await child.look(people.inspector))).toContain('escalationDecided');
    expect((await child.go(sergeant2, 'escalationDecided', { outcome: 'yrd', reasons })).state).toBe('awaitingPlanAgreement');
  });

  it('situation 38: the appropriate adult turns up as assessor: a conflict is declared, they see the case no more, no clock stops', async () => {
    const child = await stage.refer();
    await child.walk(decidedAndConfirmed('yrd'), planned(planEnds, 'awaitingDelivery'));
    const before = dueDays(await child.look());
    expect((await child.see(practitioner2)).ok).toBe(true);
    await child.go(people.coordinator, 'conflictDeclared', { reason: 'Was the appropriate adult at the interview.', person: practitioner2 });
    expect((await child.see(practitioner2)).status).toBe(404);
    expect(dueDays(await child.look())).toEqual(before);
    await child.walk(arranged(givenAt));
    expect((await child.go(people.delivery, 'disposalGiven', givenBody)).state).toBe('inIntervention');
  });
});
