import { bankHolidays, type Instant, londonDay } from '#calendar';
import { Ledger, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { byDueDay, clocksAhead } from '../cases/case-answer.js';
import { caseRecordOf } from '../cases/case-record.js';
import { type CasePayload } from '../cases/payload.js';
import { type KeptEvent, standingAfter } from '../cases/standing-at.js';
import { type ClockStatus, type ExplainedClock, explainedClock } from '../clocks/explained-clock.js';
import { eventsUntil, lawAt } from './case-reading.query.js';

export type ReceivedPart = {
  readonly kind: string;
  readonly document: string;
  readonly version: number;
  readonly hash: string;
  readonly at: Instant;
  readonly event: { readonly seq: number; readonly type: string; readonly hash: string };
};

/** What was received, when, and what is due when and why: for whoever sent it, to keep. */
export type Receipt = {
  readonly reference: string;
  readonly receivedAt: Instant | null;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly area: string;
  readonly isCaretaker: boolean;
  readonly homeAuthority: string | null;
  readonly parts: readonly ReceivedPart[];
  readonly clocks: readonly ExplainedClock[];
};

type Part = Pick<ReceivedPart, 'kind' | 'document' | 'version' | 'hash'>;
const received = ['referralReceived', 'streetNoticeReceived', 'policeFileReceived', 'offencesChanged'];

@Injectable()
export class ReferralReceipt {
  constructor(private readonly ledger: Ledger) {}

  /** The receipt as the record gives it today; null where the referral is not there, or not theirs. */
  async of(query: Query, reference: string, at: Instant): Promise<Receipt | null> {
    const [row] = await query<{ id: string; area: string; facts: { readonly [name: string]: never } }>(
      "select id, home_area as area, facts from teg.stream where reference = $1 and kind = 'case'",
      [reference],
    );
    if (!row) return null;
    const events = await eventsUntil(query, row.id, at);
    const [first] = events;
    const calendar = await this.ledger.calendar(calendarOf(first));
    const begun = first && standingAfter([first], null, calendar);
    if (!first || !begun) return null;
    const [sender] = await query<{ email: string }>('select email from teg.person where id = $1', [first.person]);
    const record = caseRecordOf(row);
    const { standings } = await lawAt(query, this.ledger, at);
    const rows = [
      ...begun.clocks.filter(({ kind }) => kind !== 'eighteenthBirthday'),
      ...clocksAhead(begun.state, begun.known, { calendar }).map((ahead) => ({ ...ahead, calendar: calendar.version })),
    ].sort(byDueDay);
    const clocks = rows.map((clock) =>
      explainedClock(
        { ...clock, status: statusOf(clock.kind, clock.status, events) },
        begun.known.receivedAt,
        calendar,
        londonDay(at),
        standings,
      ),
    );
    return {
      reference,
      receivedAt: begun.known.receivedAt ?? null,
      recordedAt: first.at,
      by: sender?.email ?? '',
      area: row.area,
      isCaretaker: record.home.isCaretaker,
      homeAuthority: record.home.authority,
      parts: events.flatMap(({ seq, type, hash, at: on, body }) => {
        const papers = received.includes(type) ? ((body as { readonly papers?: readonly Part[] } | null)?.papers ?? []) : [];
        return papers.map(({ kind, document, version, hash: ofPaper }) => ({
          kind,
          document,
          version,
          hash: ofPaper,
          at: on,
          event: { seq, type, hash },
        }));
      }),
      clocks,
    };
  }
}

/** The calendar that the receipt's clocks were counted with; a notice without clocks needs none in particular. */
const calendarOf = (first: KeptEvent | undefined): string =>
  (first?.body as CasePayload | null)?.clocks?.started[0]?.calendar ?? bankHolidays.version;

/** What has become of a clock's first run since. */
function statusOf(kind: string, status: ClockStatus, events: readonly KeptEvent[]): ClockStatus {
  for (const { body } of events) {
    const stopped = body?.state === undefined ? undefined : body.clocks.stopped.find((one) => one.kind === kind);
    if (stopped) return stopped.how;
  }
  return status === 'ahead' &&
    events.some(({ body }) => body?.state !== undefined && body.clocks.started.some((one) => one.kind === kind))
    ? 'running'
    : status;
}
