import { bankHolidays, type Calendar, type CalendarDay, type Instant, londonDay } from '#calendar';
import { canonical, sha256hex } from '#proof';
import { type Pool } from 'pg';
import { seal } from './seal.js';
import { type EventReceipt, type Outcome, type Refused, refused, type Written } from './outcome.js';
import { type Asker, type Context, type Json, type LawSaid, type StreamFile, type StreamRef } from './stream-file.js';

/** What is asked of the ledger: under which idempotency key, about which files, and which version of the first the caller saw. */
export type Order = {
  readonly key?: string | undefined;
  /** The body as it came in; only its digest is kept, to tell a repeat from a reuse of the key. */
  readonly request?: Json | undefined;
  readonly of: readonly StreamRef[];
  readonly expect?: number | undefined;
};

type Opened = {
  asker: Asker | null;
  aheadMs: number;
  calendar: string;
  law: number;
  replay: { request: string | null; value: Json; events: EventReceipt[] } | null;
  files: (Omit<StreamFile, 'exists'> | null)[];
};

const attempts = 3;

/**
 * The one door to the record. Two calls and nothing between them but `decide`, which is synchronous and pure: it gets the files
 * as this person may see them and says what happened or why not. A refusal never reaches the database; a write is one statement.
 */
export class Ledger {
  private readonly calendars = new Map<string, Calendar>([[bankHolidays.version, bankHolidays]]);
  private readonly laws = new Map<number, LawSaid>([[0, { version: 0, standings: {} }]]);

  constructor(
    private readonly pool: Pool,
    /** Machine time in milliseconds; case time is this plus what the demonstration's clock runs ahead. */
    private readonly machineNow: () => number = Date.now,
  ) {}

  async write<T extends Json>(
    person: string,
    order: Order,
    decide: (files: readonly StreamFile[], context: Context) => Written<T> | Refused,
  ): Promise<Outcome<T>> {
    const request = order.key === undefined ? null : sha256hex(canonical(order.request ?? null));
    for (let attempt = 1; ; attempt += 1) {
      const opened = await this.open(person, order);
      if (opened.replay) return replay<T>(opened.replay, request);
      if (!opened.asker) return { ok: false, refusal: { because: 'notYours', code: 'personUnknown' } };
      const files = order.of.map((ref, index) => asFile(ref, opened.files[index] ?? null));
      const at = this.instant(opened.aheadMs);
      const context = {
        at,
        today: londonDay(at),
        asker: opened.asker,
        calendar: await this.calendar(opened.calendar),
        law: await this.law(opened.law),
      };
      // Before the decision: whoever saw an older version is told so, and not that the case waits for something else by now.
      if (order.expect !== undefined && files[0]?.exists && files[0].version !== order.expect)
        return { ok: false, refusal: { because: 'stale' } };
      const verdict = decide(files, context);
      if ('refusal' in verdict) return { ok: false, refusal: verdict.refusal };

      const key = order.key ?? null;
      const { rows, receipts } = seal(verdict.did, {
        person,
        at,
        key,
        request,
        answer: verdict.value,
        calendar: context.calendar.version,
      });
      const failure = await this.store([person, key, request, at, JSON.stringify(rows)], order);
      if (!failure) return { ok: true, value: verdict.value, events: receipts, isReplay: false };
      if (failure !== 'again') return { ok: false, ...failure };
      if (order.expect !== undefined || attempt === attempts) return { ok: false, refusal: { because: 'stale' } };
    }
  }

  /** Case time now, for reads. */
  async now(): Promise<{ readonly at: Instant; readonly today: CalendarDay }> {
    const { rows } = await this.pool.query<{ ahead: string }>({ name: 'ahead', text: 'select teg.ahead_ms() as ahead' });
    const at = this.instant(Number(rows[0]?.ahead ?? 0));
    return { at, today: londonDay(at) };
  }

  /** The bank holidays of a version on record; versions are never altered, so they are kept once read. */
  async calendar(version: string): Promise<Calendar> {
    const known = this.calendars.get(version);
    if (known) return known;
    const { rows } = await this.pool.query<{ covers_from: CalendarDay; covers_to: CalendarDay; holidays: Calendar['holidays'] }>(
      'select covers_from::text, covers_to::text, holidays from teg.calendar_version where version = $1',
      [version],
    );
    const row = rows[0];
    if (!row) throw new Error(`Calendar ${version} is not on record.`);
    const calendar: Calendar = { version, holidays: row.holidays, covers: { from: row.covers_from, to: row.covers_to } };
    this.calendars.set(version, calendar);
    return calendar;
  }

  /** What was said of the law, by version; kept once read like a calendar. */
  async law(version: number): Promise<LawSaid> {
    const known = this.laws.get(version);
    if (known) return known;
    const { rows } = await this.pool.query<{ standings: LawSaid['standings'] | null }>(
      'select teg.law_standings($1) as standings',
      [version],
    );
    const standings = rows[0]?.standings;
    if (!standings) throw new Error(`Version ${version} of what was said of the law is not on record.`);
    const law: LawSaid = { version, standings };
    this.laws.set(version, law);
    return law;
  }

  private instant(aheadMs: number): Instant {
    return new Date(this.machineNow() + aheadMs).toISOString() as Instant;
  }

  private async open(person: string, order: Order): Promise<Opened> {
    const refs = order.of.map((ref) => ('kind' in ref && !('key' in ref) ? {} : ref));
    const { rows } = await this.pool.query<{ opened: Opened }>({
      name: 'ledger_open',
      text: 'select teg.ledger_open($1, $2, $3) as opened',
      values: [person, order.key ?? null, JSON.stringify(refs)],
    });
    const opened = rows[0]?.opened;
    if (!opened) throw new Error('The ledger did not open.');
    return opened;
  }

  /** Nothing on success; 'again' where somebody was faster; a refusal where the write may never succeed as it is. */
  private async store(values: readonly unknown[], order: Order): Promise<undefined | 'again' | Refused> {
    try {
      await this.pool.query({ name: 'ledger_write', text: 'select teg.ledger_write($1, $2, $3, $4, $5)', values: [...values] });
      return undefined;
    } catch (error) {
      const { code, constraint, detail, hint } = error as { code?: string; constraint?: string; detail?: string; hint?: string };
      if (code === 'TG001') return 'again';
      // The key's first use committed between our two calls: the next open replays it.
      if (code === '23505' && constraint === 'event_key_once') return 'again';
      // A file that the key was to find has just been begun by somebody else: the next open finds it.
      if (code === 'TG002' && order.of.some((ref) => 'key' in ref && ref.key === hint)) return 'again';
      if (code === 'TG002') return refused('duplicate', detail ? { other: detail } : {});
      if (code === '23505') return 'again';
      throw error;
    }
  }
}

function replay<T>(done: NonNullable<Opened['replay']>, request: string | null): Outcome<T> {
  if (done.request !== request) return { ok: false, refusal: { because: 'keyReused' } };
  const events = done.events.map((event) => ({ ...event, at: new Date(event.at).toISOString() as Instant }));
  return { ok: true, value: done.value as T, events, isReplay: true };
}

/** A ref that found nothing is an empty file, under the id that the caller wants it to have. */
function asFile(ref: StreamRef, found: Omit<StreamFile, 'exists'> | null): StreamFile {
  if (found)
    return {
      ...found,
      exists: true,
      clocks: found.clocks.map((clock) => ({ ...clock, nextAlertAt: normalised(clock.nextAlertAt) })),
    };
  return {
    id: 'newId' in ref ? ref.newId : 'id' in ref ? ref.id : '',
    kind: 'kind' in ref ? ref.kind : 'case',
    exists: false,
    reference: null,
    rooms: [],
    recused: [],
    pathway: null,
    pathwayVersion: null,
    state: null,
    facts: {},
    version: 0,
    head: '',
    homeArea: null,
    team: null,
    force: null,
    isEnding: false,
    clocks: [],
    runs: {},
  };
}

const normalised = (instant: string | null): Instant | null =>
  instant === null ? null : (new Date(instant).toISOString() as Instant);
