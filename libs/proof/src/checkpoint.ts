import { isSha256 } from './digest.js';
import { type Head, headLine, merkleTree } from './merkle-tree.js';
import { type NoteSigner, openNote } from './signed-note.js';

/**
 * What a checkpoint says: `size` streams with that `root` (base64), `events` rows in all, drawn up `at` an instant.
 *
 * Its text has the form of a C2SP tlog-checkpoint: origin, size, root, then the extension lines `events N` and `at <instant>`. Only the
 * form: the leaves are heads of streams, which move on, so there are no consistency proofs from one checkpoint to the next. What stands
 * in for them is the list of heads: a **kept checkpoint** is the signed note, an empty line, then one line for each stream,
 * `stream TAB seq TAB head`, sorted by the bytes of the stream. The note's root signs the list; each listed event must be in every later
 * export with that very hash. So a body that keeps this file finds a tail cut off and a chain recomputed.
 */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly events: number;
  readonly at: string;
};

export type IssuedCheckpoint = Checkpoint & { readonly note: string; readonly kept: string };

export type KeptCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly heads: readonly Head[] | null }
  | { readonly ok: false; readonly why: 'noteUnreadable' | 'key' | 'signature' | 'listUnreadable' | 'listRoot' };

const shape =
  /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\nevents (0|[1-9]\d{0,14})\nat (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/;

/** The text that is signed. */
export const checkpointText = ({ origin, size, root, events, at }: Checkpoint): string =>
  `${origin}\n${size}\n${root}\nevents ${events}\nat ${at}\n`;

/** Reads that text; null where it is anything else. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [, origin, size, root, events, at] = shape.exec(text) ?? [];
  if (origin === undefined || root === undefined || at === undefined) return null;
  return { origin, size: Number(size), root, events: Number(events), at };
}

/** Draws up and signs a checkpoint over heads that are sorted by stream (ascending bytes); a RangeError where they are not. */
export function issueCheckpoint(heads: Iterable<Head>, at: string, signer: NoteSigner, origin = signer.name): IssuedCheckpoint {
  const tree = merkleTree();
  const lines: string[] = [];
  let [events, last] = [0, ''];
  for (const head of heads) {
    if (head.stream <= last) throw new RangeError('heads are sorted by stream, each stream once');
    const line = headLine(head);
    tree.add(line);
    lines.push(`${line}\n`);
    [events, last] = [events + head.seq, head.stream];
  }
  const checkpoint = { origin, size: tree.size(), root: tree.root(), events, at };
  const note = signer.sign(checkpointText(checkpoint));
  return { ...checkpoint, note, kept: `${note}\n${lines.join('')}` };
}

function readHeads(list: string): Head[] | null {
  const heads: Head[] = [];
  let last = '';
  for (const line of list.split('\n').slice(0, -1)) {
    const [stream = '', seq = '', head = '', ...more] = line.split('\t');
    if (stream <= last || !/^[1-9]\d{0,14}$/.test(seq) || !isSha256(head) || more.length > 0) return null;
    heads.push({ stream, seq: Number(seq), head });
    last = stream;
  }
  return list.endsWith('\n') || list === '' ? heads : null;
}

/**
 * Reads a kept checkpoint and checks its signature and that the list gives the signed root. A bare note is read as well, with `heads`
 * null: it can be compared with an export of the very same state only.
 */
export function readKeptCheckpoint(file: string, trusted: readonly string[]): KeptCheckpoint {
  // Neither the text of our notes nor the block of signatures holds an empty line, so the second one begins the list.
  const body = file.indexOf('\n\n');
  const end = body < 0 ? -1 : file.indexOf('\n\n', body + 2);
  const opened = openNote(end < 0 ? file : file.slice(0, end + 1), trusted);
  if (!opened.ok) return opened;
  const checkpoint = readCheckpoint(opened.text);
  if (checkpoint === null) return { ok: false, why: 'noteUnreadable' };
  if (end < 0) return { ok: true, checkpoint, heads: null };
  const heads = readHeads(file.slice(end + 2));
  if (heads === null) return { ok: false, why: 'listUnreadable' };
  const tree = merkleTree();
  for (const head of heads) tree.add(headLine(head));
  return tree.size() === checkpoint.size && tree.root() === checkpoint.root
    ? { ok: true, checkpoint, heads }
    : { ok: false, why: 'listRoot' };
}
