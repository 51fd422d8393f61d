import { type Instant } from '#calendar';
import { type Json, type JsonObject, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { joinedPoliceFile } from '../referral/split-police-file.js';

/** A version of a document without its content. */
export type PaperEntry = {
  readonly document: string;
  readonly version: number;
  readonly kind: string;
  readonly view: string;
  readonly hash: string;
  readonly mediaType: string | null;
  readonly at: Instant;
  readonly by: string;
};
/** A version with what stands in it: a body, or the bytes of a file as base64. */
export type Paper = PaperEntry & { readonly body: Json; readonly file: string | null };

type Row = Omit<PaperEntry, 'at'> & { readonly at: Date };

const columns = `d.id as document, d.version, d.kind, d.view, encode(d.hash, 'hex') as hash, d.media_type as "mediaType", e.at, p.email as by`;
const from = `teg.stream s join teg.document d on d.stream = s.id join teg.event e on e.stream = d.stream and e.seq = d.seq join teg.person p on p.id = e.person`;

/** The dossier of a case: versions as they were on record at a moment. Which of them a reader sees at all the policies decide. */
@Injectable()
export class CasePapers {
  /** Every version, oldest first; null where the case is not there (then), or not theirs. */
  async list(query: Query, reference: string, at: Instant): Promise<readonly PaperEntry[] | null> {
    const [found] = await query(
      "select from teg.stream s join teg.event e on e.stream = s.id and e.seq = 1 where s.reference = $1 and s.kind = 'case' and e.at <= $2",
      [reference, at],
    );
    if (!found) return null;
    const rows = await query<Row>(
      `select ${columns} from ${from} where s.reference = $1 and s.kind = 'case' and e.at <= $2 order by e.seq, d.kind, d.version`,
      [reference, at],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** One document: the version asked for, or the last one of that moment. A police file has its victims' parts back for whoever may see them. */
  async one(
    query: Query,
    of: { readonly reference: string; readonly document: string; readonly version: number | null; readonly at: Instant },
  ): Promise<Paper | null> {
    const [row] = await query<Row & { readonly body: Json; readonly file: string | null }>(
      `select ${columns}, d.body, encode(d.file, 'base64') as file from ${from}
        where s.reference = $1 and s.kind = 'case' and d.id = $2 and e.at <= $3 and ($4::integer is null or d.version = $4) order by d.version desc limit 1`,
      [of.reference, of.document, of.at, of.version],
    );
    if (!row) return null;
    const paper = { ...row, at: row.at.toISOString(), file: row.file?.replaceAll('\n', '') ?? null };
    if (paper.kind !== 'policeFile') return paper;
    const parts = await partsOf(query, of.reference, paper.version);
    return { ...paper, body: joinedPoliceFile(paper.body as JsonObject, parts) };
  }
}

/** The victims' parts of one version of a police file, as far as the reader stands in the victim service's room. */
async function partsOf(query: Query, reference: string, version: number): Promise<ReadonlyMap<string, JsonObject>> {
  // The ids are taken out of the facts first: a cast in the join itself may not be tried before the policies of the other tables are (it
  // is not leakproof), and would have every key of the record read.
  const rows = await query<{ body: JsonObject }>(
    `with named as materialized (
       select v.value::uuid as id from teg.stream c, jsonb_each_text(c.facts -> 'victims') v where c.reference = $1 and c.kind = 'case')
     select d.body from named
       join teg.stream_key k on k.stream = named.id
       join teg.stream_key o on o.key = k.key
       join teg.document d on d.stream = o.stream and d.kind = 'policePart' and d.version = $2`,
    [reference, version],
  );
  return new Map(rows.map(({ body }) => [String(body['ref']), body]));
}
