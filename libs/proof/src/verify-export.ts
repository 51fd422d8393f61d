import { type ExportOptions, type ExportResult, type ExportVerifier, exportVerifier } from './export-verifier.js';

const lineFeed = 10;
/** No line is longer than this many bytes; the first, with its checkpoint, has a few hundred. */
const longest = 1 << 20;

/**
 * Verifies an exported ledger (`teg-ledger/1`) given line by line, without line feeds. Whether the file's last line feed is there, only
 * `verifyExportBytes` can see.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  options: ExportOptions = {},
): Promise<ExportResult> {
  const verifier = exportVerifier(options);
  if (Symbol.iterator in lines) for (const line of lines) if (!verifier.line(line)) break;
  if (Symbol.asyncIterator in lines) for await (const line of lines) if (!verifier.line(line)) break;
  return verifier.end();
}

/** Verifies an exported ledger given as the file's bytes in pieces of any size; every byte counts, line feeds as well. */
export async function verifyExportBytes(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ExportOptions = {},
): Promise<ExportResult> {
  const verifier = exportVerifier(options);
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const whole = bytes.lastIndexOf(lineFeed) + 1;
    if (whole > 0) {
      const block = carried.length === 0 ? bytes.subarray(0, whole) : Buffer.concat([carried, bytes.subarray(0, whole)]);
      if (!giveLines(verifier, block.toString('utf8'))) return verifier.end();
      carried = Buffer.from(bytes.subarray(whole));
    } else {
      carried = Buffer.concat([carried, bytes]);
      if (carried.length > longest) break;
    }
  }
  if (carried.length === 0) return verifier.end();
  verifier.line(carried.toString('utf8'));
  return verifier.end('lineFeed');
}

/** Gives the lines of a text that ends with a line feed; false as soon as one was refused. */
function giveLines(verifier: ExportVerifier, text: string): boolean {
  for (let from = 0; from < text.length;) {
    const to = text.indexOf('\n', from);
    if (!verifier.line(text.slice(from, to))) return false;
    from = to + 1;
  }
  return true;
}
