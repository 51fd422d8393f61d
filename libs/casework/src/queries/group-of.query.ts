import { type Query } from '#ledger';

type ChildFile = { readonly id: string; readonly reference: string };
type Row = ChildFile & { readonly sameAs: readonly string[] };

const columns = `id, reference, facts -> 'sameAs' as "sameAs"`;

/**
 * The files that persons have said are about one child, this one among them, as far as the reader sees them. Asked file by file of the
 * few there are: one recursive query would have every file of the record read, for nobody knows beforehand how few it finds.
 */
export async function groupOf(query: Query, reference: string): Promise<readonly ChildFile[]> {
  const found = new Map<string, Row>();
  let next = await query<Row>(`select ${columns} from teg.stream where reference = $1 and kind = 'child'`, [reference]);
  while (next.length > 0) {
    for (const row of next) found.set(row.id, row);
    const named = new Set(next.flatMap(({ sameAs }) => sameAs).filter((id) => !found.has(id)));
    next =
      named.size === 0 ? [] : await query<Row>(`select ${columns} from teg.stream where id = any ($1::uuid[])`, [[...named]]);
  }
  return [...found.values()].map(({ id, reference: own }) => ({ id, reference: own })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
