import { demonstrationPeople, humanRoles } from '#people';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('the directory', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());

  it('lists everybody once by address, a page at a time, and never the machine', async () => {
    const somebody = await world.as('chair@cardiff.test');
    const emails: string[] = [];
    for (let page = 1; ; page += 1) {
      const { body } = await somebody.get(`/api/people?page=${page}&size=30`).expect(200);
      expect(body).toMatchObject({ total: demonstrationPeople.length, page, size: 30 });
      emails.push(...body.items.map((person: { email: string }) => person.email));
      if (body.items.length === 0) break;
    }
    expect(emails).toEqual(demonstrationPeople.map(({ email }) => email).sort());
  });

  it.each(humanRoles)('has somebody who is %s', async (role) => {
    const { body } = await (await world.as('chair@cardiff.test')).get(`/api/people?role=${role}`).expect(200);
    expect(body.total).toBeGreaterThan(0);
    for (const person of body.items) expect(person.roles).toEqual([role]);
  });

  it.each(['page=0', 'size=101', 'size=ten', 'size=010', 'role=king', 'pages=1', 'page=1&page=2'])(
    'refuses ?%s',
    async (query) => {
      const answer = await (await world.as('chair@cardiff.test')).get(`/api/people?${query}`).expect(400);
      expect(answer.body.because).toBe('invalid');
    },
  );
});
