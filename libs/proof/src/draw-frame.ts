import { isSha256 } from './digest.js';
import { documentOf, isDrawCode, readDocument } from './draw-text.js';

/** The cases of the window: those that qualify, those that do not with the reason, and the hashes of lists delivered as files. */
export type DrawFrame = {
  readonly cases: readonly { readonly service: string; readonly reference: string }[];
  readonly excluded: readonly { readonly service: string; readonly reference: string; readonly reason: string }[];
  readonly lists: readonly { readonly service: string; readonly hash: string }[];
};

const header = 'teg-frame/1';

/** The frame document; a RangeError where the frame is not valid. */
export function frameDocument({ cases, excluded, lists }: DrawFrame): string {
  const text = documentOf(header, [
    ...cases.map(({ service, reference }) => `in\t${service}\t${reference}`),
    ...excluded.map(({ service, reference, reason }) => `out\t${service}\t${reference}\t${reason}`),
    ...lists.map(({ service, hash }) => `list\t${service}\t${hash}`),
  ]);
  if (readFrame(text) === null) throw new RangeError('the frame of a draw has no such form, or a reference occurs twice');
  return text;
}

/** Reads a frame document; null unless it is exact. A reference that occurs twice anywhere makes it invalid, of whichever service. */
export function readFrame(text: string): DrawFrame | null {
  const rows = readDocument(text, header);
  if (rows === null) return null;
  const frame = { cases: [], excluded: [], lists: [] } as { [key in keyof DrawFrame]: DrawFrame[key][number][] };
  for (const [kind, service = '', third = '', ...rest] of rows) {
    const [reason = ''] = rest;
    if (!isDrawCode(service)) return null;
    if (kind === 'in' && rest.length === 0 && isDrawCode(third)) frame.cases.push({ service, reference: third });
    else if (kind === 'out' && rest.length === 1 && isDrawCode(third) && isDrawCode(reason)) {
      frame.excluded.push({ service, reference: third, reason });
    } else if (kind === 'list' && rest.length === 0 && isSha256(third)) frame.lists.push({ service, hash: third });
    else return null;
  }
  const references = new Set([...frame.cases, ...frame.excluded].map((one) => one.reference));
  const listed = new Set(frame.lists.map((one) => one.service));
  return references.size === frame.cases.length + frame.excluded.length && listed.size === frame.lists.length ? frame : null;
}
