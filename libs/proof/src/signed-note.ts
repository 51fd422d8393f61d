import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';

// The C2SP signed note (c2sp.org/signed-note) with Ed25519 keys.

/** Signs notes under a name. `verifierKey` is what others verify with: `name+8 hex digits+base64`, as Go's note package writes it. */
export type NoteSigner = { readonly name: string; readonly verifierKey: string; readonly sign: (text: string) => string };

export type OpenedNote =
  | { readonly ok: true; readonly text: string; readonly signatures: number }
  | { readonly ok: false; readonly why: 'noteUnreadable' | 'key' | 'signature' };

type VerifierKey = { readonly name: string; readonly id: string; readonly key: ReturnType<typeof createPublicKey> };

const ed25519 = 1;
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const isName = (name: string) => /^[^\s+\p{Cc}]+$/u.test(name);

/** The bytes, or null unless the text is their one base64 form: another form would let a changed character pass. */
function bytesOf(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : null;
}

/** Key id, 8 hex digits: the beginning of SHA-256 over name, line feed, type and public key. */
const keyId = (name: string, typed: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'hex').slice(0, 8);

/** A signer from a name (no white space, no plus; it should equal the origin of what it signs) and 32 secret bytes. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  if (!isName(name) || seed.length !== 32) throw new RangeError('a signer has a name without space or plus, and 32 bytes');
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length);
  const typed = Buffer.concat([Uint8Array.of(ed25519), raw]);
  const id = keyId(name, typed);
  return {
    name,
    verifierKey: `${name}+${id}+${typed.toString('base64')}`,
    sign: (text) => {
      if (!text.endsWith('\n')) throw new RangeError('the text of a note ends with a line feed');
      const signature = Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), key)]);
      return `${text}\n— ${name} ${signature.toString('base64')}\n`;
    },
  };
}

function readVerifierKey(text: string): VerifierKey | null {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const typed = bytesOf(base64);
  if (!isName(name) || typed?.length !== 33 || typed[0] !== ed25519 || keyId(name, typed) !== id) return null;
  return { name, id, key: createPublicKey({ key: Buffer.concat([spki, typed.subarray(1)]), format: 'der', type: 'spki' }) };
}

/** Whether the text is a verifier key whose own check digits fit. */
export const isVerifierKey = (text: string): boolean => readVerifierKey(text) !== null;

/**
 * The text of a note, if a trusted key signed it. Signatures of unknown keys are passed over (another body may have added its own); one
 * that fails under a trusted key refuses the whole note. `signatures` counts all signature lines.
 */
export function openNote(note: string, trusted: readonly string[]): OpenedNote {
  const keys = trusted.map(readVerifierKey);
  const split = note.lastIndexOf('\n\n');
  // Only the line feed may occur of the control characters.
  if (split < 0 || !note.endsWith('\n') || /[^\P{Cc}\n]/u.test(note)) return { ok: false, why: 'noteUnreadable' };
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  let isSigned = false;
  for (const line of lines) {
    const [, name = '', base64 = ''] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = bytesOf(base64);
    if (bytes === null || bytes.length < 5) return { ok: false, why: 'noteUnreadable' };
    const key = keys.find((one) => one?.name === name && one.id === bytes.toString('hex', 0, 4));
    if (!key) continue;
    if (!verify(null, Buffer.from(text), key.key, bytes.subarray(4))) return { ok: false, why: 'signature' };
    isSigned = true;
  }
  return isSigned ? { ok: true, text, signatures: lines.length } : { ok: false, why: 'key' };
}
