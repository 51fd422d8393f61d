import { Reader } from '#ledger';
import { Injectable } from '@nestjs/common';
import { groupOf } from './group-of.query.js';

/** The other cases of a child: those of every file that somebody has said is about the same child. */
@Injectable()
export class CasesOfChild {
  constructor(private readonly reader: Reader) {}

  /** Ids of the cases beside this one, as far as the asker sees the child's files. */
  async beside(asker: string, reference: string): Promise<readonly string[]> {
    return this.reader.aside(asker, async (query) => {
      const [child] = await query<{ id: string; reference: string }>(
        `with named as materialized (
           select c.id, (c.facts ->> 'child')::uuid as child from teg.stream c where c.reference = $1 and c.kind = 'case')
         select named.id, k.reference from named join teg.stream k on k.id = named.child`,
        [reference],
      );
      if (child === undefined) return [];
      const files = await groupOf(query, child.reference);
      const rows = await query<{ id: string }>(
        `select distinct o.value ->> 'case' as id from teg.stream s, jsonb_array_elements(s.facts -> 'cases') o where s.id = any ($1::uuid[]) order by 1`,
        [files.map(({ id }) => id)],
      );
      return rows.map(({ id }) => id).filter((id) => id !== child.id);
    });
  }
}
