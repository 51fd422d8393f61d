import { randomUUID } from 'node:crypto';
import { machine } from '#ledger';
import { commitmentOf } from '#proof';
import { Pool, type PoolClient } from 'pg';
import { done, type ScrutinyWorld, scrutinyWorld } from '../../../../../test/world/scrutiny.js';

describe('the secret of a draw', () => {
  let world: ScrutinyWorld;
  let reference: string;
  let secret: string;
  beforeAll(async () => {
    world = await scrutinyWorld();
    reference = await world.committed({});
    secret = await trueSecret();
  });
  afterAll(() => world.close());

  const trueSecret = async () =>
    (
      await world.admin.query<{ file: Buffer }>(
        "select file from teg.document where kind = 'drawSecret' order by seq desc limit 1",
      )
    ).rows[0]?.file.toString() ?? '';
  const tables = async () =>
    (
      await world.admin.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'teg' order by 1")
    ).rows.map(({ name }) => name);
  /** Everything that a role may read of every table, in whatever form it is stored. */
  async function readable(client: PoolClient): Promise<string> {
    const found: string[] = [];
    for (const table of await tables()) {
      await client.query('savepoint before');
      try {
        found.push(JSON.stringify((await client.query(`select t::text as row from teg.${table} t`)).rows));
      } catch (error) {
        expect((error as { code?: string }).code).toBe('42501');
        await client.query('rollback to before');
      }
    }
    return found.join('\n');
  }
  async function readableAs(url: string, person: string | null): Promise<string> {
    const pool = new Pool({ connectionString: url, max: 1 });
    const client = await pool.connect();
    await client.query('begin');
    const id = await world.admin.query<{ id: string }>(
      "select id from teg.stream where kind = 'draw' order by reference limit 1",
    );
    if (person !== null) await client.query('select teg.i_am($1, $2)', [person, [id.rows[0]?.id]]);
    const text = await readable(client);
    const opened =
      url === world.database.appUrl ? (await client.query('select * from teg.opened_draw($1)', [reference])).rows : [];
    await client.query('rollback');
    client.release();
    await pool.end();
    return text + JSON.stringify(opened);
  }
  const inAnyForm = () => [
    secret,
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret, 'hex').toString('base64'),
  ];

  it('is 32 bytes of the commitment, and lies in the dossier from the statement that put the plan on record', async () => {
    const { rows } = await world.admin.query<{ plan: Buffer; commitment: string; seq: number }>(
      "select d.file as plan, s.facts ->> 'commitment' as commitment, d.seq from teg.document d join teg.stream s on s.id = d.stream where d.kind = 'drawPlan'",
    );
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(rows).toEqual([{ plan: expect.anything(), commitment: commitmentOf(secret, rows[0]?.plan.toString() ?? ''), seq: 1 }]);
    const { rows: seen } = await world.admin.query("select view, seq from teg.document where kind = 'drawSecret'");
    expect(seen).toEqual([{ view: 'sealed', seq: 1 }]);
  });

  it('is read by nobody before the text: not by the lead, the machine, or anybody else with the service’s own role and plain SQL', async () => {
    const { appUrl, bellUrl, eraserUrl } = world.database;
    const administrator = await world.admit({
      roles: ['administrator', 'scrutinyLead', 'auditor'],
      rooms: [`oversight:${world.body}`],
      views: ['sealed', 'youthJustice', 'police', 'victim'],
    });
    const texts = [
      await readableAs(appUrl, world.lead),
      await readableAs(appUrl, machine),
      await readableAs(appUrl, administrator),
      await readableAs(appUrl, null),
      await readableAs(bellUrl, null),
      await readableAs(eraserUrl, null),
    ];
    expect(texts[0]).toContain('drawPlan');
    for (const text of texts) for (const form of inAnyForm()) expect(text).not.toContain(form);
    const whole = await world.admin.query<{ row: string }>('select t::text as row from teg.document t');
    expect(JSON.stringify(whole.rows)).toContain(inAnyForm()[1]);
  });

  it('stands in no event, payload, fact, answer to a repeated command or log, whoever looks', async () => {
    for (const table of (await tables()).filter((name) => name !== 'document')) {
      const { rows } = await world.admin.query(`select t::text as row from teg.${table} t`);
      for (const form of inAnyForm()) expect([table, JSON.stringify(rows).includes(form)]).toEqual([table, false]);
    }
  });

  it('is changed by nobody: not by the service, and not by the owner of the table', async () => {
    const change = "update teg.document set file = 'other' where kind = 'drawSecret'";
    await expect(world.pool.query(change)).rejects.toMatchObject({ code: '42501' });
    await expect(world.pool.query("delete from teg.document where kind = 'drawSecret'")).rejects.toMatchObject({ code: '42501' });
    await expect(world.admin.query(change)).rejects.toMatchObject({ code: 'TG005' });
    expect(await trueSecret()).toBe(secret);
  });

  it('with another one slipped in through the door nothing is published: the commitment was to the first', async () => {
    const forged = await world.committed({ theme: 'late' });
    done(await world.commands.freeze.run(world.lead, forged));
    const other = {
      id: randomUUID(),
      version: 1,
      kind: 'drawSecret',
      view: 'sealed',
      file: Buffer.from('ab'.repeat(32)).toString('base64'),
      mediaType: 'text/plain',
    } as const;
    await world.ledger.write(machine, { of: [{ reference: forged }] }, ([file]) => {
      if (!file) throw new Error('no file');
      return { did: [{ file, events: [{ type: 'somethingElse', data: {} }], documents: [other] }], value: null };
    });
    done(await world.commands.giveText.run(world.lead, forged, 'a'));
    await expect(world.commands.carryOn.run(forged)).rejects.toThrow('not those whose hashes were published');
    const { rows } = await world.admin.query('select * from teg.published_draw($1, null)', [forged]);
    expect(rows).toEqual([]);
  });

  it('is revealed with the publication, and from then on everybody may read it', async () => {
    done(await world.commands.freeze.run(world.lead, reference));
    done(await world.commands.giveText.run(world.lead, reference, 'Bore da'));
    done(await world.commands.carryOn.run(reference));
    const { rows } = await world.pool.query<{ file: Buffer }>('select file from teg.published_draw($1, null)', [reference]);
    expect(JSON.parse(rows[0]?.file.toString() ?? '{}')).toMatchObject({ secret });
    expect(await readableAs(world.database.appUrl, world.lead)).toContain(secret);
  });

  it('of a redraw is sealed again, although a text of the attempt before is on record', async () => {
    done(await world.commands.redraw.run(world.lead, reference, { reason: 'Another list.' }));
    done(await world.commands.carryOn.run(reference));
    const first = secret;
    secret = await trueSecret();
    expect(secret).not.toBe(first);
    const text = await readableAs(world.database.appUrl, world.lead);
    for (const form of inAnyForm()) expect(text).not.toContain(form);
  });
});
