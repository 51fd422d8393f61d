import { Reader } from '#ledger';
import { Injectable } from '@nestjs/common';
import { type DrawRecord } from '../draws/draw-record.js';
import { type DrawState } from '../draws/draw-states.js';

/** The public side of a draw: nothing of it helps anybody to steer. */
export type DrawNotice = {
  readonly reference: string;
  readonly state: DrawState;
  readonly version: number;
  /** The plan as the exact document, once it is fixed. */
  readonly plan: string | null;
  readonly dueOn: string | null;
} & Pick<
  DrawRecord,
  'oversight' | 'window' | 'theme' | 'attempt' | 'services' | 'planHash' | 'commitment' | 'frame' | 'at' | 'redraws'
>;

type Row = {
  readonly reference: string;
  readonly state: DrawState;
  readonly version: number;
  readonly dueOn: string | null;
  readonly facts: Omit<DrawNotice, 'reference' | 'state' | 'version' | 'dueOn'>;
};
const columns = `reference, state, version, next_due_on::text as "dueOn", facts`;
const noticeOf = ({ facts, ...row }: Row): DrawNotice => ({ ...row, ...facts });

/** What anybody may see of draws, signed in or not: plan and commitment before, the hash of the frame, and how far each has come. */
@Injectable()
export class DrawNotices {
  constructor(private readonly reader: Reader) {}

  async one(reference: string): Promise<DrawNotice | null> {
    const [row] = await this.reader.outside<Row>(`select ${columns} from teg.draw_notices($1)`, [reference]);
    return row ? noticeOf(row) : null;
  }

  /** Those under way first, the oldest due before the others, then what is over, the newest first. */
  async page(size: number, offset: number): Promise<{ readonly items: readonly DrawNotice[]; readonly total: number }> {
    const rows = await this.reader.outside<Row>(
      `select ${columns} from teg.draw_notices(null) order by next_due_on nulls last, facts #>> '{window,last}' desc, reference limit $1 offset $2`,
      [size, offset],
    );
    const counted = await this.reader.outside<{ total: number }>('select count(*)::int as total from teg.draw_notices(null)');
    return { items: rows.map(noticeOf), total: counted[0]?.total ?? 0 };
  }

  /** Every draw that is not over, for the jobs. */
  async underWay(): Promise<readonly DrawNotice[]> {
    const rows = await this.reader.outside<Row>(
      `select ${columns} from teg.draw_notices(null) where state not in ('published', 'lapsed') order by reference`,
    );
    return rows.map(noticeOf);
  }

  /** Every draw of a body that has a plan, of whatever state. */
  async plannedBy(oversight: string): Promise<readonly DrawNotice[]> {
    const rows = await this.reader.outside<Row>(
      `select ${columns} from teg.draw_notices(null) where oversight = $1 and state not in ('prepared', 'lapsed')`,
      [oversight],
    );
    return rows.map(noticeOf);
  }

  /** The published file as the exact bytes: the newest, or that of one attempt; null where none is published. */
  async file(reference: string, attempt?: number): Promise<string | null> {
    const [row] = await this.reader.outside<{ file: Buffer }>('select file from teg.published_draw($1, $2)', [
      reference,
      attempt ?? null,
    ]);
    return row?.file.toString('utf8') ?? null;
  }
}
