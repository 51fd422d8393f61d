import { parseInstant } from '#calendar';
import { type Asker } from '#ledger';
import { type LateEnd, lateEndShape } from '../clocks/lateness.js';
import {
  boolean,
  code,
  day as dayShape,
  email,
  instant,
  list as listShape,
  object,
  type Shape,
  text,
  uuid,
  whole,
  anyJson,
} from '../referral/shape.js';

/** Somebody of the directory whom a body names by address. */
export type NamedPerson = Pick<Asker, 'id' | 'email' | 'organisation' | 'roles' | 'rooms'>;

/** Another case that a body names by its reference. */
export type NamedCase = { readonly id: string; readonly reference: string; readonly child: string };

/** What a field of a body is: how it is checked, and what must be looked up before the decision, which is pure. */
export type FieldKind =
  | { readonly is: 'plain'; readonly shape: Shape }
  | { readonly is: 'moment' }
  | { readonly is: 'person' }
  | { readonly is: 'case' }
  /** The value of a fact: any JSON. Where it is an address of the directory the person is looked up beside it. */
  | { readonly is: 'factValue' }
  /** The code of a youth justice service. */
  | { readonly is: 'area' }
  /** A clock of this case that ended late, with the event that ended it. */
  | { readonly is: 'lateEnd' }
  /** The id of a document of this case; with `words` it may be words instead, which the move's own paper then keeps. */
  | { readonly is: 'paper'; readonly words: number | null }
  /** One or the other; neither holds a person or the id of a document. */
  | { readonly is: 'either'; readonly of: readonly FieldKind[] }
  | { readonly is: 'list'; readonly of: FieldKind; readonly min: number; readonly max: number }
  | { readonly is: 'part'; readonly fields: Fields };

/** A field whose value, once it is checked and looked up, is a `T`. `said` only carries the type. */
export type Field<T> = { readonly kind: FieldKind; readonly isOptional: boolean; readonly said?: T };
export type Fields = { readonly [name: string]: Field<unknown> };
export type Said<F extends Fields> = { readonly [name in keyof F]: F[name] extends Field<infer T> ? T : never };

const plain = <T>(shape: Shape): Field<T> => ({ kind: { is: 'plain', shape }, isOptional: false });

/** Words of people. They go into a document, never into an event. */
export const words = (max = 8000): Field<string> => plain(text(max, 1));
/** The same where nothing is an answer too, which the law then looks at. */
export const wordsOrNone = (max = 8000): Field<string> => plain(text(max));
export const oneOf = <const C extends string>(codes: readonly C[]): Field<C> => plain(code(codes));
export const day: Field<string> = plain(dayShape);
export const flag: Field<boolean> = plain(boolean);
export const number = (min: number, max: number): Field<number> => plain(whole(min, max));
export const meetingId: Field<string> = plain(uuid);
export const any: Field<unknown> = plain(anyJson);
/** The value of a fact as it was sent, and whoever it names. */
export type FactSaid = { readonly sent: unknown; readonly person: NamedPerson | null };
export const factSaid: Field<FactSaid> = { kind: { is: 'factValue' }, isOptional: false };
/** An instant, normalised to UTC. */
export const moment: Field<string> = { kind: { is: 'moment' }, isOptional: false };
export const person: Field<NamedPerson> = { kind: { is: 'person' }, isOptional: false };
export const otherCase: Field<NamedCase> = { kind: { is: 'case' }, isOptional: false };
export const lateEnd: Field<LateEnd> = { kind: { is: 'lateEnd' }, isOptional: false };
export const area: Field<string> = { kind: { is: 'area' }, isOptional: false };
export const paper: Field<string> = { kind: { is: 'paper', words: null }, isOptional: false };
/** Null where words were sent, not the id of a document. */
export const paperOrWords = (max = 8000): Field<string | null> => ({ kind: { is: 'paper', words: max }, isOptional: false });
export const listOf = <T>(of: Field<T>, max: number, min = 0): Field<readonly T[]> => ({
  kind: { is: 'list', of: of.kind, min, max },
  isOptional: false,
});
export const part = <F extends Fields>(fields: F): Field<Said<F>> => ({ kind: { is: 'part', fields }, isOptional: false });
export const either = <A, B>(one: Field<A>, other: Field<B>): Field<A | B> => ({
  kind: { is: 'either', of: [one.kind, other.kind] },
  isOptional: false,
});
/** May be left out, which is the same as null. */
export const optional = <T>(field: Field<T>): Field<T | null> => ({ kind: field.kind, isOptional: true });

/** The same as data, for checking a body and for the description of the API. */
export function shapeOf(kind: FieldKind): Shape {
  switch (kind.is) {
    case 'plain':
      return kind.shape;
    case 'moment':
      return instant;
    case 'factValue':
      return anyJson;
    case 'person':
      return email;
    case 'case':
      return text(32, 1);
    case 'area':
      return text(41, 1);
    case 'lateEnd':
      return lateEndShape;
    case 'paper':
      return kind.words === null ? uuid : text(kind.words, 1);
    case 'either':
      return { is: 'either', of: kind.of.map(shapeOf) };
    case 'list':
      return listShape(shapeOf(kind.of), kind.max, kind.min);
    case 'part':
      return shapeOfFields(kind.fields);
  }
}

export function shapeOfFields(fields: Fields): Extract<Shape, { is: 'object' }> {
  const named = Object.entries(fields);
  const required = named.filter(([, { isOptional }]) => !isOptional).map(([name]) => name);
  const shape = object(Object.fromEntries(named.map(([name, { kind }]) => [name, shapeOf(kind)])), ...required);
  if (shape.is !== 'object') throw new Error('The shape of fields is an object.');
  return shape;
}

/** An instant that has passed the check, in its one spelling. */
export const normalMoment = (sent: string): string => parseInstant(sent) ?? sent;
