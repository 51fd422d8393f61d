import { type Checkpoint, readCheckpoint } from './checkpoint.js';
import { isVerifierKey, openNote } from './signed-note.js';

/** The first line of an export. `checkpoint`: the signed note over its heads; `publicKey`: a verifier key; then what must follow. */
export type ExportHeader = {
  readonly checkpoint: string;
  readonly publicKey: string;
  readonly events: number;
  readonly streams: number;
};

export type OpenedHeader =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly trusted: readonly string[] }
  | { readonly ok: false; readonly why: 'unreadable' | 'noteUnreadable' | 'key' | 'signature' | 'counts' };

/** The header as its one canonical line: members in this order, no white space, without line feed. */
export const headerLine = ({ checkpoint, publicKey, events, streams }: ExportHeader): string =>
  `{"format":"teg-ledger/1","checkpoint":${JSON.stringify(checkpoint)},"publicKey":${JSON.stringify(publicKey)},"events":${events},"streams":${streams}}`;

function readHeader(line: string): ExportHeader | null {
  const text = String.raw`"(?:[^"\\]|\\.)*"`;
  const shape = new RegExp(
    String.raw`^\{"format":"teg-ledger/1","checkpoint":(${text}),"publicKey":(${text}),"events":(\d{1,15}),"streams":(\d{1,15})\}$`,
    'u',
  );
  const [, checkpoint, publicKey, events, streams] = shape.exec(line) ?? [];
  if (checkpoint === undefined || publicKey === undefined) return null;
  try {
    const header = {
      checkpoint: String(JSON.parse(checkpoint)),
      publicKey: String(JSON.parse(publicKey)),
      events: Number(events),
      streams: Number(streams),
    };
    return headerLine(header) === line ? header : null;
  } catch {
    return null;
  }
}

/**
 * Reads the first line strictly and checks the note's signature: by the trusted keys if there are any, which the header's own key must
 * then be one of; otherwise by the header's own key, which shows that the file is in itself whole, not who made it.
 */
export function openHeader(line: string, given: readonly string[]): OpenedHeader {
  const header = readHeader(line);
  if (header === null || !isVerifierKey(header.publicKey)) return { ok: false, why: 'unreadable' };
  if (given.length > 0 && !given.includes(header.publicKey)) return { ok: false, why: 'key' };
  const opened = openNote(header.checkpoint, [header.publicKey]);
  if (!opened.ok) return opened;
  const checkpoint = readCheckpoint(opened.text);
  // A second signature would be a place where a changed character is not seen.
  if (checkpoint === null || opened.signatures !== 1) return { ok: false, why: 'noteUnreadable' };
  if (checkpoint.events !== header.events || checkpoint.size !== header.streams) return { ok: false, why: 'counts' };
  return { ok: true, checkpoint, trusted: given.length > 0 ? given : [header.publicKey] };
}
