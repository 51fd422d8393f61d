/** Kinds of file that are taken in. What a file is follows from its first bytes, never from its name or what the sender says. */
export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
] as const;
export type MediaType = (typeof mediaTypes)[number];

const [pdf, png, jpeg, plain, word, writer] = mediaTypes;
const beginsWith = (bytes: Buffer, signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
const zip = [0x50, 0x4b, 0x03, 0x04];

/** What the bytes are, or null for what is not taken in. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  if (beginsWith(bytes, [...Buffer.from('%PDF-')])) return pdf;
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png;
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return jpeg;
  if (beginsWith(bytes, zip)) return officeType(bytes);
  return isPlainText(bytes) ? plain : null;
}

/** Names in a zip are stored uncompressed, so which office file it is can be read without unpacking anything. */
function officeType(bytes: Buffer): MediaType | null {
  if (bytes.includes(`mimetype${writer}`)) return writer;
  return bytes.includes('[Content_Types].xml') && bytes.includes('word/document.xml') ? word : null;
}

function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  // Tab, line feed, carriage return; no other control character is text.
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || bytes.includes(0x7f)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
