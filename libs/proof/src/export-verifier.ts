import { type Checkpoint, readKeptCheckpoint } from './checkpoint.js';
import { genesis, hashOfLine, readEventLine } from './event-chain.js';
import { openHeader } from './export-header.js';
import { type Head, headLine, merkleTree } from './merkle-tree.js';
import { nameRow } from './row-name.js';

/** `checkpoint`: a kept checkpoint (the file's text); `publicKey`: verifier keys that are trusted, instead of the export's own. */
export type ExportOptions = { readonly checkpoint?: string; readonly publicKey?: string | readonly string[] };

/**
 * `hash`: the row is not what was hashed. `rewritten`: the row fits its own hash, but not what its successor remembers of it. `genesis`:
 * the first row of a stream names a predecessor. `missing`, `order`: rows left out, or in the wrong place. `kept`: the row is not the one
 * of the kept checkpoint. At `checkpoint`: `counts`, `root` and `signature` of the first line; `kept...` of the kept checkpoint.
 */
export type WhyAltered =
  | ('unreadable' | 'hash' | 'rewritten' | 'genesis' | 'missing' | 'order' | 'kept' | 'lineFeed')
  | ('empty' | 'noteUnreadable' | 'key' | 'signature' | 'counts' | 'root')
  | ('keptNoteUnreadable' | 'keptKey' | 'keptSignature' | 'keptListUnreadable' | 'keptListRoot' | 'keptListMissing');

/** `at` is the first altered row as `stream seq`, or `checkpoint`, or `line n` where a line names no row. `root` is base64. */
export type ExportResult =
  | { readonly ok: true; readonly events: number; readonly streams: number; readonly root: string }
  | { readonly ok: false; readonly at: string; readonly why: WhyAltered };

/** `line` takes the lines one by one, without line feed, and answers whether it wants more; `end` gives the result. */
export type ExportVerifier = { readonly line: (text: string) => boolean; readonly end: (why?: 'lineFeed') => ExportResult };

const keptWhy = {
  noteUnreadable: 'keptNoteUnreadable',
  key: 'keptKey',
  signature: 'keptSignature',
  listUnreadable: 'keptListUnreadable',
  listRoot: 'keptListRoot',
} as const;

/**
 * Verifies an export as it comes, in constant memory but for the kept list: the first line, then every row by its own hash, its
 * predecessor and its place, then counts and Merkle root against the signed checkpoint. Without a kept checkpoint it cannot find a tail
 * that was cut off, or a chain that was recomputed, by whoever holds the signing key.
 */
export function exportVerifier(options: ExportOptions = {}): ExportVerifier {
  const tree = merkleTree();
  let lines = 0;
  let events = 0;
  let stream = '';
  let seq = 0;
  let head = '';
  let checkpoint: Checkpoint | null = null;
  let kept: readonly Head[] = [];
  let nextKept = 0;
  let bareRoot: { readonly size: number; readonly root: string } | null = null;
  let suspect: { readonly text: string; readonly why: 'unreadable' | 'hash' } | null = null;
  let fault: (ExportResult & { ok: false }) | null = null;

  const fail = (at: string, why: WhyAltered): false => {
    fault ??= { ok: false, at, why };
    return false;
  };
  const settle = (next: string | null): false => {
    const at = suspect === null ? null : nameRow(suspect.text, { stream, seq, head }, next);
    return fail(at ?? `line ${next === null ? lines : lines - 1}`, suspect?.why ?? 'unreadable');
  };

  function start(line: string): boolean {
    const given = options.publicKey === undefined ? [] : [options.publicKey].flat();
    const opened = openHeader(line, given);
    if (!opened.ok) return fail('checkpoint', opened.why);
    checkpoint = opened.checkpoint;
    if (options.checkpoint === undefined) return true;
    const read = readKeptCheckpoint(options.checkpoint, opened.trusted);
    if (!read.ok) return fail('checkpoint', keptWhy[read.why]);
    kept = read.heads ?? [];
    if (read.heads === null) bareRoot = read.checkpoint;
    return true;
  }

  /** Ends the stream that was being read, and looks for kept streams that ought to have come before the next one. */
  function closeStream(next: string | null): boolean {
    const own = kept[nextKept];
    if (own?.stream === stream) {
      if (own.seq > seq) return fail(`${stream} ${seq + 1}`, 'missing');
      nextKept += 1;
    }
    if (seq > 0) tree.add(headLine({ stream, seq, head }));
    const passed = kept[nextKept];
    return passed && (next === null || passed.stream < next) ? fail(`${passed.stream} 1`, 'missing') : true;
  }

  function take(text: string): boolean {
    const row = readEventLine(text);
    if (row === null || hashOfLine(text) !== row.hash) {
      // Which row this was shows best in what follows it.
      suspect = { text, why: row === null ? 'unreadable' : 'hash' };
      return true;
    }
    if (row.stream === stream) {
      if (row.seq > seq + 1) return fail(`${stream} ${seq + 1}`, 'missing');
      if (row.seq <= seq) return fail(`${stream} ${row.seq}`, 'order');
      if (row.prev !== head) return fail(`${stream} ${seq}`, 'rewritten');
    } else {
      if (row.stream < stream) return fail(`${row.stream} ${row.seq}`, 'order');
      if (!closeStream(row.stream)) return false;
      if (row.seq !== 1) return fail(`${row.stream} 1`, 'missing');
      if (row.prev !== genesis(row.stream)) return fail(`${row.stream} 1`, 'genesis');
    }
    ({ stream, seq, hash: head } = row);
    events += 1;
    const own = kept[nextKept];
    return own?.stream === stream && own.seq === seq && own.head !== head ? fail(`${stream} ${seq}`, 'kept') : true;
  }

  function finish(why?: 'lineFeed'): boolean {
    if (fault !== null) return false;
    if (suspect !== null) return settle(null);
    if (checkpoint === null) return fail('checkpoint', 'empty');
    if (why !== undefined) return fail(`line ${lines}`, why);
    if (!closeStream(null)) return false;
    const root = tree.root();
    if (events !== checkpoint.events || tree.size() !== checkpoint.size) return fail('checkpoint', 'counts');
    if (root !== checkpoint.root) return fail('checkpoint', 'root');
    return bareRoot === null || (bareRoot.size === tree.size() && bareRoot.root === root)
      ? true
      : fail('checkpoint', 'keptListMissing');
  }

  return {
    line: (text) => {
      if (fault !== null) return false;
      lines += 1;
      if (lines === 1) return start(text);
      return suspect === null ? take(text) : settle(text);
    },
    end: (why) => {
      finish(why);
      return fault ?? { ok: true, events, streams: tree.size(), root: tree.root() };
    },
  };
}
