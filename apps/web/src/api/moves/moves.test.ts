import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('moves over HTTP', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());

  it('describes each event with a body of its own', async () => {
    const { body } = await (await world.as(null)).get('/openapi.json').expect(200);
    expect(Object.keys(body.paths['/api/cases/{reference}/panel-decision-recorded'])).toEqual(['post']);
    console.log(
      JSON.stringify(body.paths['/api/cases/{reference}/disposal-given'].post.requestBody),
      JSON.stringify(body.components.schemas.DisposalGiven),
    );
  });
});
