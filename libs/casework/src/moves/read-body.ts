import { type CalendarDay } from '#calendar';
import { type Fault, type Json } from '#ledger';
import { faultsOfShape, step } from '../referral/shape.js';
import { type LateEnd, namedLateEnd, type SaidLateEnd } from '../clocks/lateness.js';
import { type FieldKind, type Fields, type NamedCase, type NamedPerson, normalMoment, shapeOfFields } from './field.js';

/** What must be looked up before a body can be decided on: addresses, ids of documents of the case, references, codes of services, what was late. */
export type ToLookUp = {
  readonly people: readonly string[];
  readonly papers: readonly string[];
  readonly cases: readonly string[];
  readonly areas: readonly string[];
  readonly hasLateEnd: boolean;
};
/** What was found, as the person who asks may see it. */
export type LookedUp = {
  readonly people: ReadonlyMap<string, NamedPerson>;
  /** With the day on which its latest version was put on record. */
  readonly papers: ReadonlyMap<string, CalendarDay>;
  readonly cases: ReadonlyMap<string, NamedCase>;
  readonly areas: ReadonlySet<string>;
  readonly lateEnds: readonly LateEnd[];
};
export const nothingFound: LookedUp = { people: new Map(), papers: new Map(), cases: new Map(), areas: new Set(), lateEnds: [] };

export type ReadBody = { readonly ok: true; readonly said: object } | { readonly ok: false; readonly faults: readonly Fault[] };

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const addressForm = /^[^\s@]{1,100}@[^\s@]{1,200}$/;
const isNothing = (value: unknown): boolean => value === null || value === undefined;

export const faultsOfBody = (fields: Fields, body: unknown): readonly Fault[] => faultsOfShape(body, shapeOfFields(fields));

/** Asked of a body that has passed the check of its shape. */
export function toLookUp(fields: Fields, body: unknown): ToLookUp {
  const found = { people: new Set<string>(), papers: new Set<string>(), cases: new Set<string>(), areas: new Set<string>() };
  let hasLateEnd = false;
  const seek = (kind: FieldKind, value: unknown): void => {
    if (isNothing(value)) return;
    if (kind.is === 'person' || (kind.is === 'factValue' && addressForm.test(String(value)))) found.people.add(String(value));
    if (kind.is === 'case') found.cases.add(String(value));
    if (kind.is === 'area') found.areas.add(String(value));
    if (kind.is === 'lateEnd') hasLateEnd = true;
    if (kind.is === 'paper' && uuidForm.test(String(value))) found.papers.add(String(value));
    if (kind.is === 'list') (value as readonly unknown[]).forEach((one) => seek(kind.of, one));
    if (kind.is === 'part') seekIn(kind.fields, value as { readonly [name: string]: unknown });
  };
  const seekIn = (of: Fields, sent: { readonly [name: string]: unknown }): void =>
    Object.entries(of).forEach(([name, { kind }]) => seek(kind, sent[name]));
  seekIn(fields, body as { readonly [name: string]: unknown });
  const { people, papers, cases, areas } = found;
  return { people: [...people], papers: [...papers], cases: [...cases], areas: [...areas], hasLateEnd };
}

/** A checked body with people and documents in the place of their addresses and ids; null where something was left out. */
export function readBody(fields: Fields, body: Json, found: LookedUp): ReadBody {
  const faults: Fault[] = [];
  const read = (kind: FieldKind, value: unknown, pointer: string): unknown => {
    if (kind.is === 'factValue') return { sent: value, person: found.people.get(String(value)) ?? null };
    if (isNothing(value)) return null;
    switch (kind.is) {
      case 'plain':
      case 'either':
        return value;
      case 'moment':
        return normalMoment(String(value));
      case 'person': {
        const person = found.people.get(String(value));
        if (person === undefined) faults.push({ pointer, code: 'personUnknown' });
        return person;
      }
      case 'case': {
        const other = found.cases.get(String(value));
        if (other === undefined) faults.push({ pointer, code: 'caseUnknown' });
        return other;
      }
      case 'area':
        if (!found.areas.has(String(value))) faults.push({ pointer, code: 'organisationUnknown' });
        return value;
      case 'lateEnd': {
        const late = namedLateEnd(value as SaidLateEnd, found.lateEnds);
        if (late === undefined) faults.push({ pointer, code: 'wasNotLate' });
        return late;
      }
      case 'paper': {
        const id = String(value);
        if (found.papers.has(id)) return id;
        if (kind.words === null || uuidForm.test(id)) faults.push({ pointer, code: 'documentUnknown' });
        return null;
      }
      case 'list':
        return (value as readonly unknown[]).map((one, index) => read(kind.of, one, step(pointer, index)));
      case 'part':
        return readIn(kind.fields, value as { readonly [name: string]: unknown }, pointer);
    }
  };
  const readIn = (of: Fields, sent: { readonly [name: string]: unknown }, pointer: string): object =>
    Object.fromEntries(Object.entries(of).map(([name, { kind }]) => [name, read(kind, sent[name], step(pointer, name))]));
  const said = readIn(fields, body as { readonly [name: string]: unknown }, '');
  return faults.length > 0 ? { ok: false, faults } : { ok: true, said };
}
