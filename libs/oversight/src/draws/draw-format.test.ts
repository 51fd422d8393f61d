import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitmentOf, type DrawFile, readFrame, scoreOf, seedOf, sha256hex, verifyDraw } from '#proof';
import { Client } from 'pg';
import { type FreshDatabase, freshDatabase } from '../../../../test/world/database.js';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/draw-format.md'), 'utf8');
const block = (kind: string): string => {
  const found = new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`The page has no block ${kind}.`);
  return found;
};
const file = JSON.parse(block('json')) as DrawFile;
const seed = seedOf(file.secret, file.frame, file.text);
const scores = block('text').trim().split('\n');

describe('docs/draw-format.md', () => {
  it('has an example that verifies, with the hashes and scores it states', () => {
    expect(verifyDraw(block('json'))).toMatchObject({
      ok: true,
      complete: ['gwent'],
      standing: { vale: ['VG-26-10', 'VG-26-7'] },
    });
    for (const value of [sha256hex(file.plan), sha256hex(file.frame), seed]) expect(page.split('```json')[0]).toContain(value);
    const references = readFrame(file.frame)?.cases.filter(({ service }) => service === 'vale') ?? [];
    expect(scores).toEqual(references.map(({ reference }) => `${scoreOf(seed, reference)} ${reference}`).sort());
    expect(scores.map((line) => line.slice(65))).toEqual([...(file.picks['vale'] ?? []), ...(file.reserves['vale'] ?? [])]);
  });

  it('has lines for a shell that find the commitment, the seed and the order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'teg-format-'));
    const [tools, path] = [join(folder, 'jq'), join(folder, 'draw.json')];
    writeFileSync(path, block('json'));
    // jq is not among the programs that the tests may ask for; this does what the two forms of it on the page do.
    writeFileSync(
      tools,
      `#!${process.execPath}\nprocess.stdout.write(JSON.parse(require('node:fs').readFileSync(process.argv[4], 'utf8'))[process.argv[3].slice(1)]);\n`,
      { mode: 0o755 },
    );
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, file: path, service: 'vale' };
    const said = execFileSync('sh', ['-eu', '-c', block('sh')], { cwd: folder, env, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(said.trim().split('\n')).toEqual([commitmentOf(file.secret, file.plan), seed, ...scores]);
  });

  describe('in PostgreSQL', () => {
    let database: FreshDatabase;
    let client: Client;
    beforeAll(async () => {
      database = await freshDatabase();
      client = new Client({ connectionString: database.adminUrl });
      await client.connect();
    });
    afterAll(async () => {
      await client.end();
      await database.drop();
    });

    it('has a query that finds the same order', async () => {
      await client.query('create temporary table framed (reference text)');
      for (const line of scores) await client.query('insert into framed values ($1)', [line.slice(65)]);
      const key = Buffer.concat([Buffer.from(seed, 'hex'), Buffer.alloc(32)]);
      const [outer, inner] = [0x5c, 0x36].map((byte) => Buffer.from(key.map((one) => one ^ byte)));
      const { rows } = await client.query<{ reference: string }>(block('sql'), [outer, inner, 4]);
      expect(rows.map(({ reference }) => reference)).toEqual(scores.map((line) => line.slice(65)));
    });
  });
});
