import { type CalendarDay, type Instant } from '#calendar';
import { type Json, type JsonObject, type StreamFile } from './stream-file.js';

/** What happened. `data` holds codes, ids and days only: never a name, a birth date or free text. */
export type NewEvent = { readonly type: string; readonly data: JsonObject };

export type NewClock = {
  readonly kind: string;
  readonly anchorOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly policy: string;
  readonly nextAlertAt: Instant | null;
};
/** Where somebody was late: the day it was due, and why, in a code; null where nobody said. It stands in the event. */
export type StoppedClock = {
  readonly kind: string;
  readonly how: 'met' | 'late' | 'superseded' | 'withdrawn';
  readonly dueOn?: CalendarDay;
  readonly cause?: string | null;
};
/** An open clock that is counted again (a new bank holiday) or whose next alert step is set. */
export type MovedClock = {
  readonly kind: string;
  readonly dueOn: CalendarDay;
  readonly calendar: string;
  readonly nextAlertAt: Instant | null;
  readonly nextStep: number;
};

/** Who may read it. `sealed`: nobody; the secret of a draw lies so until its text is on record. */
export type DocumentView = 'youthJustice' | 'police' | 'victim' | 'everyone' | 'sealed';
/** A version of a document: a body, or a file as base64 with its checked media type. `hash` is added by the ledger. */
export type NewDocument = {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly view: DocumentView;
} & ({ readonly body: Json } | { readonly file: string; readonly mediaType: string });

export type NewFact = {
  readonly name: string;
  readonly value: Json;
  readonly saidOn: CalendarDay;
  readonly document: string | null;
  readonly supersedes: boolean;
};
export type NewNotice = {
  readonly id: string;
  readonly room: string;
  readonly role: string;
  readonly code: string;
  readonly clock?: string;
  readonly run?: number;
  readonly step?: number;
};
export type StreamKey = { readonly key: string; readonly isUnique: boolean };

export type OrganisationRow = {
  readonly code: string;
  readonly kind: 'force' | 'yjs' | 'court' | 'oversight' | 'partner' | 'teg';
  readonly nameEn: string;
  readonly nameCy: string;
  readonly prefix: string | null;
  readonly serves: readonly string[];
  readonly stations: readonly string[];
};
export type PersonRow = {
  readonly id: string;
  readonly subject: string;
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly rooms: readonly string[];
  readonly views: readonly string[];
  readonly isActive: boolean;
};
/** A person enters or leaves the room of a meeting. */
export type RoomMove = { readonly person: string; readonly room: string; readonly isIn: boolean };
export type CalendarRow = {
  readonly version: string;
  readonly coversFrom: CalendarDay;
  readonly coversTo: CalendarDay;
  readonly holidays: readonly { readonly date: CalendarDay; readonly title: string }[];
};

/**
 * What a decision does to one file: at least one event, and the file as it is afterwards. What is left out stays as it was;
 * `facts` replaces the facts whole. Everything of a decision is written in one statement or not at all.
 */
export type Change = {
  readonly file: StreamFile;
  readonly events: readonly [NewEvent, ...NewEvent[]];
  readonly reference?: string;
  readonly pathway?: { readonly name: string; readonly version: number };
  readonly state?: string | null;
  readonly facts?: JsonObject;
  readonly rooms?: readonly string[];
  readonly recused?: readonly string[];
  readonly homeArea?: string | null;
  readonly team?: string | null;
  readonly force?: string | null;
  readonly isEnding?: boolean;
  readonly startClocks?: readonly NewClock[];
  readonly stopClocks?: readonly StoppedClock[];
  readonly moveClocks?: readonly MovedClock[];
  readonly alerts?: readonly { readonly kind: string; readonly run: number; readonly step: number }[];
  readonly inbox?: readonly NewNotice[];
  readonly documents?: readonly NewDocument[];
  readonly factRows?: readonly NewFact[];
  readonly keys?: readonly StreamKey[];
  readonly dropKeys?: readonly string[];
  readonly organisations?: readonly OrganisationRow[];
  readonly people?: readonly PersonRow[];
  readonly roomMoves?: readonly RoomMove[];
  readonly calendars?: readonly CalendarRow[];
};
