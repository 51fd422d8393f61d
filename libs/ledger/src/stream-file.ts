import { type Calendar, type CalendarDay, type Instant } from '#calendar';

/** Plain data, as it is stored and hashed. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** What a file of the record is about. */
export type StreamKind = 'case' | 'child' | 'incident' | 'victim' | 'meeting' | 'draw' | 'calendar' | 'policy' | 'organisation';

/**
 * Which file to open: one that exists (by reference or id), one that is found by a unique key or else begun under `newId`,
 * or a new one. Ids are UUIDs made by the caller.
 */
export type StreamRef =
  | { readonly reference: string }
  | { readonly id: string }
  | { readonly key: string; readonly kind: StreamKind; readonly newId: string }
  | { readonly newId: string; readonly kind: StreamKind };

/** Who asks, as the database knows them at this moment. */
export type Asker = {
  readonly id: string;
  readonly subject: string;
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly rooms: readonly string[];
  readonly views: readonly string[];
  readonly isMachine: boolean;
};

/** A clock that runs. `nextStep` is the index in its alert ladder. */
export type OpenClock = {
  readonly kind: string;
  readonly run: number;
  readonly anchorOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly calendar: string;
  readonly policy: string;
  readonly nextAlertAt: Instant | null;
  readonly nextStep: number;
  readonly startedSeq: number;
};

/** A file as this person may see it. What they may not see, and what is not there, is the same: `exists` is false and `version` 0. */
export type StreamFile = {
  readonly id: string;
  readonly kind: StreamKind;
  readonly exists: boolean;
  readonly reference: string | null;
  readonly rooms: readonly string[];
  readonly recused: readonly string[];
  readonly pathway: string | null;
  readonly pathwayVersion: number | null;
  readonly state: string | null;
  readonly facts: JsonObject;
  readonly version: number;
  readonly head: string;
  readonly homeArea: string | null;
  readonly team: string | null;
  readonly force: string | null;
  readonly isEnding: boolean;
  readonly clocks: readonly OpenClock[];
  /** Highest run number of every clock kind that ever ran. */
  readonly runs: { readonly [kind: string]: number };
};

/**
 * What administrators have said of the law, as one immutable version; 0 before anybody had said anything. By rule and by the first day
 * in force of its version: its status, who said so, on which day. What that means is for the law to say.
 */
export type LawSaid = {
  readonly version: number;
  readonly standings: { readonly [rule: string]: { readonly [from: CalendarDay]: LawStanding } };
};
export type LawStanding = { readonly status: 'verified' | 'toBeConfirmed'; readonly by: string; readonly on: CalendarDay };

/**
 * What a decision may use beside the files: one reading of the clock, who asks, and two immutable, versioned tables as they stand, the
 * calendar and what was said of the law.
 */
export type Context = {
  readonly at: Instant;
  readonly today: CalendarDay;
  readonly asker: Asker;
  readonly calendar: Calendar;
  readonly law: LawSaid;
};
