import { open } from 'node:fs/promises';

type Row = { readonly stream?: unknown; readonly seq?: unknown; readonly hash?: unknown };
type Loose = {
  readonly format?: unknown;
  readonly checkpoint?: unknown;
  readonly kept?: unknown;
  readonly note?: unknown;
  readonly heads?: unknown;
};

/**
 * The kept checkpoint that a file holds, as the verifier wants it: its own text; the JSON in which the service hands it out
 * (`kept`, or `note` and `heads`); or a whole older export, whose rows give the list of heads. Null for anything else.
 */
export function keptCheckpointIn(text: string): string | null {
  if (!text.startsWith('{')) return text.includes('\n\n') ? text : null;
  const end = text.indexOf('\n');
  const first = parsed(text.trimEnd().includes('\n') && end > 0 ? text.slice(0, end) : text) ?? parsed(text);
  if (first === null) return null;
  if (typeof first.kept === 'string') return first.kept;
  if (typeof first.note === 'string')
    return typeof first.heads === 'string' ? `${first.note}\n${ended(first.heads)}` : first.note;
  if (typeof first.checkpoint !== 'string') return null;
  const rows = text
    .split('\n')
    .slice(1, -1)
    .map((line) => parsed(line) as Row | null);
  return rows.length === 0 ? first.checkpoint : `${first.checkpoint}\n${headsOf(rows)}`;
}

/** One line a stream: what its last row says of itself. Whether that is true, the signed root of the checkpoint shows. */
function headsOf(rows: readonly (Row | null)[]): string {
  const last = new Map<string, string>();
  for (const row of rows) last.set(String(row?.stream), `${String(row?.stream)}\t${String(row?.seq)}\t${String(row?.hash)}\n`);
  return [...last.values()].join('');
}

const ended = (list: string) => (list === '' || list.endsWith('\n') ? list : `${list}\n`);

function parsed(text: string): Loose | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Whether the file looks like an export whose first line alone is damaged: its second line is a row. */
export async function isExport(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
    return buffer.subarray(0, bytesRead).toString('utf8').split('\n')[1]?.startsWith('{"stream":"') ?? false;
  } finally {
    await handle.close();
  }
}
