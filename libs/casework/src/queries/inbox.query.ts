import { type Instant } from '#calendar';
import { type Query } from '#ledger';
import { Injectable } from '@nestjs/common';

/** One notice of a queue. `kind` is what it is about, `reference` which one; `clock`, `run` and `step` where it warns of a clock. */
export type Notice = {
  readonly id: string;
  readonly reference: string | null;
  readonly kind: string;
  readonly code: string;
  readonly room: string;
  readonly role: string;
  readonly at: Instant;
  readonly clock: string | null;
  readonly run: number | null;
  readonly step: number | null;
  readonly readAt: Instant | null;
  readonly readBy: string | null;
};

type Row = Omit<Notice, 'at' | 'readAt' | 'readBy'> & {
  readonly at: Date;
  readonly read_at: Date | null;
  readonly read_by: string | null;
  readonly total: string;
};
export type InboxQuestion = { readonly onlyUnread: boolean; readonly size: number; readonly offset: number };

/** The queues that somebody covers: every notice to one of their roles in one of their rooms, newest first. */
@Injectable()
export class Inbox {
  async of(
    query: Query,
    { onlyUnread, size, offset }: InboxQuestion,
  ): Promise<{ readonly items: readonly Notice[]; readonly total: number }> {
    const rows = await query<Row>('select * from teg.my_notices($1, $2, $3)', [onlyUnread, size, offset]);
    if (rows.length === 0 && offset > 0)
      return { items: [], total: (await this.of(query, { onlyUnread, size: 1, offset: 0 })).total };
    return { items: rows.map(shown), total: Number(rows[0]?.total ?? 0) };
  }

  /** Takes a notice off the queue, for everybody who covers it; false where it is not theirs. Asked again it stays as it was. */
  async read(query: Query, notice: string, at: Instant): Promise<boolean> {
    const [row] = await query<{ isTheirs: boolean }>('select teg.read_notice($1, $2) as "isTheirs"', [notice, at]);
    return row?.isTheirs === true;
  }
}

const shown = ({ at, read_at, read_by, ...row }: Row): Notice => ({
  id: row.id,
  reference: row.reference,
  kind: row.kind,
  code: row.code,
  room: row.room,
  role: row.role,
  at: at.toISOString(),
  clock: row.clock,
  run: row.run,
  step: row.step,
  readAt: read_at?.toISOString() ?? null,
  readBy: read_by,
});
