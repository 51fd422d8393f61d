import { type Problem } from '../../apps/teg/src/player/reply.js';
import { assessed, decided, decision, inArea } from '../world/journeys.js';
import { bureauAssessed, variantJourneys } from '../world/variant-journeys.js';
import { panel, people } from '../world/walked-case.js';
import { type Child, dueDays, openStage, openTo, rulesOf, type Stage } from './stage.js';
import { listedAndOpened, panelAt } from './usual-ways.js';

type Begun = { readonly area: string; readonly pathway: { readonly name: string; readonly version: number } };

describe('cases that begin on another pathway, by the row of their area alone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const begun = async (child: Child, as: string): Promise<Begun> => {
    const { area, pathway } = (await child.look(as)) as Awaited<ReturnType<Child['look']>> & Begun;
    return { area, pathway };
  };

  it.each(variantJourneys)('$title', async ({ area, pathway, referral, saying, start, steps }) => {
    const child = await stage.refer({ like: referral, at: start, saying });
    const manager = `duty-manager@${area}.test`;
    expect([child.taken.area, child.taken.isCaretaker]).toEqual([area, false]);
    expect(await begun(child, manager)).toEqual({ area, pathway: { name: pathway, version: 1 } });
    expect((await child.see(people.dutyManager)).status).toBe(404);
    // Who is told where it begins can act there.
    const told = async (as: string) => (await stage.read<{ items: { reference: string; code: string }[] }>(as, '/api/inbox?show=all&size=100')).items.filter(({ reference }) => reference === child.reference);
    expect((await told(manager)).map(({ code }) => code)).toContain('referralReceived');
    const [first] = steps;
    if (first === undefined || !('as' in first)) throw new Error('A journey begins with somebody.');
    expect((await told(first.as)).length).toBeGreaterThan(0);
    expect(openTo(await child.look(first.as))).toContain('event' in first ? first.event : '');
    await child.walk(steps);
    const closed = await child.look(manager);
    expect([closed.state, Object.keys(dueDays(closed)).filter((kind) => kind === 'panel')]).toEqual(['closed', []]);
    expect(await begun(child, manager)).toEqual({ area, pathway: { name: pathway, version: 1 } });
  });

  it('at the Bureau the needs of a victim are said by the victim service by number, and where nobody is a victim by whoever keeps the list', async () => {
    const [{ saying }] = variantJourneys;
    const ofBureau = inArea('swansea', people);
    const child = await stage.refer({ like: 'R05', at: '2026-11-30T09:00:00Z', saying });
    await child.walk(inArea('swansea', bureauAssessed));
    expect((await child.no(ofBureau.victimOfficer, 'victimNeedsRecorded', { ref: 'V1', heard: true })).because).toBe('notFound');
    expect(openTo(await child.look(ofBureau.coordinator))).toContain('victimNeedsRecorded');
    expect((await child.go(ofBureau.coordinator, 'victimNeedsRecorded', { heard: false })).state).toBe('awaitingPanel');
    const other = await stage.refer({ saying });
    await other.walk(inArea('swansea', bureauAssessed));
    expect((await other.no(people.victimOfficer, 'victimNeedsRecorded', { ref: 'V1', heard: true })).because).toBe('notFound');
    await other.go(ofBureau.victimOfficer, 'victimNeedsRecorded', { ref: 'V1', heard: true });
    // It is on record in the officer's name, and said once.
    const { items } = await stage.read<{ items: { type: string; by: { email: string } }[] }>(ofBureau.dutyManager, `/api/cases/${other.reference}/events?size=100`);
    expect(items.find(({ type }) => type === 'victimNeedsRecorded')?.by.email).toBe(ofBureau.victimOfficer);
    expect((await other.no(ofBureau.victimOfficer, 'victimNeedsRecorded', { ref: 'V1', heard: true })).because).toBe('notNow');
  });

  it('a panel of the Bureau without its community member is not quorate, and says so in both languages; the Vale’s asks for none', async () => {
    const [{ saying }] = variantJourneys;
    const ofBureau = inArea('swansea', people);
    const present = inArea('swansea', panel).filter(({ role }) => role !== 'panelMember');
    const child = await stage.refer({ saying });
    await child.walk(inArea('swansea', bureauAssessed));
    await child.go(ofBureau.victimOfficer, 'victimNeedsRecorded', { ref: 'V1', heard: true });
    const { version } = await child.look(ofBureau.chair);
    await child.go(ofBureau.coordinator, 'caseListed', { meeting: await stage.meeting(panelAt, undefined, ofBureau.coordinator) });
    await stage.goTo(panelAt);
    for (const [language, words] of [['en', /No member of the community .* not quorate/], ['cy', /Nid oes aelod o’r gymuned .* nid oes cworwm/]] as const) {
      const asked = (await stage.world.as(ofBureau.chair)).post(`/api/cases/${child.reference}/panel-opened`, { present });
      const { status, body } = await asked.set('Accept-Language', language).set('If-Match', `"${version + 1}"`);
      expect([status, (body as Problem).because, (body as Problem).rules]).toEqual([422, 'notAllowed', [expect.objectContaining({ rule: 'communityMemberIsPresent', answer: 'notMet', says: expect.stringMatching(words) as string })]]);
    }
    // A chair or a practitioner is no member of the community, whatever the meeting calls them.
    const called = [...present, { person: ofBureau.practitioner, role: 'panelMember' }];
    expect(rulesOf(await child.no(ofBureau.chair, 'panelOpened', { present: called }))).toEqual(['communityMemberIsPresent']);
    await child.go(ofBureau.chair, 'panelOpened', { present: inArea('swansea', panel) });
    await child.go(ofBureau.chair, 'memberLeft', { person: ofBureau.member });
    expect(rulesOf(await child.no(ofBureau.chair, 'panelDecisionRecorded', decision('yrd')))).toEqual(['communityMemberIsPresent']);

    const ofVale = await stage.refer();
    await ofVale.walk(assessed);
    await ofVale.go(people.coordinator, 'caseListed', { meeting: await stage.meeting(panelAt) });
    await stage.goTo(panelAt);
    expect((await ofVale.go(people.chair, 'panelOpened', { present: panel.filter(({ role }) => role !== 'panelMember') })).state).toBe('atPanel');
  });

  it('a case keeps the pathway it began with: in the hands of the Bureau’s service the Vale’s goes on', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened, decided('yrd', 'awaitingPoliceDecision'));
    await stage.write(people.dutyManager, `/api/cases/${child.reference}/case-transferred`, { to: 'swansea', role: 'home', reason: 'The family moved.' });
    const moved = await begun(child, 'duty-manager@swansea.test');
    expect(moved).toEqual({ area: 'swansea', pathway: { name: 'vale-oocd', version: 1 } });
    expect(openTo(await child.look(people.police))).toContain('policeDecisionConfirmed');
    expect((await child.no(people.police, 'outcomeAgreedAtClinic', { childPresent: true, adultPresent: true })).because).toBe('notNow');
    expect((await child.go(people.police, 'policeDecisionConfirmed')).state).toBe('awaitingPlanAgreement');
  });
});
