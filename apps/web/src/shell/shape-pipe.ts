import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { isShape, readShape } from './read-shape.js';
import { refuse } from './refused-request.js';
import { type Shape } from './shape-fields.js';

/** Reads bodies and queries whose parameter is typed with a shape; everything else passes as it is. */
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !isShape(metatype)) return value;
    const read = readShape(metatype, type === 'query' ? withNumbers(metatype, value) : value);
    if (!read.ok) throw refuse('invalid', { faults: read.faults });
    return read.value;
  }
}

/** In an address everything is text: what is to be a whole number is read as one, in its one spelling. */
function withNumbers(shape: Shape, value: unknown): unknown {
  const query: { [name: string]: unknown } = { ...(value as object) };
  for (const { propertyName, name } of getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false)) {
    const text = query[propertyName];
    if (name === 'whole' && typeof text === 'string' && /^(0|[1-9]\d{0,9})$/.test(text)) query[propertyName] = Number(text);
  }
  return query;
}
