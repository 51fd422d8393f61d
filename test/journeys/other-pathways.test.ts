import { decided, inArea } from '../world/journeys.js';
import { bureauAssessed, variantJourneys } from '../world/variant-journeys.js';
import { people } from '../world/walked-case.js';
import { type Child, dueDays, openStage, openTo, type Stage } from './stage.js';
import { listedAndOpened } from './usual-ways.js';

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
