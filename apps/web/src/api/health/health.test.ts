import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('health', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());
  const beat = (ago: string) =>
    world.sql(
      "insert into teg.worker_heartbeat values ('w', clock_timestamp() - $1::interval) on conflict (worker) do update set beat_at = excluded.beat_at",
      [ago],
    );

  it('is ill without a worker, and says which', async () => {
    const answer = await (await world.as(null)).get('/health').expect(503);
    expect(answer.body).toMatchObject({ because: 'unavailable', code: 'workerAway' });
    expect(answer.headers['retry-after']).toBe('5');
  });
  it('is well while a heartbeat is younger than 30 seconds', async () => {
    await beat('29 seconds');
    const answer = await (await world.as(null)).get('/health').expect(200);
    expect(answer.body).toEqual({ database: 'answers', worker: 'beats' });
    await beat('31 seconds');
    await (await world.as(null)).get('/health').expect(503);
  });
  it('keeps a connection open for a client that pauses between two calls', async () => {
    const answer = await (await world.as(null)).get('/health').set('Connection', 'keep-alive');
    expect(answer.headers['keep-alive']).toBe('timeout=65');
  });
  it('is ill with a heartbeat that lies ahead, from before the clock was set back', async () => {
    await beat('-9 days');
    await (await world.as(null)).get('/health').expect(503);
  });
});
