import { decided } from '../../../../../test/world/decided-cases.js';
import { frameOf, inWindow, plant, referencesOf } from '../../../../../test/world/frames.js';
import { done, type ScrutinyWorld, scrutinyWorld } from '../../../../../test/world/scrutiny.js';

const area = 'test-service';

describe('the lists of other services, and who reads a frame', () => {
  let world: ScrutinyWorld;
  beforeEach(async () => {
    world = await scrutinyWorld();
  });
  afterEach(() => world.close());

  it('waits for the list of a service that does not run Teg, and takes it until it is frozen', async () => {
    const services = [
      { service: area, n: 3 },
      { service: 'gwent', n: 3 },
    ];
    const reference = await world.committed({ services });
    expect(await world.commands.freeze.run(world.lead, reference)).toMatchObject({
      ok: false,
      refusal: { because: 'notNow', code: 'listMissing', faults: [{ values: { service: 'gwent' } }] },
    });
    const deliver = (service: string, text: string) =>
      world.commands.deliver.run(world.lead, reference, { service, bytes: Buffer.from(text) });
    expect(await deliver('dyfed', 'X-1')).toMatchObject({
      ok: false,
      refusal: { faults: [{ pointer: '/service', code: 'serviceNotPlanned' }] },
    });
    expect(await deliver('gwent', 'Ellie Testley')).toMatchObject({
      ok: false,
      refusal: { faults: [{ pointer: '', code: 'listLine', values: { line: 1 } }] },
    });
    done(await deliver('gwent', 'GW-1\n'));
    done(await deliver('gwent', 'GW-1\nGW-2\n'));
    const frame = await frameOf(world, reference);
    expect(referencesOf(frame)).toEqual(['GW-1', 'GW-2']);
    expect(frame.lists).toHaveLength(1);
    expect(await deliver('gwent', 'GW-3\n')).toMatchObject({ ok: false, refusal: { because: 'notNow' } });
    const kept = await world.admin.query("select version from teg.document where kind = 'drawList' order by version");
    expect(kept.rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('refuses a reference that two services name', async () => {
    await plant(world, [decided('TS-1', area, inWindow)]);
    const services = [
      { service: area, n: 3 },
      { service: 'gwent', n: 3 },
    ];
    const reference = await world.committed({ services, lists: [{ service: 'gwent', bytes: Buffer.from('TS-1\n') }] });
    expect(await world.commands.freeze.run(world.lead, reference)).toMatchObject({
      ok: false,
      refusal: { because: 'notNow', code: 'referenceTwice' },
    });
  });

  it('is read by a scrutiny lead alone: the database itself gives it to nobody else', async () => {
    await plant(world, [decided('TS-1', area, inWindow)]);
    const chair = await world.admit({ roles: ['chair', 'headOfService'], rooms: [`yjs:${area}`] });
    const ask = (person: string) =>
      world.reader.aside(person, (query) =>
        query("select * from teg.draw_frame($1, '2026-09-01', '2026-10-31', 'none', '{}')", [[area]]),
      );
    for (const person of [chair, world.member]) await expect(ask(person)).rejects.toMatchObject({ code: '42501' });
    expect(await ask(world.lead)).toEqual([{ service: area, reference: 'TS-1', reason: null }]);
    await expect(
      world.reader.outside("select * from teg.draw_frame($1, '2026-09-01', '2026-10-31', 'none', '{}')", [[area]]),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('gives the lead references and codes, and no case', async () => {
    await plant(world, [decided('TS-1', area, inWindow)]);
    const seen = await world.reader.aside(world.lead, (query) => query("select * from teg.stream where kind = 'case'"));
    expect(seen).toEqual([]);
    const { rows } = await world.admin.query('select what, reference from teg.access_log where person = $1', [world.lead]);
    expect(rows).toEqual([]);
    const reference = await world.committed({});
    done(await world.commands.freeze.run(world.lead, reference));
    const noted = await world.admin.query('select what, reference from teg.access_log where person = $1', [world.lead]);
    expect(noted.rows).toEqual([{ what: 'freezeDraw', reference }]);
  });
});
