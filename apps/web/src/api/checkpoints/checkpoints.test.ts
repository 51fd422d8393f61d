import { checkpointSigner, machine, writeCheckpoint } from '#ledger';
import { Pool } from 'pg';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('the newest checkpoint, where a worker runs in the same process', () => {
  let world: WebWorld;
  let bell: Pool;
  beforeAll(async () => {
    world = await webWorld({
      freshCheckpoint: async () => {
        const { at } = await world.ledger.now();
        await writeCheckpoint(bell, at, checkpointSigner('07'.repeat(32)));
      },
    });
    bell = new Pool({ connectionString: world.database.bellUrl });
    bell.on('error', () => undefined);
  });
  afterAll(async () => {
    await bell.end();
    await world.close();
  });

  const happens = (newId: string) =>
    world.ledger.write(machine, { of: [{ newId, kind: 'case' }] }, ([file]) => {
      if (!file) throw new Error('The ledger opened no file.');
      return { did: [{ file, events: [{ type: 'begun', data: {} }], rooms: ['yjs:vale'] }], value: null };
    });
  const told = async () =>
    (await (await world.as('auditor@south-wales-commissioner.test')).get('/api/checkpoints/latest').expect(200)).body as {
      events: number;
    };
  const onRecord = async () => Number((await world.sql<{ n: string }>('select count(*) as n from teg.event'))[0]?.n);
  const kept = async () => Number((await world.sql<{ n: string }>('select count(*) as n from teg.checkpoint'))[0]?.n);

  it('is over the record as it is when it is asked for, and no second one is kept where nothing has happened', async () => {
    expect((await told()).events).toBe(await onRecord());
    await happens('00000000-0000-4000-8000-0000000000c7');
    expect((await told()).events).toBe(await onRecord());
    const before = await kept();
    await told();
    expect(await kept()).toBe(before);
  });

  it('is made for nobody who may not see it', async () => {
    const before = await kept();
    await happens('00000000-0000-4000-8000-0000000000c8');
    await (await world.as('practitioner@vale.test')).get('/api/checkpoints/latest').expect(403);
    expect(await kept()).toBe(before);
  });
});
