import { type Allowed } from './allowed.js';
import { type Duty, type WaitingClock, type WatchedDate } from './clock-kinds.js';
import { type CaseEventType } from './events/case-event.js';
import { type State } from './states.js';

/** What a move asks the one door to the record to do. `record` says that the event is kept and nothing else follows. */
export type Effect =
  | { readonly type: 'startClock' | 'stopClock'; readonly clock: WaitingClock }
  | { readonly type: 'startDuty' | 'endDuty'; readonly duty: Duty | WatchedDate }
  | { readonly type: 'record' };

/** One branch of an event in a state, as XState itself answered it. `declared` is where it stands in the machine. */
export type Branch = {
  readonly guard: Allowed;
  readonly next: State;
  readonly effects: readonly Effect[];
  readonly declared: string;
};

/** What each event does in each state: state -> event -> branches, of which at most one fits the facts. */
export type Table = { readonly [S in State]: { readonly [T in CaseEventType]?: readonly Branch[] } };

/** Where a picture has the states: columns, a row below them (`way` is the way of the outcome), and the columns that each region spans. */
export type Plan = {
  readonly columns: readonly (readonly State[])[];
  readonly below: readonly (readonly (State | 'way')[])[];
  readonly regions: { readonly [name: string]: readonly [number, number] };
};

/** A procedure by name and version. A case stays on the version it began with. */
export type Pathway = {
  readonly name: string;
  readonly version: number;
  /** The states that its machine has, in the order of the way through. */
  readonly states: readonly State[];
  readonly table: Table;
  readonly plan: Plan;
  /** Where a case begins, and what begins with it. */
  readonly beginning: { readonly state: State; readonly effects: readonly Effect[] };
};
