import { type CalendarDay } from '#calendar';
import { type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { possibleSteps } from '../draws/draw-move.js';
import { type DrawRecord } from '../draws/draw-record.js';
import { type DrawEventType, type DrawState } from '../draws/draw-states.js';

/** What the body that draws sees beside the public side of a draw. */
export type DrawDetail = {
  readonly version: number;
  readonly lists: DrawRecord['lists'];
  readonly taken: DrawRecord['taken'];
  readonly clocks: readonly { readonly kind: string; readonly anchorOn: CalendarDay; readonly dueOn: CalendarDay }[];
  /** The steps that the reader may take next. */
  readonly next: readonly DrawEventType[];
};

/** A draw as its own body sees it; null for everybody else. */
@Injectable()
export class DrawOverview {
  async of(query: Query, reference: string, asker: { readonly roles: readonly string[] }): Promise<DrawDetail | null> {
    const [draw] = await query<{ id: string; version: number; state: DrawState; facts: DrawRecord }>(
      "select id, version, state, facts from teg.stream where kind = 'draw' and reference = $1",
      [reference],
    );
    if (!draw) return null;
    const clocks = await query<DrawDetail['clocks'][number]>(
      'select kind, anchor_on::text as "anchorOn", due_on::text as "dueOn" from teg.clock where stream = $1 and stopped_at is null order by due_on',
      [draw.id],
    );
    const { lists, taken } = draw.facts;
    return { version: draw.version, lists, taken, clocks, next: possibleSteps(draw.state, asker) };
  }
}
