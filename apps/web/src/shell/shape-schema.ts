import { type Json, type JsonObject } from '#ledger';
import { getMetadataStorage } from 'class-validator';
import { isGiven, isNotNull, type Shape } from './shape-fields.js';

type Values = {
  readonly min: number;
  readonly max: number;
  readonly codes: readonly (string | number)[];
  readonly pattern: RegExp;
  readonly shape: () => Shape;
};
type Rule = { readonly name: string; readonly each: boolean; readonly values: Values };

/** The name of a shape in the API description: the class without its suffix. */
export const shapeName = (shape: Shape): string => shape.name.replace(/Shape$/, '');

export type FieldSchema = { readonly name: string; readonly isRequired: boolean; readonly schema: JsonObject };

/** The fields of a shape as JSON Schema (2020-12), from the very rules that validate it. `seen` is told of each part's shape. */
export function fieldsOf(shape: Shape, seen: (part: Shape) => void): readonly FieldSchema[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const names = [...new Set(metadata.map(({ propertyName }) => propertyName))];
  return names.map((name) => {
    const own = metadata.filter(({ propertyName }) => propertyName === name);
    const conditions: readonly unknown[] = own
      .filter(({ type }) => type === 'conditionalValidation')
      .map(({ constraints }) => constraints[0]);
    const rules = own
      .filter(({ type, name: rule }) => type === 'customValidation' && rule !== undefined)
      .map(({ name: rule = '', each, constraints }): Rule => ({ name: rule, each, values: constraints[0] as Values }));
    const schema = schemaOf(rules, seen);
    return { name, isRequired: !conditions.includes(isGiven), schema: conditions.includes(isNotNull) ? orNull(schema) : schema };
  });
}

/** A shape as an object schema: no other fields than its own. */
export function objectSchema(shape: Shape, seen: (part: Shape) => void): JsonObject {
  const fields = fieldsOf(shape, seen);
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema }): [string, Json] => [name, schema])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function schemaOf(rules: readonly Rule[], seen: (part: Shape) => void): JsonObject {
  const list = rules.find(({ name }) => name === 'list');
  const own = rules.find(({ name }) => name !== 'list');
  const one = own ? scalar(own, seen) : {};
  return list ? { type: 'array', minItems: list.values.min, maxItems: list.values.max, items: one } : one;
}

function scalar({ name, values }: Rule, seen: (part: Shape) => void): JsonObject {
  const { min, max } = values;
  switch (name) {
    case 'text':
      return { type: 'string', minLength: min, maxLength: max };
    case 'pattern':
      return { type: 'string', minLength: min, maxLength: max, pattern: values.pattern.source };
    case 'code':
      return { enum: values.codes };
    case 'flag':
      return { type: 'boolean' };
    case 'whole':
      return { type: 'integer', minimum: min, maximum: max };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'moment':
      return { type: 'string', format: 'date-time' };
    case 'uuid':
      return { type: 'string', format: 'uuid' };
    case 'email':
      return { type: 'string', format: 'email' };
    case 'base64':
      return { type: 'string', contentEncoding: 'base64', maxLength: max };
    case 'part':
      seen(values.shape());
      return { $ref: `#/components/schemas/${shapeName(values.shape())}` };
    case 'json':
      return {};
    default:
      throw new Error(`The rule ${name} has no schema.`);
  }
}

const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });
