import { done, type ScrutinyWorld, scrutinyWorld, usualOrder } from '../../../../../test/world/scrutiny.js';

describe('the order of the steps', () => {
  let world: ScrutinyWorld;
  beforeAll(async () => {
    world = await scrutinyWorld();
  });
  afterAll(() => world.close());
  const refusal = (outcome: { ok: boolean; refusal?: { because: string; possible?: readonly string[]; other?: string } }) =>
    outcome.ok ? 'done' : outcome.refusal;

  it('is kept: each step is refused before its time, says what is possible, and leaves no trace', async () => {
    const { commands, lead, body } = world;
    const planned = done(await commands.plan.run(lead, body, usualOrder)).reference;
    const count = async () => (await world.admin.query<{ count: string }>('select count(*) from teg.event')).rows[0]?.count;
    const before = await count();
    expect(refusal(await commands.freeze.run(lead, planned))).toEqual({ because: 'notNow', possible: [] });
    expect(refusal(await commands.giveText.run(lead, planned, 'a'))).toEqual({ because: 'notNow', possible: [] });
    expect(await count()).toBe(before);
    done(await commands.carryOn.run(planned));
    expect(refusal(await commands.giveText.run(lead, planned, 'a'))).toEqual({
      because: 'notNow',
      possible: ['listDelivered', 'frameFrozen', 'redrawOrdered'],
    });
    expect(refusal(await commands.takeReserve.run(lead, planned, { service: body, out: 'x', reason: 'x' }))).toMatchObject({
      because: 'notNow',
    });
    expect(refusal(await commands.carryOn.run(planned))).toEqual({ because: 'notNow' });
    done(await commands.freeze.run(lead, planned));
    expect(refusal(await commands.freeze.run(lead, planned))).toEqual({
      because: 'notNow',
      possible: ['textGiven', 'redrawOrdered'],
    });
    expect(refusal(await commands.giveText.run(lead, planned, ' a '))).toMatchObject({
      because: 'invalid',
      faults: [{ pointer: '/text', code: 'leadText' }],
    });
    done(await commands.giveText.run(lead, planned, 'a'));
    expect(refusal(await commands.giveText.run(lead, planned, 'b'))).toEqual({ because: 'notNow', possible: [] });
    expect(refusal(await commands.redraw.run(lead, planned, { reason: 'because' }))).toEqual({ because: 'notNow', possible: [] });
  });

  it('is not gone round by planning again: the same days of a service, or some of them, are a duplicate', async () => {
    const { commands, lead, body } = world;
    const again = (change: object) => commands.plan.run(lead, body, { ...usualOrder, ...change });
    for (const change of [{}, { services: [{ service: body, n: 9 }] }, { window: { first: '2026-10-31', last: '2026-11-30' } }])
      expect(refusal(await again(change))).toMatchObject({ because: 'duplicate', other: expect.stringMatching(/^DR-/) });
    expect(refusal(await again({ theme: 'late' }))).toBe('done');
    expect(refusal(await again({ window: { first: '2026-11-01', last: '2026-12-31' } }))).toBe('done');
  });

  it('is one for each body: a lead of another body, and anybody who is no lead, is refused', async () => {
    const { commands, body, outsider, member, lead } = world;
    const other = { ...usualOrder, window: { first: '2026-07-01', last: '2026-08-31' } };
    const practitioner = await world.admit({
      roles: ['practitioner', 'headOfService'],
      rooms: [`yjs:${body}`, `oversight:${body}`],
    });
    for (const person of [outsider, member, practitioner])
      expect(refusal(await commands.plan.run(person, body, other))).toEqual({ because: 'notYours' });
    expect(refusal(await commands.plan.run(lead, 'another-body', other))).toEqual({ because: 'notYours' });
    const reference = await world.committed(other);
    for (const person of [member, practitioner])
      expect(refusal(await commands.freeze.run(person, reference))).toEqual({ because: 'notYours' });
    expect(refusal(await commands.freeze.run(outsider, reference))).toEqual({ because: 'notFound' });
    done(await commands.freeze.run(lead, reference));
    for (const person of [member, practitioner])
      expect(refusal(await commands.giveText.run(person, reference, 'a'))).toEqual({ because: 'notYours' });
  });

  it.each([
    ['a window that ends before it begins', { window: { first: '2026-10-31', last: '2026-09-01' } }, '/window windowBackwards'],
    ['a window of more than a year', { window: { first: '2025-01-01', last: '2026-01-02' } }, '/window windowTooLong'],
    ['a day that does not exist', { window: { first: '2026-02-30', last: '2026-03-01' } }, '/window day'],
    ['no service', { services: [] }, '/services missing'],
    [
      'a service twice',
      {
        services: [
          { service: 'a', n: 1 },
          { service: 'a', n: 2 },
        ],
      },
      '/services/1/service serviceTwice',
    ],
    ['a service with a space', { services: [{ service: 'the vale', n: 1 }] }, '/services/0/service drawCode'],
    ['none to be drawn', { services: [{ service: 'a', n: 0 }] }, '/services/0/n whole'],
    ['a theme that nobody knows', { theme: 'boys' }, '/theme themeUnknown'],
    [
      'a list of a service that is not planned',
      { lists: [{ service: 'b', bytes: Buffer.from('') }] },
      '/lists/0/service serviceNotPlanned',
    ],
  ])('refuses a plan with %s', async (_, change, fault) => {
    const outcome = await world.commands.plan.run(world.lead, world.body, { ...usualOrder, ...change });
    if (outcome.ok) throw new Error('planned');
    expect(outcome.refusal.faults?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([fault]);
  });
});
