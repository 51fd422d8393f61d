import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { calledMeeting, panel, people, type WalkedCase, walkedCase } from '../../../../../test/world/walked-case.js';

const judgements = [{ area: 'safetyOfChild', sufficient: true, note: 'Read with the practitioner.' }];

describe('moving a case', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
    world.goTo('2026-11-24T09:00:00Z');
  });
  afterAll(() => world.close());

  const fresh = async (): Promise<WalkedCase> => walkedCase(world, await world.refer(world.ownReferral('R01')));

  it('goes from allocation to panel', async () => {
    const child = await fresh();
    await child.go(people.dutyManager, 'caseAllocated', { practitioner: people.practitioner });
    await child.go(people.practitioner, 'assessmentCompleted', {
      document: await child.paper(people.practitioner, 'assessment'),
    });
    await child.go(people.teamManager, 'assessmentCountersigned', { judgements });
    const meeting = await calledMeeting(world, '2026-12-01T10:00:00Z');
    const listed = await child.go(people.coordinator, 'caseListed', { meeting });
    expect(listed.state).toBe('awaitingPanel');
    const opened = await child.go(people.chair, 'panelOpened', { present: panel });
    console.log(JSON.stringify(opened.next.map(({ event, open, outcomes, because }) => [event, open, outcomes, because])));
    expect(opened.state).toBe('atPanel');
  });
});
