import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('who am I', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());

  it('tells a person their roles, rooms, views and what these include', async () => {
    const answer = await (await world.as('duty-manager@vale.test')).get('/api/me').expect(200);
    expect(answer.body).toMatchObject({
      email: 'duty-manager@vale.test',
      organisation: 'vale',
      roles: ['dutyManager'],
      rooms: ['yjs:vale'],
      views: ['youthJustice'],
    });
    expect(answer.body.actions).toContain('caseAllocated');
    expect(answer.body.actions).not.toContain('panelDecisionRecorded');
  });

  it('asks who it is when nobody is signed in', async () => {
    const answer = await (await world.as(null)).get('/api/me').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="teg"');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toEqual({
      type: 'urn:teg:problem:notSignedIn',
      title: 'Not signed in',
      status: 401,
      detail: 'A valid access token of the sign-in service is needed.',
      because: 'notSignedIn',
    });
  });

  it('forgets somebody who has left', async () => {
    const world2 = await world.as('practitioner@cardiff.test');
    await world.sql("update teg.person set is_active = false where email = 'practitioner@cardiff.test'");
    const answer = await world2.get('/api/me').expect(401);
    expect(answer.body.detail).toBe('The person this token was made for is not, or no longer, in the directory.');
  });
});
