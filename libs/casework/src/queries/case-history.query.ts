import { type Instant } from '#calendar';
import { type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { type CasePayload } from '../cases/payload.js';

/** One event as the history shows it. Reasons and words stand in papers; here are codes, days and who. */
export type HistoryEvent = {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: { readonly email: string; readonly organisation: string };
  readonly hash: string;
  readonly state: string | null;
  readonly event: CasePayload['event'];
  readonly clocks: CasePayload['clocks'];
  readonly applied: CasePayload['applied'];
  readonly papers: readonly object[];
};

type Row = Pick<HistoryEvent, 'seq' | 'type' | 'hash'> & {
  readonly at: Date;
  readonly email: string;
  readonly organisation: string;
  readonly body: (Partial<CasePayload> & { readonly papers?: readonly object[]; readonly answer?: unknown }) | null;
};

/**
 * What happened to a case, in order, up to a moment; null where the case is not there (then), or not theirs.
 * What the machine carried over the victim service's wall stands in the name of the officer who did it.
 */
@Injectable()
export class CaseHistory {
  async of(
    query: Query,
    {
      reference,
      at,
      page,
    }: { readonly reference: string; readonly at: Instant; readonly page: { readonly size: number; readonly offset: number } },
  ): Promise<{ readonly items: readonly HistoryEvent[]; readonly total: number } | null> {
    const [row] = await query<{ id: string; total: number }>(
      `select s.id, (select count(*)::int from teg.event e where e.stream = s.id and e.at <= $2) as total from teg.stream s where s.reference = $1 and s.kind = 'case'`,
      [reference, at],
    );
    if (!row || row.total === 0) return null;
    const rows = await query<Row>(
      `select e.seq, e.type, e.at, encode(e.hash, 'hex') as hash, p.email, p.organisation, y.body
         from teg.event e left join teg.payload y on y.stream = e.stream and y.seq = e.seq
         join teg.person p on p.id = coalesce((y.body ->> 'by')::uuid, e.person)
        where e.stream = $1 and e.at <= $2 order by e.seq limit $3 offset $4`,
      [row.id, at, page.size, page.offset],
    );
    return { items: rows.map(shown), total: row.total };
  }
}

function shown({ at, email, organisation, body, ...row }: Row): HistoryEvent {
  const { state = null, event = {}, clocks = { started: [], stopped: [] }, applied = [], papers = [] } = body ?? {};
  return { ...row, at: at.toISOString(), by: { email, organisation }, state, event, clocks, applied, papers };
}
