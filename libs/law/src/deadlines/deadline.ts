import { type CalendarDay } from '#calendar';
import { type RuleSource } from '../rule.js';

/** How long: exactly one of these. `fact` is a day that a fact states; `open` has no limit and shows its age. */
export type Length =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly fact: string }
  | { readonly open: true };

/** Whom an alert tells and when: working days before (negative), on (0) or after the due day. `board` is the exception list. */
export type AlertStep = { readonly workingDays: number; readonly tell: string };

export type Deadline = {
  readonly length: Length;
  /** The event, or the day of a fact, from which it counts. That day is day 0 and is not counted. */
  readonly countedFrom: string;
  /** `17:00`: a later receipt, or one on a rest day, counts as received on the next working day. Null: the day itself is day 0. */
  readonly cutOff: string | null;
  readonly source: RuleSource;
  readonly status: 'verified' | 'toBeConfirmed';
  readonly reach: 'law' | 'national' | 'local';
  /** A duty runs beside any state until its own event ends it; otherwise it waits with the case (or is a limit that is only looked up). */
  readonly is: 'waiting' | 'duty' | 'lookedUp';
  readonly alerts: readonly AlertStep[];
  /** Neither the first day nor the last counts: so many whole days lie between. */
  readonly areClearDays?: boolean;
  /** Alert texts of this clock never suggest a step against the child. */
  readonly neverSuggestsCharge?: boolean;
};

/** A clock that runs, with the day it is due. */
export type DueDay = CalendarDay | null;
