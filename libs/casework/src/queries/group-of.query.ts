import { type Query } from '#ledger';

/** The files that persons have said are about one child, this one among them, as far as the reader sees them. */
export async function groupOf(
  query: Query,
  reference: string,
): Promise<readonly { readonly id: string; readonly reference: string }[]> {
  return query<{ id: string; reference: string }>(
    `with recursive same(id) as (
       select s.id from teg.stream s where s.reference = $1 and s.kind = 'child'
       union
       select o.value::uuid from same join teg.stream s on s.id = same.id, jsonb_array_elements_text(s.facts -> 'sameAs') o
     )
     select s.id, s.reference from same join teg.stream s on s.id = same.id order by s.id`,
    [reference],
  );
}
