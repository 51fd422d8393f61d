import { hash } from 'node:crypto';
import { canonical, type Json } from './canonical.js';

/** SHA-256 as lower-case hex; a text is hashed as its UTF-8. */
export const sha256hex = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** Whether the text is a SHA-256 in lower-case hex. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/**
 * The digest that an event keeps of its payload: SHA-256 of `teg-payload/1 LF salt LF canonical JSON`. The salt (hex, at least 16 bytes
 * from the operating system's generator) is stored and erased with the payload; without it a payload of few possible values could be
 * guessed from the digest that stays.
 */
export function payloadDigest(salt: string, body: Json): string {
  if (!/^(?:[0-9a-f]{2}){16,64}$/.test(salt)) throw new RangeError('a salt is 16 to 64 bytes in lower-case hex');
  return sha256hex(`teg-payload/1\n${salt}\n${canonical(body)}`);
}
