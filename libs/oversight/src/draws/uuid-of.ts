import { sha256hex } from '#proof';

/** An id that follows from what it is about, so that deciding again gives the same: a UUID of version 8 (RFC 9562). */
export function uuidOf(about: string): string {
  const hex = sha256hex(about);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
