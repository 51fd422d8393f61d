import { isDrawCode } from '#proof';

/** A case of a delivered list: it qualifies, or it does not, with the code of the reason. */
export type ListedCase = { readonly reference: string; readonly reason: string | null };

/** `line` is counted from 1; 0 is the file as a whole. */
export type ListFault = { readonly line: number; readonly code: 'listUnreadable' | 'listLine' | 'referenceTwice' };

export type DeliveredList =
  { readonly ok: true; readonly cases: readonly ListedCase[] } | { readonly ok: false; readonly faults: readonly ListFault[] };

const most = 100_000;

/**
 * Reads the list of a service that does not run Teg: UTF-8, a line a case, its reference alone or with the code of the reason why it
 * does not qualify, separated by TAB, comma or semicolon; `in` or `out` may stand before them. Lines may end as Windows ends them, blank
 * ones and the header `teg-list/1` are passed over. Every fault is told at once; nothing is trimmed or re-cased.
 */
export function readDeliveredList(bytes: Uint8Array): DeliveredList {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, faults: [{ line: 0, code: 'listUnreadable' }] };
  }
  const cases: ListedCase[] = [];
  const faults: ListFault[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || (index === 0 && line === 'teg-list/1')) continue;
    const listed = readLine(line.split(/[\t,;]/));
    if (listed === null) faults.push({ line: index + 1, code: 'listLine' });
    else if (seen.has(listed.reference)) faults.push({ line: index + 1, code: 'referenceTwice' });
    else {
      seen.add(listed.reference);
      cases.push(listed);
    }
  }
  if (cases.length > most) faults.push({ line: 0, code: 'listUnreadable' });
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, 100) } : { ok: true, cases };
}

function readLine(fields: readonly string[]): ListedCase | null {
  const [first = '', ...rest] = fields;
  const [reference = '', reason, ...more] = first === 'in' || first === 'out' ? rest : fields;
  if (more.length > 0 || !isDrawCode(reference)) return null;
  if (reason === undefined) return first === 'out' ? null : { reference, reason: null };
  return first === 'in' || !isDrawCode(reason) ? null : { reference, reason };
}
