import { bankHolidays, type Calendar, type CalendarDay, type Instant, londonDay } from '#calendar';
import { type LawSaid, type Ledger, type Query } from '#ledger';
import { type CaseFacts } from '#pathway';
import { caseRecordOf, type CaseRecord } from '../cases/case-record.js';
import { type KeptEvent, standingAfter } from '../cases/standing-at.js';
import { type ClockRow } from '../clocks/explained-clock.js';

/** A case as it stands, or as it stood. `calendar` and `law` are the bank holidays and what was said of the law as in force at that moment. */
export type CaseReading = {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly area: string;
  readonly team: string | null;
  readonly force: string | null;
  readonly pathway: string | null;
  readonly pathwayVersion: number | null;
  readonly record: CaseRecord;
  readonly known: CaseFacts;
  readonly clocks: readonly (ClockRow & { readonly calendar: string })[];
  readonly at: Instant;
  readonly today: CalendarDay;
  readonly calendar: Calendar;
  readonly law: LawSaid;
};

type Row = Omit<CaseReading, 'record' | 'known' | 'clocks' | 'at' | 'today' | 'calendar' | 'law'> & {
  readonly facts: { readonly [name: string]: never };
};

/** The case by its reference, as the asker of the query may see it; at a past moment, what was on record then. Null: not there, or not theirs. */
export async function readCase(
  query: Query,
  ledger: Ledger,
  reference: string,
  at: Instant,
  isPast: boolean,
): Promise<CaseReading | null> {
  const [row] = await query<Row>(
    `select id, reference, state, version, home_area as area, team, force, pathway, pathway_version as "pathwayVersion", facts
       from teg.stream where reference = $1 and kind = 'case'`,
    [reference],
  );
  if (!row) return null;
  const { facts, ...columns } = row;
  const record = caseRecordOf({ facts });
  const calendar = await calendarAt(query, ledger, at);
  const common = { ...columns, record, at, today: londonDay(at), calendar, law: await lawAt(query, ledger, at) };
  if (!isPast) return { ...common, known: record.known, clocks: await openClocks(query, row.id) };
  const events = await eventsUntil(query, row.id, at);
  const past = events.length === 0 ? null : standingAfter(events, await bornOnAt(query, common, at), calendar);
  return past && { ...common, ...past };
}

/** The bank holidays in force at a moment. */
export async function calendarAt(query: Query, ledger: Ledger, at: Instant): Promise<Calendar> {
  const [row] = await query<{ version: string }>(
    'select version from teg.calendar_version where known_from <= $1 order by known_from desc, version desc limit 1',
    [at],
  );
  return row ? ledger.calendar(row.version) : bankHolidays;
}

/** What had been said of the law by a moment. */
export async function lawAt(query: Query, ledger: Ledger, at: Instant): Promise<LawSaid> {
  const [row] = await query<{ version: number }>('select teg.law_version($1) as version', [at]);
  return ledger.law(row?.version ?? 0);
}

async function openClocks(query: Query, id: string): Promise<CaseReading['clocks']> {
  return query<ClockRow & { readonly calendar: string }>(
    `select kind, anchor_on::text as "anchorOn", due_on::text as "dueOn", policy, calendar, 'running' as status
       from teg.clock where stream = $1 and stopped_at is null order by due_on, kind`,
    [id],
  );
}

/** Events with their payloads, from the first; times in their one spelling. */
export async function eventsUntil(
  query: Query,
  id: string,
  at: Instant,
): Promise<readonly (KeptEvent & { readonly person: string; readonly hash: string })[]> {
  const rows = await query<{ seq: number; type: string; at: Date; person: string; hash: string; body: KeptEvent['body'] }>(
    `select e.seq, e.type, e.at, e.person, encode(e.hash, 'hex') as hash, y.body
       from teg.event e left join teg.payload y on y.stream = e.stream and y.seq = e.seq
      where e.stream = $1 and e.at <= $2 order by e.seq`,
    [id, at],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/**
 * The birth date as on record then: a correction of the case's fact, else the child's own paper; for a reader to whom the child's file
 * is closed, as the case has it now.
 */
async function bornOnAt(
  query: Query,
  { id, record }: Pick<CaseReading, 'id' | 'record'>,
  at: Instant,
): Promise<CalendarDay | null> {
  const [row] = await query<{ bornOn: CalendarDay | null }>(
    `select f.value #>> '{}' as "bornOn", 1 as rank, f.seq from teg.fact f join teg.event e on e.stream = f.stream and e.seq = f.seq
      where f.stream = $1 and f.name = 'bornOn' and e.at <= $3
     union all
     select d.body ->> 'bornOn', 2, d.version from teg.document d join teg.event e on e.stream = d.stream and e.seq = d.seq
      where d.stream = $2 and d.kind = 'identity' and e.at <= $3
     order by rank, seq desc limit 1`,
    [id, record.child, at],
  );
  return row ? row.bornOn : (record.known.bornOn ?? null);
}
