import { type CalendarDay, type Instant, londonDay } from '#calendar';
import { type Fault, Ledger, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { caseRecordOf } from '../cases/case-record.js';
import { type ClockRow } from '../clocks/explained-clock.js';
import { calendarAt } from '../queries/case-reading.query.js';
import { countedUpTo } from '../queries/caseload.query.js';
import { type Changes, faultsOfChanges } from './changed-calendar.js';
import { standingOf } from './standing-of.js';
import { whatIf, type WhatIf, type WhatIfLine } from './what-if.js';

/** A line for each open case, those due first at the top; of its clocks those that would move. */
export type WhatIfOfAreaView = {
  readonly calendar: string;
  readonly items: readonly WhatIfLine[];
  readonly total: number;
  readonly isTotalCapped: boolean;
};
export type AreaQuestion = {
  readonly area: string;
  readonly at: Instant;
  readonly changes: Changes;
  readonly size: number;
  readonly offset: number;
};

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly facts: { readonly [name: string]: never };
};
type Clock = ClockRow & { readonly calendar: string; readonly stream: string };

/** Every open case of a service, had something been otherwise. Reads only. */
@Injectable()
export class WhatIfOfArea {
  constructor(private readonly ledger: Ledger) {}

  async page(query: Query, question: AreaQuestion): Promise<WhatIfOfAreaView | { readonly faults: readonly Fault[] }> {
    const { area, at, changes, size, offset } = question;
    const calendar = await calendarAt(query, this.ledger, at);
    const faults = faultsOfChanges(changes, calendar);
    if (faults.length > 0) return { faults };
    const where = "s.kind = 'case' and not s.is_ending and s.home_area = $1";
    const rows = await query<Row>(
      `select s.id, s.reference, s.state, s.facts from teg.stream s where ${where} order by s.next_due_on, s.reference limit $2 offset $3`,
      [area, size, offset],
    );
    const clocks = await clocksOf(
      query,
      rows.map(({ id }) => id),
    );
    const [counted] = await query<{ total: number }>(
      `select count(*)::int as total from (select from teg.stream s where ${where} limit ${countedUpTo + 1}) counted`,
      [area],
    );
    const today = londonDay(at);
    const items = await Promise.all(
      rows.map(async ({ id, reference, state, facts }) => {
        const { known } = caseRecordOf({ facts });
        const own = clocks.filter(({ stream }) => stream === id);
        const standing = await standingOf({ state, known, clocks: own, calendar, today }, (version) =>
          this.ledger.calendar(version),
        );
        return { reference, state, ...movedOnly(whatIf(standing, changes)) };
      }),
    );
    const total = counted?.total ?? 0;
    return { calendar: calendar.version, items, total: Math.min(total, countedUpTo), isTotalCapped: total > countedUpTo };
  }
}

/** A list names the days; why each is that day is told of one case. */
const movedOnly = (answer: WhatIf): WhatIf => ({
  ...answer,
  clocks: answer.clocks.flatMap((clock) =>
    clock.movesBy === 0 ? [] : [{ ...clock, wouldBe: { ...clock.wouldBe, explanation: [] } }],
  ),
});

async function clocksOf(query: Query, streams: readonly string[]): Promise<readonly Clock[]> {
  return query<Clock & { readonly dueOn: CalendarDay }>(
    `select stream, kind, anchor_on::text as "anchorOn", due_on::text as "dueOn", policy, calendar, 'running' as status
       from teg.clock where stream = any ($1) and stopped_at is null order by due_on, kind`,
    [streams],
  );
}
