import { type Problem } from '../../apps/teg/src/player/reply.js';
import { assessed, decided, decision, givenBody, met, planned } from '../world/journeys.js';
import { aReferral, saying } from '../world/referrals.js';
import { panel, people } from '../world/walked-case.js';
import { type Child, openStage, type Stage } from './stage.js';
import { atGiving, decidedAndConfirmed, listedAndOpened, panelAt, reasons } from './usual-ways.js';

const judgements = [{ area: 'safetyOfChild', sufficient: true, note: 'Read.' }];

/** A refusal by one rule of the law, in words, with its source and the kind of help there is. */
const refusedBy = (rule: string, help: string, answer = 'notMet') => ({
  because: 'notAllowed',
  status: 422,
  rules: [expect.objectContaining({ rule, help, answer, says: expect.stringMatching(/\w/) as string, source: expect.objectContaining({ act: expect.any(String) as string }) as object })],
});

describe('what may not be is not allowed: by its rule, with its help, and nothing is written', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const written = () => stage.world.sql('select (select count(*) from teg.event) as events, (select count(*) from teg.document) as documents, (select count(*) from teg.clock) as clocks, (select count(*) from teg.inbox) as notices');
  type Draft = { readonly draft: string; readonly version: number; readonly body: object };
  const draftOf = (as: string, draft: string) => stage.read<Draft>(as, `/api/drafts/${draft}`);
  /** The form was kept as a draft before it was sent: the refusal writes nothing, and the draft is there as it was. */
  const isRefused = async (child: Child, as: string, event: string, body: object = {}): Promise<Problem> => {
    const { draft } = await stage.write<Draft>(as, '/api/drafts', { kind: 'move', body: { reference: child.reference, event, body } });
    const [before, kept] = [await written(), await draftOf(as, draft)];
    const problem = await child.no(as, event, body);
    expect([await written(), await draftOf(as, draft)]).toEqual([before, kept]);
    expect(kept.body).toEqual(JSON.parse(JSON.stringify({ reference: child.reference, event, body })));
    return problem;
  };

  it('a gravity score that is moved by two points: in the referral, in the police file, and when the offence changes', async () => {
    const sent = saying(saying(aReferral('R01'), 'notice.child.family_name', 'Prawf-Sgor'), 'police_file.offences.0.npcc.adjustment', 2);
    const draft = saying(sent, 'police_file.offences.0.npcc.final', 4);
    const { draft: kept } = await stage.write<Draft>(people.supervisor, '/api/drafts', { kind: 'referral', body: draft });
    const unsent = await draftOf(people.supervisor, kept);
    const before = await written();
    const fromDraft = await stage.player.write(people.supervisor, 'POST', `/api/drafts/${kept}/send`, {});
    expect(fromDraft.ok ? null : fromDraft.problem).toMatchObject(refusedBy('gravityMovesAtMostOnePoint', 'none'));
    expect([await draftOf(people.supervisor, kept), unsent.body]).toEqual([unsent, draft]);
    const referral = await stage.player.write(people.supervisor, 'POST', '/api/referrals', draft);
    expect(referral.ok ? null : referral.problem).toMatchObject(refusedBy('gravityMovesAtMostOnePoint', 'none'));
    expect(await written()).toEqual(before);
    const child = await stage.refer();
    const file = await child.policeFile(people.supervisor, sent.police_file);
    expect(file.ok ? null : file.problem).toMatchObject(refusedBy('gravityMovesAtMostOnePoint', 'none'));
    const offences = [{ code: 'TH68010', on: '2026-11-14', gravity: { start: 2, adjustment: 2, final: 4, isScorerNamed: true } }];
    expect(await isRefused(child, people.police, 'offencesChanged', { offences, reason: reasons })).toMatchObject(refusedBy('gravityMovesAtMostOnePoint', 'none'));
  });

  it('a penalty of £40 for a child of thirteen and a summary offence', async () => {
    const summary = { 'notice.child.date_of_birth': '2013-03-14', 'notice.offences.0.offence_date': '2026-11-10', 'notice.interview.at': '2026-11-18T10:00:00Z' };
    const limit = { 'police_file.offences.0.summary_only_time_limit_date': '2027-05-10', 'police_file.summary_only_time_limit_date': '2027-05-10' };
    const child = await stage.refer({ like: 'R02', saying: { ...summary, ...limit } });
    await child.walk(decidedAndConfirmed('ycc'));
    const document = await child.keep(people.practitioner, 'plan');
    const plan = (penaltyPounds: number) => ({ document, endsOn: '2027-02-01', conditions: [{ purpose: 'punish', penaltyPounds, why: 'Work alone was tried and did not do.', fit: 'From her own pocket money.' }] });
    expect(await isRefused(child, people.practitioner, 'planAgreed', plan(40))).toMatchObject(refusedBy('penaltyWithinMaximum', 'none'));
    expect((await child.go(people.practitioner, 'planAgreed', plan(15))).state).toBe('awaitingDelivery');
  });

  it('a conditional caution without the child’s signature, or without consent', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('ycc'));
    const unsigned = await isRefused(child, people.delivery, 'disposalGiven', { ...givenBody, consent: true });
    expect(unsigned).toMatchObject(refusedBy('documentSigned', 'none', 'unknown'));
    const signedDocument = await child.keep(people.delivery, 'signedDocument');
    const unwilling = await isRefused(child, people.delivery, 'disposalGiven', { ...givenBody, signedDocument, consent: false });
    expect(unwilling).toMatchObject(refusedBy('consentToConditionsGiven', 'none'));
    // Nobody is sent to get a signature; the ways that need none are named.
    expect(JSON.stringify(unsigned.rules)).not.toMatch(/obtain|get the child to sign/i);
  });

  it('a giving without a suitable appropriate adult', async () => {
    const child = await stage.refer();
    await child.walk(atGiving('yc'));
    for (const appropriateAdult of [{ name: 'Officer', suitable: true, employedByPolice: true }, { name: 'Her sister', suitable: true, overEighteen: false }, { name: 'Nobody', suitable: false }])
      expect(await isRefused(child, people.delivery, 'disposalGiven', { ...givenBody, appropriateAdult })).toMatchObject(refusedBy('adultSuitableAtGiving', 'none'));
    // Before the two clear days for advice are over nothing is given either, whoever is there.
    const early = await stage.refer();
    await early.walk(decidedAndConfirmed('yc'));
    await early.go(people.delivery, 'deliveryArranged', { at: '2026-12-02T16:00:00Z', place: 'Barry', appropriateAdult: 'mother' });
    await stage.goTo('2026-12-02T16:00:00Z');
    expect(await isRefused(early, people.delivery, 'disposalGiven', givenBody)).toMatchObject(refusedBy('twoClearDaysForAdvice', 'none'));
  });

  it('a decision by somebody in conflict', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened);
    await child.go(people.chair, 'conflictDeclared', { reason: 'A neighbour.', person: people.member });
    expect(await isRefused(child, people.chair, 'panelDecisionRecorded', decision('yrd'))).toMatchObject(refusedBy('nobodyPresentHasConflict', 'none'));
    await child.go(people.chair, 'memberLeft', { person: people.member });
    await child.go(people.chair, 'panelDecisionRecorded', decision('yrd'));
    await child.go(people.supervisor, 'factRecorded', { fact: 'investigator', value: people.police, on: '2026-12-01' });
    expect(await isRefused(child, people.police, 'policeDecisionConfirmed')).toMatchObject(refusedBy('deciderDidNotArrest', 'none'));
    await child.go(people.chair, 'conflictDeclared', { reason: 'Investigated it.', person: people.police });
    // Who is in conflict no longer sees the case, so can decide nothing of it.
    expect((await isRefused(child, people.police, 'policeDecisionConfirmed')).because).toBe('notFound');
    expect((await child.go('police-decision-maker-2@south-wales-police.test', 'policeDecisionConfirmed')).state).toBe('awaitingPlanAgreement');
  });

  it('an escalation decided by who sat in the panel', async () => {
    const child = await stage.refer();
    const members = [...panel, { person: people.sergeant, role: 'youthJusticeSergeant' }];
    await child.walk(assessed);
    await child.go(people.coordinator, 'caseListed', { meeting: await stage.meeting(panelAt, members) });
    await stage.goTo(panelAt);
    await child.go(people.chair, 'panelOpened', { present: members });
    await child.go(people.chair, 'consensusNotReached', { positions: [{ role: 'chair', outcome: 'yrd', reasons }] });
    expect(await isRefused(child, people.sergeant, 'escalationDecided', { outcome: 'yrd', reasons })).toMatchObject(refusedBy('escalationDeciderDidNotSit', 'none'));
  });

  it('a countersignature by the author of the assessment, or a bare tick', async () => {
    const { items } = await stage.read<{ items: { id: string; email: string }[] }>('administrator@vale.test', '/api/people?size=100');
    const both = items.find(({ email }) => email === 'team-manager-2@vale.test');
    await stage.write('administrator@vale.test', `/api/people/${both?.id}/duties`, { roles: ['practitioner', 'teamManager'] });
    const child = await stage.refer();
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: 'team-manager-2@vale.test' });
    await child.go('team-manager-2@vale.test', 'assessmentCompleted', { document: await child.keep('team-manager-2@vale.test', 'assessment') });
    expect(await isRefused(child, 'team-manager-2@vale.test', 'assessmentCountersigned', { judgements })).toMatchObject(refusedBy('countersignerIsNotAuthor', 'none'));
    expect((await isRefused(child, people.teamManager, 'assessmentCountersigned', { judgements: [] })).faults).toMatchObject([{ pointer: '/judgements' }]);
    expect((await child.go(people.teamManager, 'assessmentCountersigned', { judgements })).state).toBe('awaitingPanel');
  });

  it('a plan that ends later than fourteen days before the charging limit, unless a sergeant lifts that with a reason', async () => {
    const child = await stage.refer({ like: 'R04' });
    await child.walk(decidedAndConfirmed('ycc'));
    const document = await child.keep(people.practitioner, 'plan');
    const late = { document, endsOn: '2027-03-29', conditions: [{ purpose: 'rehabilitate', hours: 10, fit: 'Near home, in hours out of school.' }] };
    expect(await isRefused(child, people.practitioner, 'planAgreed', late)).toMatchObject(refusedBy('planEndsBeforeChargingLimit', 'none'));
    // A practitioner cannot lift it, nor anybody a rule that protects the child.
    const lifting = (rule: string) => ({ fact: 'lifted', value: [rule], on: '2026-12-01' });
    expect((await isRefused(child, people.practitioner, 'factRecorded', lifting('planEndsBeforeChargingLimit'))).code).toBe('factNotYours');
    expect((await isRefused(child, people.sergeant, 'factRecorded', lifting('planLastsAtMostTwentyWeeks'))).because).toBe('invalid');
    await child.go(people.sergeant, 'factRecorded', lifting('planEndsBeforeChargingLimit'));
    expect((await child.go(people.practitioner, 'planAgreed', late)).state).toBe('awaitingDelivery');
    // Without the sergeant a plan that ends on the last day that leaves fourteen is agreed.
    const other = await stage.refer({ like: 'R04' });
    await other.walk(decidedAndConfirmed('ycc'), planned('2027-03-28', 'awaitingDelivery'));
  });

  it('a condition of a conditional caution without its purpose, why it fits the child, why it punishes, its place, times or last day', async () => {
    const child = await stage.refer();
    await child.walk(decidedAndConfirmed('ycc'));
    const document = await child.keep(people.practitioner, 'plan');
    const plan = (...conditions: readonly object[]) => ({ document, endsOn: '2027-02-01', conditions });
    const fit = 'Near home, in hours out of school.';
    const repairs = { purpose: 'repair', hours: 4, what: 'Help at the shop.', fit };
    for (const [condition, rules] of [
      [{ hours: 4, what: 'Help at the shop.', fit }, ['conditionsHavePurpose']],
      [{ purpose: 'repair', hours: 4 }, ['conditionsFitTheChild']],
      [{ purpose: 'punish', penaltyPounds: 10, fit }, ['punishmentHasReason']],
      [{ purpose: 'rehabilitate', restrictive: true, what: 'Keeps away from the arcade.', fit }, ['restrictionHasEnd']],
      [{ purpose: 'punish', hours: 4, why: 'Repair alone would not do.', place: 'The hall.', fit }, ['attendanceNamesPlaceAndTimes']],
    ] as const) {
      const refused = await isRefused(child, people.practitioner, 'planAgreed', plan(repairs, condition));
      expect(refused).toMatchObject({ because: 'notAllowed', rules: rules.map((rule) => ({ rule, answer: 'unknown', help: 'record' })) });
    }
    const attends = { purpose: 'punish', hours: 4, why: 'Repair alone would not do.', place: 'The hall.', times: 'Two Saturdays, 10 to 12.', fit };
    const away = { purpose: 'rehabilitate', restrictive: true, endsOn: '2027-01-15', what: 'Keeps away from the arcade.', fit };
    expect((await child.go(people.practitioner, 'planAgreed', plan(repairs, attends, away))).state).toBe('awaitingDelivery');
  });

  it('a decision that does not say what each decision must say', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened);
    expect(await isRefused(child, people.chair, 'panelDecisionRecorded', { ...decision('yc'), diversity: ' ' })).toMatchObject(refusedBy('diversityIsAnswered', 'none'));
    expect(await isRefused(child, people.chair, 'panelDecisionRecorded', { ...decision('yc'), whyNothingLessIntrusive: '' })).toMatchObject(refusedBy('lessIntrusiveIsConsidered', 'none'));
    await child.walk(decided('yc', 'awaitingPoliceDecision'));
  });

  it('a case without its police file is not listed, and is once it is there', async () => {
    const whole = saying(saying(aReferral('R01'), 'notice.child.family_name', 'Prawf-Ffeil'), 'notice.incident_ref', 'INC/TEST/FILE');
    const child = await stage.refer({ saying: { police_file: undefined } });
    await child.walk(assessed);
    const meeting = await stage.meeting(panelAt);
    const refused = await isRefused(child, people.coordinator, 'caseListed', { meeting });
    expect(refused).toMatchObject(refusedBy('policeFileIsThere', 'record', 'unknown'));
    expect((await child.policeFile(people.supervisor, whole.police_file)).status).toBe(200);
    await child.walk(met(panelAt));
  });
});
