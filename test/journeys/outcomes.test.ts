import { type Journey } from '../world/journeys.js';
import { journeys } from '../world/outcome-journeys.js';
import { type Child, openStage, type Stage } from './stage.js';

describe('a journey for each way an outcome can go, through the API', () => {
  let stage: Stage;
  const walked = new Map<string, Child>();
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it.each(journeys.map((journey): [string, Journey] => [journey.title, journey]))('%s', async (title, { referral, start, steps }) => {
    const child = await stage.refer({ like: referral, at: start });
    walked.set(title, child);
    await child.walk(steps);
    expect((await child.look()).state).toBe('closed');
  });
});
