import { type Json, type JsonObject, Reader } from '#ledger';
import { Injectable } from '@nestjs/common';

/** What a command must have read before it decides: papers are never altered, so what they said when read they still say. */
export type ReferralPapers = { readonly notice: Json; readonly policeFile: JsonObject | null; readonly victims: readonly string[] };

/** Reads for commands: nothing is shown to anybody, so nothing is noted as a consultation; the policies hold all the same. */
@Injectable()
export class PapersOfReferral {
  constructor(private readonly reader: Reader) {}

  /** The papers as they stand now; null where there is no such case for this person. */
  of(person: string, reference: string): Promise<ReferralPapers | null> {
    return this.reader.aside(person, async (query) => {
      const rows = await query<{ kind: string; body: Json; victims: { [number: string]: string } }>(
        `select d.kind, d.body, s.facts -> 'victims' as victims
           from teg.stream s join teg.document d on d.stream = s.id
          where s.reference = $1 and s.kind = 'case' and d.kind in ('notice', 'policeFile')
          order by d.version`,
        [reference],
      );
      const last = (kind: string) => rows.findLast((row) => row.kind === kind)?.body ?? null;
      const [first] = rows;
      if (!first) return null;
      return { notice: last('notice'), policeFile: last('policeFile') as JsonObject | null, victims: Object.keys(first.victims) };
    });
  }
}
