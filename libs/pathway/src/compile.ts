import { type AnyStateMachine, getNextTransitions, initialTransition, type StateValue, transition } from 'xstate';
import { type Allowed } from './allowed.js';
import { duties, waitingClocks, watchedDates } from './clock-kinds.js';
import { type CaseEventType, isCaseEventType } from './events/case-event.js';
import { type Branch, type Effect, type Pathway, type Plan, type Table } from './pathway.js';
import { isState, type State, states } from './states.js';

type Node = AnyStateMachine['root'];
type Move = ReturnType<typeof getNextTransitions>[number];
type Action = { readonly type: string; readonly params?: unknown };

const clockKinds: ReadonlySet<unknown> = new Set(waitingClocks);
const dutyKinds: ReadonlySet<unknown> = new Set([...duties, ...watchedDates]);
const nothingHeard = Object.fromEntries(states.map((state) => [state, {}])) as Table;
const faulty = (what: string): Error => new Error(`The machine is not fit to be compiled: ${what}`);

function effectOf({ type, params }: Action): Effect {
  const named: { clock?: unknown; duty?: unknown } = params ?? {};
  if (type === 'record') return { type };
  if ((type === 'startClock' || type === 'stopClock') && clockKinds.has(named.clock)) return { type, ...named } as Effect;
  if ((type === 'startDuty' || type === 'endDuty') && dutyKinds.has(named.duty)) return { type, ...named } as Effect;
  throw faulty(`unknown effect ${type} ${JSON.stringify(params)}`);
}

const leavesOf = (node: Node): Node[] =>
  node.type === 'atomic' ? [node] : Object.values(node.states).flatMap((child) => leavesOf(child));

/** Leaf names are unique: the column holds the leaf, the path comes from the machine. */
function leaves(machine: AnyStateMachine): ReadonlyMap<State, Node> {
  const found = new Map<State, Node>();
  for (const node of leavesOf(machine.root)) {
    if (!isState(node.key)) throw faulty(`no such state ${node.key}`);
    if (found.has(node.key)) throw faulty(`two states ${node.key}`);
    found.set(node.key, node);
  }
  return found;
}

const valueOf = (path: readonly string[]): StateValue => {
  const [first = '', ...rest] = path;
  return rest.length === 0 ? first : { [first]: valueOf(rest) };
};
const leafOf = (value: unknown): State => {
  if (typeof value === 'string' && isState(value)) return value;
  if (typeof value !== 'object' || value === null) throw faulty(`no state ${String(value)}`);
  return leafOf(Object.values(value)[0]);
};
const guardOf = (move: Move): Allowed | undefined => {
  if (move.guard === undefined) return undefined;
  const { type, params } = move.guard as { type: string; params: Allowed };
  if (type !== 'allowed') throw faulty(`guard ${type}`);
  return params;
};

type Ask = (node: Node, move: Move) => Omit<Branch, 'declared'>;

/**
 * Asks XState what happens when one branch alone is open. One machine is asked about all of them: `provide` builds every state anew, which
 * for each branch took seconds at the start of every program.
 */
function asking(machine: AnyStateMachine): Ask {
  let open: Allowed | undefined;
  const asked = machine.provide({ guards: { allowed: (_: unknown, params: unknown) => params === open } });
  return (node, move) => {
    open = guardOf(move);
    const before = asked.resolveState({ value: valueOf(node.path), context: {} });
    const [after, actions] = transition(asked, before, { type: move.eventType });
    return { guard: open ?? {}, next: leafOf(after.value), effects: actions.map((action) => effectOf(action)) };
  };
}

function branchesOf(machine: AnyStateMachine, ask: Ask, node: Node, only?: CaseEventType): Table[State] {
  const row = new Map<CaseEventType, Branch[]>();
  const seen = new Map<string, number>();
  const always = new Set<string>();
  for (const move of getNextTransitions(machine.resolveState({ value: valueOf(node.path), context: {} }))) {
    const { eventType } = move;
    if (!isCaseEventType(eventType)) throw faulty(`no such event ${eventType}`);
    if (only !== undefined && eventType !== only) continue;
    const place = `${move.source.id}/${eventType}`;
    const index = seen.get(place) ?? 0;
    seen.set(place, index + 1);
    // What stands behind an unguarded branch is never asked.
    if (always.has(eventType)) continue;
    if (move.guard === undefined) always.add(eventType);
    row.set(eventType, [...(row.get(eventType) ?? []), { ...ask(node, move), declared: `${place}/${index}` }]);
  }
  return Object.fromEntries(row);
}

/** The rows of these states, of every event or of one only: a machine that differs in one place need not be asked about the rest. */
export function compileRows(machine: AnyStateMachine, wanted: readonly State[], only?: CaseEventType): Partial<Table> {
  const found = leaves(machine);
  const ask = asking(machine);
  return Object.fromEntries(
    [...found].flatMap(([state, node]) => (wanted.includes(state) ? [[state, branchesOf(machine, ask, node, only)]] : [])),
  );
}

/**
 * The machine as a table. It is finite, so XState is asked once, before the first move, what each event does in each state; a move then costs a
 * look into the table, and a refusal can name what each branch would have needed.
 */
export function compile(name: string, version: number, machine: AnyStateMachine, plan: Plan): Pathway {
  const [first, actions] = initialTransition(machine);
  const own = leaves(machine);
  return {
    name,
    version,
    states: states.filter((state) => own.has(state)),
    // A state that this machine does not have hears nothing.
    table: { ...nothingHeard, ...compileRows(machine, states) },
    plan,
    beginning: { state: leafOf(first.value), effects: actions.map((action) => effectOf(action)) },
  };
}
