import { performance } from 'node:perf_hooks';
import { firstOfRank, seedOf, sha256hex } from '#proof';
import { Client } from 'pg';
import { grouped, median, spread } from './figures.js';
import { type Laboratory } from './laboratory.js';

const cases = 1_000_000;
const drawn = 20;
const rounds = 3;

/**
 * A verifiable draw of 20 from a million cases, beside one `order by random()` over the same rows, which proves nothing. Once where the
 * rows are, as docs/draw-format.md says how to check a draw in SQL, and once in Node from the frozen frame, as Teg draws when it publishes:
 * the frame is one document, so it is read whole and its hash compared. All three must answer in every round, and ours must agree.
 */
export async function draw(laboratory: Laboratory, print: (line: string) => void): Promise<void> {
  const { adminUrl } = await laboratory.database('draw');
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await plant(client);
    const frame = await frozen(client);
    const hash = sha256hex(frame);
    print(`${grouped(cases)} cases of one service; ${drawn} are drawn. Milliseconds.`);
    const took: { readonly [way in 'random' | 'sql' | 'node' | 'rank']: number[] } = { random: [], sql: [], node: [], rank: [] };
    for (let round = 0; round < rounds; round += 1) {
      const seed = seedOf(sha256hex(`round ${round}`), frame, 'The bench throws the dice.');
      const random = await timed(async () =>
        referencesOf(await client.query<Row>(`select reference from framed order by random() limit ${drawn}`)),
      );
      const sql = await timed(async () => referencesOf(await client.query<Row>(ranked, [...hmacPads(seed)])));
      const node = await timed(async () => {
        const read = await frozen(client);
        if (sha256hex(read) !== hash) throw new Error('The frame of the bench is not the one that was frozen.');
        const references = read
          .split('\n')
          .flatMap((line) => (line.startsWith('in\t') ? [line.slice(line.lastIndexOf('\t') + 1)] : []));
        const begun = performance.now();
        const picks = firstOfRank(seed, references, drawn);
        took.rank.push(performance.now() - begun);
        return picks;
      });
      if (random.picks.length !== drawn || sql.picks.join() !== node.picks.join() || sql.picks.length !== drawn)
        throw new Error('The draws of the bench do not agree.');
      took.random.push(random.took);
      took.sql.push(sql.took);
      took.node.push(node.took);
    }
    const ratios = took.sql.map((one, round) => one / (took.random[round] ?? 1));
    print(`  order by random()                     ${spread(took.random)}`);
    print(`  verifiable, where the rows are        ${spread(took.sql)}; the same picks as libs/proof`);
    print(
      `  ratio                                 ${spread(ratios, 2)}; target at most 6: ${median(ratios) <= 6 ? 'reached' : 'NOT reached'}`,
    );
    print(
      `  verifiable, from the frozen document  ${spread(took.node)}; of that the ranking ${spread(took.rank)} (no target; real frames hold hundreds)`,
    );
  } finally {
    await client.end();
  }
}

type Row = { readonly reference: string };
const referencesOf = ({ rows }: { readonly rows: readonly Row[] }): readonly string[] => rows.map(({ reference }) => reference);

/** HMAC-SHA-256 written out: the hash of the outer pad and the hash of the inner pad and the reference. */
const ranked = `select reference from framed order by sha256($1::bytea || sha256($2::bytea || reference::bytea)), reference collate "C" limit ${drawn}`;

function hmacPads(seed: string): readonly [Buffer, Buffer] {
  const key = Buffer.concat([Buffer.from(seed, 'hex'), Buffer.alloc(32)]);
  const pad = (byte: number): Buffer => Buffer.from(key.map((one) => one ^ byte));
  return [pad(0x5c), pad(0x36)];
}

async function frozen(client: Client): Promise<string> {
  const { rows } = await client.query<{ file: Buffer }>('select file from frozen');
  return rows[0]?.file.toString('utf8') ?? '';
}

async function timed(
  work: () => Promise<readonly string[]>,
): Promise<{ readonly took: number; readonly picks: readonly string[] }> {
  const begun = performance.now();
  const picks = await work();
  return { took: performance.now() - begun, picks };
}

/** The same references as rows, and as a frame in the order of its bytes. */
async function plant(client: Client): Promise<void> {
  await client.query(
    `create table framed as select 'VG-26-' || upper(left(md5('case ' || n), 12)) as reference from generate_series(1, ${cases}) n`,
  );
  await client.query(
    `create table frozen as select convert_to('teg-frame/1' || chr(10) || string_agg('in' || chr(9) || 'vale' || chr(9) || reference || chr(10), ''
       order by reference collate "C"), 'UTF8') as file from framed`,
  );
  await client.query('vacuum (analyze) framed');
}
