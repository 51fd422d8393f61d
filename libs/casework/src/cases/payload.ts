import { type JsonObject, type NewClock, type StoppedClock } from '#ledger';
import { type RuleAnswer } from '#law';
import { type CaseEvent, type State } from '#pathway';

/**
 * What the ledger keeps of a move: the event in codes, the state after it, what it did to the clocks, and the law that was applied.
 * With the birth date, which stands in the child's file alone, it is enough to say how the case stood at any moment.
 */
export type CasePayload = {
  readonly event: { readonly [field: string]: unknown };
  readonly state: State | 'noticeOnly';
  readonly clocks: { readonly started: readonly StartedClock[]; readonly stopped: readonly StoppedClock[] };
  readonly applied: readonly { readonly rule: string; readonly version: string; readonly answer: string }[];
  /** Which version of what was said of the law was applied; left out before anybody had said anything. */
  readonly law?: number;
};
/** The day of an eighteenth birthday would be a birth date, so it is left out here. */
export type StartedClock = {
  readonly kind: string;
  readonly run: number;
  readonly policy: string;
  readonly calendar: string;
  readonly anchorOn?: string;
  readonly dueOn?: string;
};

export type Moved = {
  readonly state: State | 'noticeOnly';
  readonly applied: readonly RuleAnswer[];
  readonly startClocks: readonly NewClock[];
  readonly stopClocks: readonly StoppedClock[];
  readonly runs: { readonly [kind: string]: number };
  readonly calendar: string;
  readonly law?: number;
};

/** The payload of an event of a case: codes, ids and days, never a birth date. */
export function payloadOf(
  event: CaseEvent | { readonly type: string },
  { state, applied, startClocks, stopClocks, runs, calendar, law = 0 }: Moved,
): JsonObject {
  const started = startClocks.map(({ kind, policy, anchorOn, dueOn }): StartedClock => {
    const clock = { kind, run: (runs[kind] ?? 0) + 1, policy, calendar };
    return kind === 'eighteenthBirthday' ? clock : { ...clock, anchorOn, dueOn };
  });
  const payload: CasePayload = {
    event: withoutBirthDate(event),
    state,
    clocks: { started, stopped: stopClocks },
    applied: applied.map(({ rule, version, answer }) => ({ rule, version, answer })),
    ...(law > 0 && { law }),
  };
  return payload as unknown as JsonObject;
}

const without = (fields: object, name: string) => Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

function withoutBirthDate(event: { readonly type: string; readonly [field: string]: unknown }): CasePayload['event'] {
  const fields = without(event, 'type');
  // How a member views the case is kept from the others until the panel opens it: their document alone says it.
  if (event.type === 'viewRecorded') return without(fields, 'outcome');
  if (fields['fact'] === 'bornOn') return { ...fields, value: null };
  const learned = fields['learned'];
  return typeof learned === 'object' && learned !== null ? { ...fields, learned: without(learned, 'bornOn') } : fields;
}
