import { parseDay, parseInstant } from '#calendar';
import { type Fault, type Json } from '#ledger';

/** What a value that was sent may look like. Everything but `required` fields may be null or left out: that is an answer too. */
export type Shape =
  | { readonly is: 'text'; readonly max: number; readonly min?: number }
  | { readonly is: 'code'; readonly of: readonly string[] }
  | { readonly is: 'day' }
  | { readonly is: 'instant' }
  | { readonly is: 'boolean' }
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  | { readonly is: 'email' }
  | { readonly is: 'uuid' }
  | { readonly is: 'json' }
  | { readonly is: 'either'; readonly of: readonly Shape[] }
  | { readonly is: 'list'; readonly of: Shape; readonly min: number; readonly max: number }
  | { readonly is: 'object'; readonly fields: { readonly [name: string]: Shape }; readonly required: readonly string[] };

/** With `min` it must say something: blank text is then no text. */
export const text = (max: number, min = 0): Shape => ({ is: 'text', max, min });
export const code = (of: readonly string[]): Shape => ({ is: 'code', of });
export const day: Shape = { is: 'day' };
export const instant: Shape = { is: 'instant' };
export const boolean: Shape = { is: 'boolean' };
export const whole = (min: number, max: number): Shape => ({ is: 'whole', min, max });
export const list = (of: Shape, max: number, min = 0): Shape => ({ is: 'list', of, min, max });
export const anyJson: Shape = { is: 'json' };
export const email: Shape = { is: 'email' };
export const uuid: Shape = { is: 'uuid' };
export const object = (fields: { readonly [name: string]: Shape }, ...required: readonly string[]): Shape => ({
  is: 'object',
  fields,
  required,
});

const emailForm = /^[a-z0-9._+-]{1,64}@[a-z0-9.-]{1,190}$/;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** One more step of a JSON pointer (RFC 6901): a name may itself hold `/` and `~`. */
export const step = (pointer: string, name: string | number): string =>
  `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const fault = (pointer: string, faultCode: string, values?: Fault['values']): Fault[] => [
  { pointer, code: faultCode, ...(values && { values }) },
];

/**
 * Every fault of shape in a value as it was sent: all at once, none of the value itself in them. The codes are those of every other
 * body that the API reads.
 */
export function faultsOfShape(value: unknown, shape: Shape, pointer = ''): readonly Fault[] {
  switch (shape.is) {
    case 'text':
      if (typeof value !== 'string' || value.length > shape.max || value.trim().length < (shape.min ?? 0))
        return fault(pointer, 'text', { min: shape.min ?? 0, max: shape.max });
      // PostgreSQL keeps no NUL, and half a surrogate pair is no character: both would come back as something else.
      return value.includes('\u0000') || /\p{Surrogate}/u.test(value) ? fault(pointer, 'textNotStorable') : [];
    case 'code':
      return typeof value === 'string' && shape.of.includes(value) ? [] : fault(pointer, 'code', { codes: shape.of });
    case 'day':
      return typeof value === 'string' && parseDay(value) !== null ? [] : fault(pointer, 'day');
    case 'instant':
      return typeof value === 'string' && parseInstant(value) !== null ? [] : fault(pointer, 'moment');
    case 'boolean':
      return typeof value === 'boolean' ? [] : fault(pointer, 'flag');
    case 'whole':
      return Number.isInteger(value) && Number(value) >= shape.min && Number(value) <= shape.max
        ? []
        : fault(pointer, 'whole', { min: shape.min, max: shape.max });
    case 'email':
      return typeof value === 'string' && emailForm.test(value) ? [] : fault(pointer, 'email');
    case 'uuid':
      return typeof value === 'string' && uuidForm.test(value) ? [] : fault(pointer, 'uuid');
    case 'json':
      return [];
    case 'either': {
      const found = shape.of.map((one) => faultsOfShape(value, one, pointer));
      return found.some((faults) => faults.length === 0) ? [] : (found.at(-1) ?? []);
    }
    case 'list':
      if (!Array.isArray(value) || value.length < shape.min || value.length > shape.max)
        return fault(pointer, 'list', { min: shape.min, max: shape.max });
      return value.flatMap((one, index) => faultsOfShape(one, shape.of, step(pointer, index)));
    case 'object':
      return faultsOfObject(value, shape, pointer);
  }
}

function faultsOfObject(
  value: unknown,
  { fields, required }: Extract<Shape, { is: 'object' }>,
  pointer: string,
): readonly Fault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(pointer, 'part');
  const sent = new Map<string, unknown>(Object.entries(value));
  const unknown = [...sent.keys()]
    .filter((name) => !Object.hasOwn(fields, name))
    .flatMap((name) => fault(step(pointer, name), 'unknownField'));
  const known = Object.entries(fields).flatMap(([name, shape]) => {
    const one = sent.get(name) ?? null;
    if (one === null) return required.includes(name) ? fault(step(pointer, name), 'missing') : [];
    return faultsOfShape(one, shape, step(pointer, name));
  });
  return [...unknown, ...known];
}

/**
 * A value with every field of the shape: null where it was left out, which means the same, and null where it cannot be read, so that
 * the other answers can still be looked at. What is needed is an empty object or list rather than null.
 */
export function filled(value: unknown, shape: Shape, isNeeded = true): Json {
  if (shape.is === 'list') return Array.isArray(value) ? value.map((one) => filled(one, shape.of)) : isNeeded ? [] : null;
  if (shape.is !== 'object') return faultsOfShape(value, shape).length === 0 ? (value as Json) : null;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject && !isNeeded) return null;
  const sent = new Map<string, unknown>(isObject ? Object.entries(value) : []);
  return Object.fromEntries(
    Object.entries(shape.fields).map(([name, of]) => [name, filled(sent.get(name) ?? null, of, shape.required.includes(name))]),
  );
}

/** Whether a dotted path (`child.date_of_birth`, `offences.0.place`) names a field of the shape. */
export function hasPath(shape: Shape, path: string): boolean {
  let at: Shape | undefined = shape;
  for (const name of path.split('.')) {
    if (at?.is === 'object') at = Object.hasOwn(at.fields, name) ? at.fields[name] : undefined;
    else at = at?.is === 'list' && /^(0|[1-9]\d{0,3})$/.test(name) ? at.of : undefined;
    if (at === undefined) return false;
  }
  return true;
}
