import { type AnyStateMachine } from 'xstate';
import { compileRows } from '../compile.js';
import { type CaseEventType, isCaseEventType } from '../events/case-event.js';
import { kit } from '../kit.js';
import { type Pathway, type Table } from '../pathway.js';
import { isState, type State } from '../states.js';

/** A machine's own description is plain JSON: names and params, no functions. */
type Region = {
  readonly on?: { readonly [event: string]: unknown };
  readonly states?: { readonly [name: string]: Region };
};
/** Where a transition stands in a machine: region by region, then the event and which of its branches. */
export type Place = { readonly path: readonly string[]; readonly event: CaseEventType; readonly index: number };

const listed = (branches: unknown): readonly unknown[] => (Array.isArray(branches) ? branches : [branches]);

const without = (heard: object, event: string): object =>
  Object.fromEntries(Object.entries(heard).filter(([name]) => name !== event));

function placesIn(region: Region, path: readonly string[]): readonly Place[] {
  const own = Object.entries(region.on ?? {}).flatMap(([event, branches]) =>
    isCaseEventType(event) ? listed(branches).map((_, index): Place => ({ path, event, index })) : [],
  );
  return [...own, ...Object.entries(region.states ?? {}).flatMap(([name, inner]) => placesIn(inner, [...path, name]))];
}

function pruned(region: Region, path: readonly string[], { event, index }: Place): Region {
  const [first, ...rest] = path;
  if (first === undefined) {
    const left = listed(region.on?.[event]).filter((_, place) => place !== index);
    const others = without(region.on ?? {}, event);
    return { ...region, on: left.length === 0 ? { ...others } : { ...others, [event]: left } };
  }
  const inner = region.states?.[first];
  return inner === undefined
    ? region
    : { ...region, states: { ...region.states, [first]: pruned(inner, rest, { path, event, index }) } };
}

const leavesUnder = (region: Region, name: string): readonly State[] => {
  const inner = Object.entries(region.states ?? {});
  return inner.length === 0 ? (isState(name) ? [name] : []) : inner.flatMap(([key, one]) => leavesUnder(one, key));
};
const regionAt = (region: Region, path: readonly string[]): Region =>
  path.reduce<Region>((found, name) => found.states?.[name] ?? {}, region);

export const transitionsOf = (machine: AnyStateMachine): readonly Place[] => placesIn(machine.config as Region, []);

/** The pathway as it would be without that one transition, asked of XState again where the transition was heard. */
export function withoutTransition(pathway: Pathway, machine: AnyStateMachine, place: Place): Pathway {
  const { event } = place;
  const config = machine.config as Region;
  const broken = kit.createMachine(pruned(config, place.path, place) as Parameters<typeof kit.createMachine>[0]);
  const affected = leavesUnder(regionAt(config, place.path), place.path.at(-1) ?? '');
  const asked = compileRows(broken, affected, event);
  const rows = affected.map((state) => [state, { ...without(pathway.table[state], event), ...asked[state] }]);
  return { ...pathway, table: { ...pathway.table, ...(Object.fromEntries(rows) as Partial<Table>) } };
}
