import { type Instant } from '#calendar';
import { eventLine, headerLine, headLine, merkleTree, checkpointText, type ChainedEvent, type NoteSigner } from '#proof';
import { type Pool, type PoolClient } from 'pg';

type Row = Omit<ChainedEvent, 'at'> & { readonly at: Date };

const page = 5000;
const select = `select stream, seq, type, at, person, command_key as "commandKey", request_digest as "requestDigest", digest, prev, hash
  from teg.exported_events($1, $2, $3, ${page})`;

/**
 * The whole ledger without payloads as lines: a header with a checkpoint signed over just these events, then the events by stream and
 * number. Two passes over one snapshot of the database, so that header and events fit together while others write, and no more than
 * a page is ever in memory. Only an auditor is given events. Whoever stops early must `return()` the iterator: it holds a connection.
 */
export async function* ledgerLines(pool: Pool, signer: NoteSigner, auditor: string, at: Instant): AsyncGenerator<string> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    yield await header(client, signer, auditor, at);
    for await (const rows of pages(client, auditor)) yield rows.map((row) => `${eventLine(chained(row))}\n`).join('');
    await client.query('commit');
    isWhole = true;
  } finally {
    // A connection in the middle of something is thrown away rather than mended.
    client.release(!isWhole);
  }
}

async function header(client: PoolClient, signer: NoteSigner, auditor: string, at: Instant): Promise<string> {
  const tree = merkleTree();
  let events = 0;
  let last: Row | undefined;
  for await (const rows of pages(client, auditor)) {
    for (const row of rows) {
      if (last && last.stream !== row.stream) tree.add(headLine({ stream: last.stream, seq: last.seq, head: last.hash }));
      last = row;
      events += 1;
    }
  }
  if (last) tree.add(headLine({ stream: last.stream, seq: last.seq, head: last.hash }));
  const checkpoint = signer.sign(checkpointText({ origin: signer.name, size: tree.size(), root: tree.root(), events, at }));
  return `${headerLine({ checkpoint, publicKey: signer.verifierKey, events, streams: tree.size() })}\n`;
}

async function* pages(client: PoolClient, auditor: string): AsyncGenerator<readonly Row[]> {
  let [stream, seq] = ['00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const { rows } = await client.query<Row>({ name: 'exported_events', text: select, values: [auditor, stream, seq] });
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    if (rows.length < page) return;
    [stream, seq] = [last.stream, last.seq];
  }
}

const chained = (row: Row): ChainedEvent => ({ ...row, at: row.at.toISOString() });
