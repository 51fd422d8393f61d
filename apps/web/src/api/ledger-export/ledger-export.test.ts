import { checkpointSigner, writeCheckpoint } from '#ledger';
import { demonstrationOrganisations, demonstrationPeople } from '#people';
import { verifyExport } from '#proof';
import { Pool } from 'pg';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const signer = checkpointSigner('07'.repeat(32));

describe('the record for whoever wants to check it', () => {
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());
  const exported = async () =>
    (
      await (
        await world.as('auditor@vale.test')
      )
        .get('/api/ledger/export')
        .expect(200)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
        })
    ).body as string;

  it('is exported whole, and the export verifies under the public key', async () => {
    const file = await exported();
    const result = await verifyExport(file.split('\n').slice(0, -1), { publicKey: signer.verifierKey });
    expect(result).toMatchObject({
      ok: true,
      streams: demonstrationOrganisations.length,
      events: demonstrationOrganisations.length + demonstrationPeople.length,
    });
    expect(file).not.toContain('@');
  });

  it('is noted as a consultation', async () => {
    const seen = await world.sql(
      "select p.email, l.refused from teg.access_log l join teg.person p on p.id = l.person where l.what = 'exportLedger'",
    );
    expect(seen).toContainEqual({ email: 'auditor@vale.test', refused: null });
  });

  it('is given to auditors only', async () => {
    await (await world.as('administrator@vale.test')).get('/api/ledger/export').expect(403);
  });

  it('hands the newest checkpoint to the oversight body, with which a later export agrees', async () => {
    const lead = await world.as('scrutiny-lead@south-wales-commissioner.test');
    await lead.get('/api/checkpoints/latest').expect(404);
    const bell = new Pool({ connectionString: world.database.bellUrl, max: 1 });
    await writeCheckpoint(bell, '2026-11-24T12:00:00.000Z', signer);
    await bell.end();
    const { body } = await lead.get('/api/checkpoints/latest').expect(200);
    expect(body).toMatchObject({ at: '2026-11-24T12:00:00.000Z', streams: demonstrationOrganisations.length });
    const kept = `${body.note}\n${body.heads}`;
    const file = await exported();
    expect(await verifyExport(file.split('\n').slice(0, -1), { publicKey: signer.verifierKey, checkpoint: kept })).toMatchObject({
      ok: true,
    });
  });

  it('gives its connection back when the reader goes away', async () => {
    for (let time = 0; time < 8; time += 1) {
      const aborted = new AbortController();
      const token = await world.issuer.token('auditor@vale.test');
      const answer = await fetch(`${world.url}/api/ledger/export`, {
        headers: { Authorization: `Bearer ${token}` },
        signal: aborted.signal,
      });
      expect(answer.status).toBe(200);
      aborted.abort();
    }
    await (await world.as('auditor@vale.test')).get('/api/ledger/export').expect(200);
    expect(world.said).toEqual([]);
  });
});
