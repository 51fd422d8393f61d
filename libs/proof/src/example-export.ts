import { issueCheckpoint, type IssuedCheckpoint } from './checkpoint.js';
import { sha256hex } from './digest.js';
import { type ChainedEvent, eventHash, eventLine, genesis } from './event-chain.js';
import { headerLine } from './export-header.js';
import { type Head } from './merkle-tree.js';
import { type NoteSigner, noteSigner } from './signed-note.js';

/** `file` is the text of the export, each line with its line feed. */
export type ExampleExport = { readonly file: string; readonly issued: IssuedCheckpoint; readonly signer: NoteSigner };

/** A signer whose secret everybody knows: for tests and measurements only. */
export const exampleSigner = (name = 'teg.example/ledger', seed = 7): NoteSigner =>
  noteSigner(name, new Uint8Array(32).fill(seed));

/** The rows of one made-up stream; `salt` makes another history of the same length. */
export function exampleStream(number: number, rows: number, salt = ''): ChainedEvent[] {
  const stream = `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const events: ChainedEvent[] = [];
  let prev = genesis(stream);
  for (let seq = 1; seq <= rows; seq += 1) {
    const digest = sha256hex(`${stream} ${seq}${salt}`);
    const event = {
      stream,
      seq,
      type: seq === 1 ? 'referralReceived' : 'factRecorded',
      at: `2026-11-24T09:${String(seq % 60).padStart(2, '0')}:00.000Z`,
      person: '0193a000-0000-7000-9000-000000000001',
      commandKey: seq % 3 === 0 ? `key "${seq}"`.replaceAll(' ', '-') : null,
      requestDigest: seq % 3 === 0 ? digest : null,
      digest,
      prev,
    };
    prev = eventHash(event);
    events.push({ ...event, hash: prev });
  }
  return events;
}

/** An export of the streams given, with a first line that fits them. */
export function exportOf(streams: readonly (readonly ChainedEvent[])[], signer = exampleSigner()): ExampleExport {
  const heads: Head[] = streams.flatMap((events) => {
    const last = events.at(-1);
    return last ? [{ stream: last.stream, seq: last.seq, head: last.hash }] : [];
  });
  const issued = issueCheckpoint(heads, '2026-11-24T12:00:00.000Z', signer);
  const header = headerLine({
    checkpoint: issued.note,
    publicKey: signer.verifierKey,
    events: issued.events,
    streams: issued.size,
  });
  return { file: [header, ...streams.flat().map(eventLine)].map((line) => `${line}\n`).join(''), issued, signer };
}

/** An export of so many made-up streams of so many rows. */
export const exampleExport = (streams: number, rows: number): ExampleExport =>
  exportOf(Array.from({ length: streams }, (_, index) => exampleStream(index + 1, rows)));
