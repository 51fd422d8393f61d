import { type AnyStateMachine, getNextTransitions, type StateValue, transition } from 'xstate';
import { drawMachine } from './draw.machine.js';
import { type DrawEventType, type DrawPlace, drawStates, isDrawEvent, isDrawState, unplanned } from './draw-states.js';

export type DrawEffect = 'startClock' | 'stopClock';
/** What a step leads to, as XState itself answered it. */
export type DrawMove = { readonly next: DrawPlace; readonly effects: readonly DrawEffect[] };
/** What each event does at each place: place -> event -> move. What is not there is refused. */
export type DrawTable = { readonly [P in DrawPlace]: { readonly [T in DrawEventType]?: DrawMove } };

export const drawPlaces: readonly DrawPlace[] = [unplanned, ...drawStates];
const faulty = (what: string): Error => new Error(`The machine of the draw is not fit to be compiled: ${what}`);

/** The machine's own value of a place: leaf names are unique, so the column holds the leaf alone. */
export function valueOf(machine: AnyStateMachine, place: DrawPlace): StateValue {
  if (machine.root.states[place]) return place;
  const region = Object.values(machine.root.states).find((node) => node.states[place]);
  if (region === undefined) throw faulty(`no state ${place}`);
  return { [region.key]: place };
}

export function placeOf(value: StateValue): DrawPlace {
  const leaf = typeof value === 'string' ? value : Object.values(value)[0];
  if (typeof leaf === 'string' && (leaf === unplanned || isDrawState(leaf))) return leaf;
  throw faulty(`no such place ${JSON.stringify(value)}`);
}

function effectsOf(actions: readonly { readonly type: string }[]): readonly DrawEffect[] {
  return actions.flatMap(({ type }) => {
    if (type === 'startClock' || type === 'stopClock') return [type];
    if (type === 'record') return [];
    throw faulty(`unknown effect ${type}`);
  });
}

/** Asks XState once what each event does at each place. There is no guard: the order of the steps depends on nothing else. */
export function compileDraw(machine: AnyStateMachine): DrawTable {
  const rows = drawPlaces.map((place) => {
    const before = machine.resolveState({ value: valueOf(machine, place), context: {} });
    const moves = getNextTransitions(before).map((heard) => {
      const { eventType, guard } = heard;
      if (!isDrawEvent(eventType) || guard !== undefined) throw faulty(`${place} hears ${eventType}`);
      const [after, actions] = transition(machine, before, { type: eventType });
      return [eventType, { next: placeOf(after.value), effects: effectsOf(actions) }];
    });
    return [place, Object.fromEntries(moves)];
  });
  return Object.fromEntries(rows) as DrawTable;
}

/** The draw's machine as a table, version 1. */
export const drawTable: DrawTable = compileDraw(drawMachine);
export const drawPathway = { name: 'draw', version: 1 } as const;
