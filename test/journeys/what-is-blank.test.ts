import { assessed, decided, decision } from '../world/journeys.js';
import { people } from '../world/walked-case.js';
import { openStage, type Child, type Stage } from './stage.js';
import { listedAndOpened } from './usual-ways.js';

describe('what the record leaves blank is seen, and stands in nobody’s way', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const blank = async (child: Child, query = '') => (await child.look(people.dutyManager, query)).findings.flatMap(({ rule = [] }) => rule);

  it('the child’s and the parents’ own voice: blank in the assessment they are findings until their words are there', async () => {
    const child = await stage.refer();
    expect(await blank(child)).toEqual([]);
    await child.walk(assessed);
    expect(await blank(child)).toEqual(['childsVoiceIsInAssessment', 'parentsVoiceIsInAssessment']);
    await child.keep(people.practitioner, 'voiceOfChild');
    const [finding, ...more] = (await child.look()).findings;
    expect([finding?.code, finding?.says, more]).toEqual([
      'recordBlank',
      'The parents’ own voice is blank: no paper of the case holds their words, or that they wished to say nothing.',
      [],
    ]);
    await child.keep(people.practitioner, 'voiceOfParent');
    expect(await blank(child)).toEqual([]);
  });

  it('whose information a decision was taken on: named it is no finding, left out or empty it is one from then on', async () => {
    const decide = async (more: object) => {
      const child = await stage.refer();
      await child.walk(listedAndOpened);
      await child.go(people.chair, 'panelDecisionRecorded', { ...decision('yc'), ...more });
      return blank(child);
    };
    expect(await decide({ information: ['police', 'youthJusticeService', 'education'] })).not.toContain('informationConsideredIsNamed');
    expect(await decide({ information: [] })).toContain('informationConsideredIsNamed');
    expect(await decide({})).toContain('informationConsideredIsNamed');
    const child = await stage.refer();
    await child.walk(listedAndOpened);
    const refused = await child.no(people.chair, 'panelDecisionRecorded', { ...decision('yc'), information: ['the neighbours'] });
    expect(refused).toMatchObject({ because: 'invalid', faults: [{ pointer: '/information/0' }] });
    await child.walk([decided('yc', 'awaitingPoliceDecision')]);
  });

  it('a gravity score that was moved without its factors, or that nobody put their name to, is not decided beside until that is recorded', async () => {
    const moved = (more: object) => ({
      offences: [{ code: 'TH68010', on: '2026-11-14', gravity: { start: 2, adjustment: 1, final: 3, isScorerNamed: true, ...more } }],
      reason: 'Scored again.',
    });
    const child = await stage.refer();
    await child.walk(listedAndOpened);
    const unknown = (rule: string) => ({ because: 'notAllowed', rules: [{ rule, answer: 'unknown', help: 'record' }] });
    await child.go(people.police, 'offencesChanged', moved({}));
    expect(await child.no(people.chair, 'panelDecisionRecorded', decision('yc'))).toMatchObject(unknown('gravityFactorsAreListed'));
    await child.go(people.police, 'offencesChanged', moved({ hasFactors: true, isScorerNamed: false }));
    expect(await child.no(people.chair, 'panelDecisionRecorded', decision('yc'))).toMatchObject(unknown('gravityScorerIsNamed'));
    await child.go(people.police, 'offencesChanged', moved({ hasFactors: true }));
    await child.walk([decided('yc', 'awaitingPoliceDecision')]);
  });

  it('how a panel met may be said when it opens', async () => {
    const child = await stage.refer();
    await child.walk(listedAndOpened.slice(0, -1));
    const { body = {} } = listedAndOpened.at(-1) as { body?: object };
    expect((await child.no(people.chair, 'panelOpened', { ...body, mode: 'by post' })).faults).toMatchObject([{ pointer: '/mode' }]);
    await child.go(people.chair, 'panelOpened', { ...body, mode: 'online' });
    const { items } = await stage.read<{ items: { type: string; event: object }[] }>(people.chair, `/api/cases/${child.reference}/events?size=100`);
    expect(items.find(({ type }) => type === 'panelOpened')?.event).toMatchObject({ mode: 'online' });
  });
});
