import { type Calendar, type CalendarDay, type Instant, londonDay } from '#calendar';
import { type Facts } from '#law';
import { type CaseEvent, type CaseFacts, isCaseEventType, isState, learn, leaveBehind } from '#pathway';
import { type ClockRow } from '../clocks/explained-clock.js';
import { watchedDay } from '../clocks/watched-day.js';
import { type CasePayload } from './payload.js';

/** One event of a case as it stands in the ledger, with its payload; null once that was erased. */
export type KeptEvent = {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly body: CasePayload | OtherPayload | null;
};
/** What else may stand in a case's chain: an alert that was raised, clocks that were counted again. It moves nothing else. */
export type OtherPayload = {
  readonly moved?: readonly { readonly kind: string; readonly dueOn: CalendarDay; readonly calendar: string }[];
  readonly state?: never;
};

/** How a case stood after its last event of a list. */
export type PastStanding = {
  readonly state: string;
  readonly version: number;
  readonly known: CaseFacts;
  readonly clocks: readonly (ClockRow & { readonly calendar: string })[];
};

/**
 * Folds the events of a case, from the first, into how it stood after the last of them: the same functions that moved it say what it
 * knew. The birth date is in no payload and is handed in from the child's paper of that moment. Null where a payload was erased: the
 * chain can still be verified, and the case can no longer be told.
 */
export function standingAfter(events: readonly KeptEvent[], bornOn: CalendarDay | null, calendar: Calendar): PastStanding | null {
  let known: CaseFacts = {};
  const open = new Map<string, ClockRow & { readonly calendar: string }>();
  let state = '';
  for (const { type, at, body } of events) {
    if (body === null) return null;
    if (body.state === undefined) {
      for (const { kind, ...moved } of body.moved ?? []) {
        const clock = open.get(kind);
        if (clock) open.set(kind, { ...clock, ...moved });
      }
      continue;
    }
    state = body.state;
    known = knownAfter(known, type, body, londonDay(at), bornOn);
    for (const { kind } of body.clocks.stopped) open.delete(kind);
    for (const { kind, anchorOn, dueOn, policy, calendar: version } of body.clocks.started) {
      const due = dueOn ?? watchedDay('eighteenthBirthday', known, calendar);
      if (due !== undefined)
        open.set(kind, { kind, anchorOn: anchorOn ?? londonDay(at), dueOn: due, policy, calendar: version, status: 'running' });
    }
  }
  return { state, version: events.at(-1)?.seq ?? 0, known, clocks: [...open.values()] };
}

function knownAfter(known: CaseFacts, type: string, body: CasePayload, on: CalendarDay, bornOn: CalendarDay | null): CaseFacts {
  const born = bornOn === null ? {} : { bornOn };
  if (type === 'referralReceived' || type === 'streetNoticeReceived') return { ...(body.event['learned'] as Facts), ...born };
  // A street notice is on no pathway: its police file says all there is to know.
  if (body.state === 'noticeOnly') return { ...((body.event['learned'] as Facts | undefined) ?? known), ...born };
  if (!isCaseEventType(type) || !isState(body.state)) return known;
  return { ...leaveBehind(learn(known, { ...body.event, type } as CaseEvent, on), body.state), ...born };
}
