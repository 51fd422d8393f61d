import { type Fault, type JsonObject } from '#ledger';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { type Shape } from './shape-fields.js';

export type ReadShape<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Whether plain JSON has this shape: every fault at once, each with its pointer; unknown fields are faults. The value that comes back
 * is the very JSON that went in, not an instance: nothing is converted, so what is validated is what is hashed and stored.
 */
export function readShape<T extends object>(shape: Shape<T>, value: unknown): ReadShape<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, faults: [{ pointer: '', code: 'part' }] };
  const errors = validateSync(plainToInstance(shape, value), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
  });
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: value as T };
}

/** Whether fields of this class carry decorators. */
export const isShape = (type: unknown): type is Shape =>
  typeof type === 'function' && getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;

function faultsOf(error: ValidationError, above: string): readonly Fault[] {
  const pointer = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const inside = (error.children ?? []).flatMap((child) => faultsOf(child, pointer));
  if (inside.length > 0) return inside;
  const codes = Object.keys(error.constraints ?? {});
  if (codes.includes('whitelistValidation')) return [{ pointer, code: 'unknownField' }];
  if (error.value === undefined) return [{ pointer, code: 'missing' }];
  const code = codes.find((name) => name === 'list') ?? codes.find((name) => name !== 'nestedValidation') ?? 'part';
  const found = getMetadataStorage()
    .getTargetValidationMetadatas((error.target as object).constructor, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && metadata.name === code);
  const [all = {}, holds] = (found?.constraints ?? []) as [{ [name: string]: unknown }?, ((value: unknown) => boolean)?];
  // What is no JSON (a pattern, the shape of a part) is of no use in a text.
  const values = Object.entries(all).filter(([, value]) => typeof value === 'number' || Array.isArray(value));
  const fault = { code, ...(values.length > 0 && { values: Object.fromEntries(values) as JsonObject }) };
  if (!found?.each || !Array.isArray(error.value) || !holds) return [{ pointer, ...fault }];
  return error.value.flatMap((entry, index) => (holds(entry) ? [] : [{ pointer: `${pointer}/${index}`, ...fault }]));
}
