// The common ground of the documents of a draw (`teg-draw/1`).

/** A service, a case reference, a reason or theme code: 1 to 64 characters of printable ASCII without space. */
export const isDrawCode = (text: string): boolean => /^[!-~]{1,64}$/.test(text);

/**
 * The lead's text in Unicode form NFC, or null where it is refused: 1 to 1,000 code points after NFC, no control character, no white
 * space at either end, nothing that has no UTF-8. Apart from NFC it is never changed.
 */
export function leadText(given: string): string | null {
  const text = given.normalize('NFC');
  const length = [...text].length;
  const isRefused = /\p{Cc}|\p{Surrogate}|^\p{White_Space}|\p{White_Space}$/u.test(text);
  return length >= 1 && length <= 1000 && !isRefused ? text : null;
}

// Code units and bytes order ASCII alike; beyond it they differ, and so would every collation of a language.
const isPlain = (text: string) => /^[\t\n\x20-\x7e]*$/.test(text);
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A document: the header line, then the lines in ascending order of their UTF-8 bytes, each with its line feed. */
export function documentOf(header: string, lines: readonly string[]): string {
  const sorted = isPlain(lines.join('\n')) ? [...lines].sort() : [...lines].sort(byBytes);
  return `${[header, ...sorted].join('\n')}\n`;
}

/**
 * The lines below the header, split at TAB; null unless the text is exactly such a document: NFC, no control character but TAB and line
 * feed, a line feed at the end, sorted, no line twice, no field empty.
 */
export function readDocument(text: string, header: string): string[][] | null {
  const lines = text.split('\n');
  if (lines.shift() !== header || lines.pop() !== '') return null;
  const plain = isPlain(text);
  if (!plain && (/[^\P{Cc}\t\n]|\p{Surrogate}/u.test(text) || text.normalize('NFC') !== text)) return null;
  const isAfter = (line: string, last: string) => (plain ? line > last : byBytes(line, last) > 0);
  if (!lines.every((line, index) => index === 0 || isAfter(line, lines[index - 1] ?? ''))) return null;
  const rows = lines.map((line) => line.split('\t'));
  return rows.every((fields) => fields.every((field) => field !== '')) ? rows : null;
}
