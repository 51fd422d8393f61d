import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('the clock of the demonstration', () => {
  let world: WebWorld;
  let settled = 0;
  let now = Date.parse('2026-11-24T10:00:00.000Z');
  beforeAll(async () => {
    world = await webWorld({ settled: () => Promise.resolve(void (settled += 1)) });
    now = Date.now();
  });
  afterAll(() => world.close());
  const administrator = () => world.as('administrator@vale.test');
  const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString();

  it('is not there where there is no demonstration', async () => {
    const answer = await (await administrator()).post('/api/clock', { advanceDays: 1 }).expect(404);
    expect(answer.body.code).toBe('noDemonstration');
    await world.sql('insert into teg.demonstration_clock values (true, 0, clock_timestamp())');
  });

  it('goes forward to an instant and by days, and answers when all is settled', async () => {
    const to = inDays(3);
    const moved = await (await administrator()).post('/api/clock', { to }).expect(200);
    expect(moved.body.isDemonstration).toBe(true);
    expect(moved.body.now >= to && moved.body.now < inDays(3.01)).toBe(true);
    const further = await (await administrator()).post('/api/clock', { advanceDays: 2 }).expect(200);
    expect(further.body.now > inDays(4.9) && further.body.now < inDays(5.1)).toBe(true);
    const seen = await (await world.as('practitioner@vale.test')).get('/api/clock').expect(200);
    expect(seen.body.now >= further.body.now).toBe(true);
    expect(settled).toBe(2);
  });

  it('never goes back', async () => {
    const answer = await (await administrator()).post('/api/clock', { to: inDays(1) }).expect(400);
    expect(answer.body.faults).toEqual([{ pointer: '/to', code: 'beforeNow', says: 'The clock never goes back.' }]);
  });

  it.each([{}, { to: '2030-01-01T00:00:00Z', advanceDays: 1 }])('wants one of the two: %j', async (body) => {
    const answer = await (await administrator()).post('/api/clock', body).expect(400);
    expect(answer.body.faults[0].says).toBe('Exactly one of these is needed: to, advanceDays.');
  });

  it('is moved by administrators only', async () => {
    await (await world.as('chair@vale.test')).post('/api/clock', { advanceDays: 1 }).expect(403);
  });
});
