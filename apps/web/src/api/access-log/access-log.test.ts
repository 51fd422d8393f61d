import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('the access log of a case', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());
  const path = '/api/cases/VG-26-ABC123/access-log';

  it('shows the auditor what others tried, and notes the look itself', async () => {
    await (await world.as('chair@vale.test')).get(path).expect(403);
    const auditor = await world.as('auditor@cardiff.test');
    const first = await auditor.get(path).expect(200);
    expect(first.body.items).toMatchObject([
      { person: 'chair@vale.test', organisation: 'vale', what: 'seeAccessLog', refused: 'notYours' },
    ]);
    const second = await auditor.get(`${path}?size=1`).expect(200);
    expect(second.body).toMatchObject({ total: 2, items: [{ person: 'auditor@cardiff.test', refused: null }] });
  });

  it('is the same thing under the address of the referral', async () => {
    await (await world.as('auditor@cardiff.test')).get('/api/referrals/VG-26-ABC123/access-log').expect(200);
  });

  it.each(['vg-26', 'A'.repeat(33), 'A%00B', 'A%27--'])('finds nothing at %s', async (reference) => {
    await (await world.as('auditor@cardiff.test')).get(`/api/cases/${reference}/access-log`).expect(404);
  });
});
