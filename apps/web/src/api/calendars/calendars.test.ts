import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('calendars and hand-overs over HTTP', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld({ machineNow: () => Date.parse('2026-11-24T09:00:00Z') });
  });
  afterAll(() => world.close());

  it('a new bank holiday is a new version of the calendar, from the administrator alone', async () => {
    const body = { added: [{ date: '2026-12-03', title: 'Day of mourning' }] };
    const answer = await (await world.as('administrator@vale.test')).post('/api/calendars', body).expect(201);
    expect(answer.body).toEqual({ version: 'ew-2026-11-24-1' });
    await (await world.as('head-of-service@vale.test')).post('/api/calendars', body).expect(403);
    expect((await (await world.as('administrator@vale.test')).post('/api/calendars', body).expect(400)).body.faults[0].code).toBe(
      'holidayKnown',
    );
  });

  it('a hand-over without any case answers with none', async () => {
    const body = { from: 'practitioner@vale.test', to: 'practitioner-2@vale.test' };
    expect((await (await world.as('team-manager@vale.test')).post('/api/hand-overs', body).expect(200)).body).toEqual({
      cases: [],
    });
    await (await world.as('practitioner@vale.test')).post('/api/hand-overs', body).expect(403);
  });
});
