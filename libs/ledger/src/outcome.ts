import { type Instant } from '#calendar';
import { type Change } from './change.js';
import { type Json, type JsonObject } from './stream-file.js';

/** Why something was not done. Codes: the words stand in libs/wording. */
export type Because =
  | 'invalid' // a field says something that cannot be: see faults
  | 'notYours' // the role may not
  | 'notFound' // not there, or not theirs to see
  | 'notNow' // the pathway does not wait for this
  | 'notAllowed' // a rule of law or policy is not met, or a fact it needs is missing
  | 'stale' // somebody was faster
  | 'matchMissing' // it leaves a state, so it must say which version it was decided on
  | 'duplicate'
  | 'keyReused'; // the idempotency key was used with another body

/** A fault in what was sent: where (JSON pointer) and which (code of the text, with its values). */
export type Fault = { readonly pointer: string; readonly code: string; readonly values?: JsonObject };

export type Refusal = {
  readonly because: Because;
  /** A finer code whose text explains this refusal, where there is one. */
  readonly code?: string;
  readonly faults?: readonly Fault[];
  readonly rules?: readonly Json[];
  readonly possible?: readonly string[];
  /** The state in which it is not possible; its words say what the case waits for. */
  readonly state?: string;
  /** Reference of the other file of a duplicate, if the asker may see it. */
  readonly other?: string;
};

/** A decision to write: at least one change; `value` is what the caller gets and what a repeat gets again (codes only, it is stored). */
export type Written<T extends Json> = { readonly did: readonly [Change, ...Change[]]; readonly value: T };
export type Refused = { readonly refusal: Refusal };

export type EventReceipt = {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly hash: string;
};

export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly events: readonly EventReceipt[]; readonly isReplay: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

export const refused = (because: Because, more: Omit<Refusal, 'because'> = {}): Refused => ({ refusal: { because, ...more } });
