import { hash } from 'node:crypto';
import { isSha256, sha256hex } from './digest.js';

/** What is hashed of an event. `digest`, `prev`, `requestDigest`: SHA-256 in hex; `at`: an instant; `seq`: 1, 2, ... in its stream. */
export type ChainEvent = {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly person: string;
  readonly commandKey?: string | null;
  readonly requestDigest?: string | null;
  readonly digest: string;
  readonly prev: string;
};

/** An event with its own hash, as a line of an export holds it. */
export type ChainedEvent = ChainEvent & { readonly hash: string };

/** One line of an export: the row's text up to its hash, and what the chain is checked with. */
export type EventLine = { readonly stream: string; readonly seq: number; readonly prev: string; readonly hash: string };

export type ChainResult =
  | { readonly ok: true; readonly seq: number; readonly head: string }
  | { readonly ok: false; readonly at: string; readonly why: 'hash' | 'prev' | 'order' };

// Printable ASCII without space, quotation mark and backslash, so that only a command key ever needs a JSON escape.
const word = String.raw`[!#-\[\]-~]+`;
// Up to the value of `prev`; what follows has a fixed length, and no pattern reads it because it is compared as a whole.
const beginning = new RegExp(
  String.raw`^\{"stream":"(${word})","seq":([1-9]\d{0,14}),"type":"${word}","at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","person":"${word}",` +
    String.raw`"commandKey":(?:null|"(?:[!#-\[\]-~]|\\["\\])+"),"requestDigest":(?:null|"[0-9a-f]{64}"),"digest":"[0-9a-f]{64}","prev":"`,
);
const endOfPrev = '","hash":"';
// `,"hash":"` and 64 digits and `"}`; 64 digits and a quotation mark before that.
const [hashTail, prevTail] = [75, 140];

function unhashed(event: ChainEvent): string {
  const { stream, seq, type, at, person, commandKey = null, requestDigest = null, digest, prev } = event;
  return (
    `{"stream":"${stream}","seq":${seq},"type":"${type}","at":"${at}","person":"${person}",` +
    `"commandKey":${JSON.stringify(commandKey)},"requestDigest":${JSON.stringify(requestDigest)},"digest":"${digest}","prev":"${prev}"`
  );
}

/**
 * The hash of an event: SHA-256 of its export line without the member `hash`, so that `sed` and `sha256sum` can check it. A RangeError
 * where a field has no canonical form (an export that cannot be verified must not come to be).
 */
export function eventHash(event: ChainEvent): string {
  const text = unhashed(event);
  if (!beginning.test(text) || !isSha256(event.prev)) throw new RangeError('a field of the event has no canonical form');
  return sha256hex(`${text}}`);
}

/** The canonical line of an event in an export: members in this one order, no white space, without line feed. */
export const eventLine = (event: ChainedEvent): string => `${unhashed(event)},"hash":"${event.hash}"}`;

/**
 * Reads a line that is canonical up to the values of `prev` and `hash`, which the caller compares with those they ought to be; null for
 * anything else (another order, an unknown member, white space, another escape).
 */
export function readEventLine(line: string): EventLine | null {
  const found = beginning.exec(line);
  const end = line.length;
  if (found?.[0].length !== end - prevTail || !line.startsWith(endOfPrev, end - hashTail - 1) || !line.endsWith('"}'))
    return null;
  const hash = line.slice(end - hashTail + 9, end - 2);
  return { stream: found[1] ?? '', seq: Number(found[2]), prev: line.slice(end - prevTail, end - hashTail - 1), hash };
}

/** The hash that a canonical line ought to carry. */
export const hashOfLine = (line: string): string => hash('sha256', `${line.slice(0, -hashTail)}}`, 'hex');

/** What the first event of a stream names as its predecessor. */
export const genesis = (stream: string): string => sha256hex(`teg-genesis/1\n${stream}`);

/**
 * Checks one stream's events from its first, in order. `at` names the first row that does not fit as `stream seq`. An empty stream is
 * whole, with its genesis as head. A tail that was cut off, and a stream wholly recomputed, only a kept checkpoint shows.
 */
export function verifyChain(stream: string, events: Iterable<ChainedEvent>): ChainResult {
  let [seq, head] = [0, genesis(stream)];
  for (const event of events) {
    const at = `${stream} ${seq + 1}`;
    if (event.stream !== stream || event.seq !== seq + 1) return { ok: false, at, why: 'order' };
    const line = eventLine(event);
    if (readEventLine(line) === null || hashOfLine(line) !== event.hash) return { ok: false, at, why: 'hash' };
    if (event.prev !== head) return { ok: false, at, why: 'prev' };
    [seq, head] = [event.seq, event.hash];
  }
  return { ok: true, seq, head };
}
