// class-transformer writes metadata through it, also where Nest is not loaded.
import 'reflect-metadata';
import { parseDay, parseInstant } from '#calendar';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

/** A class whose fields carry the decorators of this file: what is validated, and what the API description says, from one source. */
export type Shape<T extends object = object> = new () => T;

type Values = { readonly [name: string]: unknown };
type Each = { readonly each?: true };

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextOf = (value: unknown, min: number, max: number): value is string =>
  typeof value === 'string' && value.length >= min && value.length <= max;

/**
 * One constraint a field, so one fault a field: its name is the fault's code, its values fill the fault's text. The function stands
 * among the constraints too, so that a fault in a list can say which entry.
 */
const field = (name: string, values: Values, validate: (value: unknown) => boolean, each: Each = {}): PropertyDecorator =>
  ValidateBy({ name, constraints: [values, validate], validator: { validate } }, each);

/** Text. Blank text is no text unless `min` is 0. */
export const Text = (of: { min?: number; max?: number; pattern?: RegExp } & Each = {}): PropertyDecorator => {
  const { min = 1, max = 4000, pattern } = of;
  if (pattern)
    return field('pattern', { min, max, pattern }, (value) => isTextOf(value, min, max) && pattern.test(value), each(of));
  return field('text', { min, max }, (value) => isTextOf(value, min, max) && (min === 0 || value.trim() !== ''), each(of));
};

/** One of a closed list of codes. */
export const Code = (codes: readonly (string | number)[], of: Each = {}): PropertyDecorator =>
  field('code', { codes }, (value) => codes.includes(value as string), each(of));

export const Flag = (): PropertyDecorator => field('flag', {}, (value) => typeof value === 'boolean');

export const Whole = (of: { min?: number; max?: number } & Each = {}): PropertyDecorator => {
  const { min = 0, max = 1_000_000_000 } = of;
  return field(
    'whole',
    { min, max },
    (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
    each(of),
  );
};

/** A calendar day that exists, `2026-12-24`. */
export const Day = (of: Each = {}): PropertyDecorator =>
  field('day', {}, (value) => typeof value === 'string' && parseDay(value) !== null, each(of));

/** An instant with `Z` or an offset. It stays as it was sent: whoever uses it calls `parseInstant`. */
export const Moment = (of: Each = {}): PropertyDecorator =>
  field('moment', {}, (value) => typeof value === 'string' && parseInstant(value) !== null, each(of));

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);
export const Uuid = (of: Each = {}): PropertyDecorator => field('uuid', {}, isUuid, each(of));

const email = /^[a-z0-9._+-]{1,64}@[a-z0-9.-]{1,190}$/;
export const Email = (of: Each = {}): PropertyDecorator =>
  field('email', {}, (value) => typeof value === 'string' && email.test(value), each(of));

/** Base64 of at most `max` characters. */
export const Base64 = (of: { max: number }): PropertyDecorator =>
  field(
    'base64',
    { max: of.max },
    (value) => isTextOf(value, 4, of.max) && value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value),
  );

/** Any JSON; what is in it is looked at by somebody else. */
export const AnyJson = (): PropertyDecorator => field('json', {}, (value) => value !== undefined);

/** An object with fields of its own. */
export const Part = (shape: () => Shape): PropertyDecorator =>
  both(field('part', { shape }, isRecord), ValidateNested(), Type(shape));

/** A list of objects. */
export const Parts = (shape: () => Shape, of: { min?: number; max?: number } = {}): PropertyDecorator =>
  both(list(of, shape), field('part', { shape }, isRecord, { each: true }), ValidateNested({ each: true }), Type(shape));

/** A list; what an entry must be says a second decorator with `each`. */
export const List = (of: { min?: number; max?: number } = {}): PropertyDecorator => list(of);

/** May be left out; null is not the same as left out. */
export const Optional = (): PropertyDecorator => ValidateIf(isGiven);
/** May be null: known not to apply, or not known. */
export const Nullable = (): PropertyDecorator => ValidateIf(isNotNull);

export const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;
export const isNotNull = (_: unknown, value: unknown): boolean => value !== null;

function list(of: { min?: number; max?: number }, shape?: () => Shape): PropertyDecorator {
  const { min = 0, max = 100 } = of;
  return field(
    'list',
    { min, max, ...(shape && { shape }) },
    (value) => Array.isArray(value) && value.length >= min && value.length <= max,
  );
}

const each = (of: Each): Each => (of.each ? { each: true } : {});

function both(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, name) => decorators.forEach((decorate) => decorate(target, name));
}
