import { type Fault } from '#ledger';
import { type FileScanner } from '../../dossier/file-scanner.js';
import { type MediaType, mediaTypeOf, mediaTypes } from '../../dossier/media-type.js';

/** Largest file, in bytes: what fits into the largest body as base64, with room for the rest. */
export const largestFile = 5 * 1024 * 1024;

export type ReadFile = {
  readonly faults: readonly Fault[];
  readonly content: { readonly file: string; readonly mediaType: MediaType } | null;
};

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;
const fault = (code: string, values?: Fault['values'], pointer = '/file'): ReadFile => ({
  faults: [{ pointer, code, ...(values && { values }) }],
  content: null,
});

/** Looks at a file before anything is decided: what its bytes are, that they are what the sender says, and what the scanner finds. */
export async function readFile(
  sent: { readonly file?: string | undefined; readonly mediaType?: string | undefined },
  scanner: FileScanner,
): Promise<ReadFile> {
  if (sent.file === undefined) return { faults: [], content: null };
  if (!base64.test(sent.file) || sent.file.length % 4 !== 0) return fault('base64');
  const bytes = Buffer.from(sent.file, 'base64');
  if (bytes.length > largestFile) return fault('fileTooLarge', { max: largestFile });
  if (bytes.length === 0) return fault('missing');
  const finding = await scanner.findingIn(bytes);
  if (finding !== null) return fault(finding);
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return fault('fileTypeNotTaken', { types: mediaTypes });
  if (sent.mediaType !== undefined && sent.mediaType !== mediaType)
    return fault('fileIsNotWhatItSays', { found: mediaType }, '/mediaType');
  return { faults: [], content: { file: bytes.toString('base64'), mediaType } };
}
