import { type CalendarDay, type Instant } from '#calendar';
import { type Query } from '#ledger';
import { type CaseRecord } from '../cases/case-record.js';
import { groupOf } from './group-of.query.js';

/** Who the child of a case is, as the child's own paper has it. `reference` is null for a reader to whom the child's file is closed. */
export type ChildOfCase = {
  readonly reference: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly bornOn: CalendarDay | null;
  readonly identity: { readonly isConfirmed: boolean; readonly by: string | null; readonly on: CalendarDay | null } | null;
  /** Other files that a person has said are about the same child. */
  readonly sameAs: number;
  /** Further files with the same names and birth date of which nobody has said yet that they are about the same child. */
  readonly mayBeSame: number;
};

/**
 * The child as on record at that moment, or now (null). A member of a panel sees the case and not the child's file: the name then is the notice's,
 * which they read anyway.
 */
export async function childOfCase(
  query: Query,
  { id, record }: { readonly id: string; readonly record: CaseRecord },
  at: Instant | null,
): Promise<ChildOfCase | null> {
  type Own = {
    reference: string;
    body: Omit<ChildOfCase, 'reference' | 'sameAs' | 'mayBeSame'>;
    sameAs: number;
    alike: readonly string[];
  };
  const [own] = await query<Own>(
    `select s.reference, d.body, jsonb_array_length(s.facts -> 'sameAs') as "sameAs",
            array(select o.stream from teg.stream_key k join teg.stream_key o on o.key = k.key and o.stream <> k.stream
                    join teg.stream f on f.id = o.stream where k.stream = s.id and k.key like 'child:namesAndBirth:%') as alike
       from teg.stream s join teg.document d on d.stream = s.id and d.kind = 'identity' join teg.event e on e.stream = d.stream and e.seq = d.seq
      where s.id = $1 and ($2::timestamptz is null or e.at <= $2) order by d.version desc limit 1`,
    [record.child, at],
  );
  if (own) {
    const { reference, body, sameAs, alike } = own;
    // Who is one child with whom goes from file to file, so it is asked only where some are joined.
    const joined = sameAs === 0 ? [] : (await groupOf(query, reference)).map((one) => one.id);
    return { reference, ...body, sameAs, mayBeSame: alike.filter((one) => !joined.includes(one)).length };
  }
  const [noted] = await query<{
    child: { given_name: string | null; family_name: string | null; date_of_birth: CalendarDay | null };
  }>("select d.body -> 'child' as child from teg.document d where d.stream = $1 and d.id = $2 and d.version = $3", [
    id,
    record.notice.document,
    record.notice.version,
  ]);
  if (!noted) return null;
  const { given_name: givenName, family_name: familyName, date_of_birth: bornOn } = noted.child;
  return {
    reference: null,
    givenName: givenName ?? null,
    familyName: familyName ?? null,
    bornOn: bornOn ?? null,
    identity: null,
    sameAs: 0,
    mayBeSame: 0,
  };
}
