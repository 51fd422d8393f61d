import { type DrawFile, readFrame, readPlan, sha256hex, verifyDraw } from '#proof';
import { DrawNotices } from '#oversight';
import { decided, plantCases } from '../../../../../test/world/decided-cases.js';
import { done, type ScrutinyWorld, scrutinyWorld, usualOrder } from '../../../../../test/world/scrutiny.js';

const list = { service: 'gwent', bytes: Buffer.from('GW-26-1\nGW-26-2\nGW-26-3\nGW-26-4,sentToCourt\n') };
const services = [
  { service: 'test-service', n: 3 },
  { service: 'gwent', n: 10 },
];

describe('a round for two services, one of them by file', () => {
  let world: ScrutinyWorld;
  let notices: DrawNotices;
  let reference: string;
  beforeAll(async () => {
    world = await scrutinyWorld();
    notices = new DrawNotices(world.reader);
    const cases = Array.from({ length: 7 }, (_, n) => decided(`TS-26-${n}`, 'test-service', `2026-09-${10 + n}T12:00:00.000Z`));
    await plantCases(world, cases);
    world.setTime('2026-11-02T09:00:00.000Z');
  });
  afterAll(() => world.close());
  const state = async () => (await notices.one(reference))?.state;
  const file = async (attempt?: number) => JSON.parse((await notices.file(reference, attempt)) ?? 'null') as DrawFile;
  const events = async () =>
    (
      await world.admin.query<{ type: string }>(
        "select type from teg.event e join teg.stream s on s.id = e.stream where s.kind = 'draw' order by seq",
      )
    ).rows.map(({ type }) => type);

  it('is planned and committed: the plan is fixed, and the commitment public, before there is a frame', async () => {
    const planned = done(await world.commands.plan.run(world.lead, world.body, { ...usualOrder, services, lists: [list] }));
    expect(planned).toEqual({
      reference: expect.stringMatching(/^DR-26-[A-Z0-9]{6}$/),
      state: 'planned',
      plan_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    reference = planned.reference;
    expect(await state()).toBe('planned');
    done(await world.commands.carryOn.run(reference));
    const notice = await notices.one(reference);
    expect(notice).toMatchObject({
      state: 'committed',
      planHash: planned.plan_hash,
      commitment: planned.commitment,
      frame: null,
      attempt: 1,
    });
    expect(sha256hex(notice?.plan ?? '')).toBe(planned.plan_hash);
    expect(readPlan(notice?.plan ?? '')).toMatchObject({
      oversight: world.body,
      window: usualOrder.window,
      theme: null,
      attempt: 1,
    });
    expect(await notices.file(reference)).toBeNull();
  });

  it('is frozen: the frame has a hash, and says where all are taken', async () => {
    world.setTime('2026-11-09T09:00:00.000Z');
    const frozen = done(await world.commands.freeze.run(world.lead, reference));
    expect(frozen).toEqual({
      reference,
      state: 'frozen',
      frame_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      services: [
        { service: 'test-service', n: 3, cases: 7, excluded: 0, takes_all: false },
        { service: 'gwent', n: 10, cases: 3, excluded: 1, takes_all: true },
      ],
    });
    expect(await notices.file(reference)).toBeNull();
  });

  it('is drawn on the lead’s text, revealed and published by the machine, and verifies', async () => {
    world.setTime('2026-11-10T14:30:00.000Z');
    done(await world.commands.giveText.run(world.lead, reference, 'Calon Lân 🎲'));
    expect(await state()).toBe('textGiven');
    done(await world.commands.carryOn.run(reference));
    expect(await state()).toBe('published');
    const published = await file();
    const result = verifyDraw(JSON.stringify(published));
    expect(result).toMatchObject({ ok: true, complete: ['gwent'] });
    expect(published.picks['test-service']).toHaveLength(3);
    expect([...(published.picks['gwent'] ?? [])].sort()).toEqual(['GW-26-1', 'GW-26-2', 'GW-26-3']);
    expect(published.reserves['test-service']).toHaveLength(4);
    expect(readFrame(published.frame)).toMatchObject({
      excluded: [{ service: 'gwent', reference: 'GW-26-4', reason: 'sentToCourt' }],
      lists: [{ service: 'gwent', hash: sha256hex(list.bytes) }],
    });
    expect(published.log.map(({ step, at }) => [step, at])).toEqual([
      ['plan', '2026-11-02T09:00:00.000Z'],
      ['commitment', '2026-11-02T09:00:00.000Z'],
      ['frame', '2026-11-09T09:00:00.000Z'],
      ['seed', '2026-11-10T14:30:00.000Z'],
      ['rank', '2026-11-10T14:30:00.000Z'],
      ['seal', '2026-11-10T14:30:00.000Z'],
    ]);
    const notice = await notices.one(reference);
    expect([published.commitment, sha256hex(published.frame)]).toEqual([notice?.commitment, notice?.frame?.hash]);
  });

  it('with one character changed is found and named', async () => {
    const published = await file();
    const alter = (name: 'plan' | 'frame' | 'text' | 'secret') =>
      JSON.stringify({ ...published, [name]: published[name].replace(/[0-9a-zâ]/, (one) => (one === 'x' ? 'y' : 'x')) });
    expect(verifyDraw(alter('frame'))).toEqual({ ok: false, step: 'frame' });
    expect(verifyDraw(alter('secret'))).toEqual({ ok: false, step: 'commitment' });
    expect(verifyDraw(JSON.stringify({ ...published, text: 'Calon Lan 🎲' }))).toEqual({ ok: false, step: 'seed' });
  });

  it('takes the next reserve for a pick that fell out, with a published reason, and no other', async () => {
    const before = await file();
    const [out = '', second = ''] = before.picks['test-service'] ?? [];
    const order = { service: 'test-service', out, reason: 'memberRecused' };
    const refusal = async (change: object) => {
      const outcome = await world.commands.takeReserve.run(world.lead, reference, { ...order, ...change });
      return outcome.ok
        ? 'done'
        : (outcome.refusal.code ?? outcome.refusal.faults?.map(({ pointer, code }) => `${pointer} ${code}`).join());
    };
    expect(await refusal({ out: 'TS-26-none' })).toBe('/out notAPick');
    expect(await refusal({ service: 'cardiff' })).toBe('/service serviceNotPlanned');
    expect(await refusal({ reason: 'knew the family' })).toBe('/reason drawCode');
    expect(await refusal({ service: 'gwent', out: 'GW-26-1' })).toBe('noReserveLeft');
    expect(await refusal({})).toBe('done');
    expect(await refusal({})).toBe('/out notAPick');
    const after = await file();
    const [next] = before.reserves['test-service'] ?? [];
    expect(after.taken).toEqual([{ ...order, in: next }]);
    expect(after.picks).toEqual(before.picks);
    expect(verifyDraw(JSON.stringify(after))).toMatchObject({
      ok: true,
      standing: { 'test-service': [next, second, before.picks['test-service']?.[2]] },
    });
  });

  it('lets two replacements at once take two reserves, each its own', async () => {
    const { picks, reserves } = await file();
    const [, one = '', other = ''] = picks['test-service'] ?? [];
    const both = await Promise.all(
      [one, other].map((out) =>
        world.commands.takeReserve.run(world.lead, reference, { service: 'test-service', out, reason: 'fileSealed' }),
      ),
    );
    expect(both.map((outcome) => done(outcome).in).sort()).toEqual([...(reserves['test-service'] ?? []).slice(1, 3)].sort());
    expect(verifyDraw(JSON.stringify(await file()))).toMatchObject({ ok: true });
  });

  it('is drawn again only with a reason, with a fresh secret, and the published file shows both; what was published stays', async () => {
    const first = await file();
    const outcome = await world.commands.redraw.run(world.lead, reference, { reason: ' ' });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { because: 'invalid', faults: [{ pointer: '/reason', code: 'redrawReason' }] },
    });
    const ordered = done(
      await world.commands.redraw.run(world.lead, reference, {
        reason: 'The list of Gwent was not whole.',
        services: [{ service: 'test-service', n: 2 }],
      }),
    );
    expect(ordered).toMatchObject({ reference, state: 'planned', attempt: 2 });
    expect(ordered.commitment).not.toBe(first.commitment);
    done(await world.commands.carryOn.run(reference));
    expect(await file()).toEqual(first);
    done(await world.commands.freeze.run(world.lead, reference));
    done(await world.commands.giveText.run(world.lead, reference, 'Gwlad! Gwlad!'));
    done(await world.commands.carryOn.run(reference));
    const second = await file();
    expect(verifyDraw(JSON.stringify(second))).toMatchObject({ ok: true });
    expect(second.secret).not.toBe(first.secret);
    expect(second.plan.split('\n')).toEqual(
      expect.arrayContaining(['attempt\t2', 'reason\tThe list of Gwent was not whole.', `replaces\t${sha256hex(first.plan)}`]),
    );
    expect([second.taken, Object.keys(second.picks)]).toEqual([[], ['test-service']]);
    expect(await file(1)).toEqual(first);
    expect((await notices.one(reference))?.redraws).toMatchObject([{ attempt: 1, reason: 'The list of Gwent was not whole.' }]);
  });

  it('left one event for each step, in this order', async () => {
    const round = ['drawPlanned', 'commitmentPublished', 'frameFrozen', 'textGiven', 'secretRevealed', 'drawPublished'];
    expect(await events()).toEqual([...round, 'reserveTaken', 'reserveTaken', 'reserveTaken', 'redrawOrdered', ...round]);
  });

  it('keeps no free text in its payloads', async () => {
    const { rows } = await world.admin.query<{ body: object }>(
      "select body from teg.payload y join teg.stream s on s.id = y.stream where s.kind = 'draw'",
    );
    const all = JSON.stringify(rows);
    for (const text of ['Calon', 'Gwlad', 'Gwent was']) expect(all).not.toContain(text);
  });
});
