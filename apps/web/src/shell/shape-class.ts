import { type BodyShape } from '#casework';
import {
  AnyJson,
  Code,
  Day,
  Email,
  Flag,
  List,
  Moment,
  Nullable,
  Optional,
  Part,
  Parts,
  type Shape,
  Text,
  Uuid,
  Whole,
} from './shape-fields.js';

type Each = { readonly each?: true };

/**
 * The class that describes a body whose shape is data: the command reads the body by that data, the API description by this class,
 * and neither is written twice. What may be left out may be null as well.
 */
export function shapeClass(name: string, shape: BodyShape): Shape {
  if (shape.is !== 'object') throw new Error(`The body ${name} is no object.`);
  const made: Shape = { [name]: class {} }[name] as Shape;
  for (const [field, of] of Object.entries(shape.fields)) {
    const decorators = [
      fieldOf(
        `${name.replace(/Shape$/, '')}${field.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Shape`,
        of,
      ),
    ].flat();
    if (!shape.required.includes(field)) decorators.push(Optional(), Nullable());
    for (const decorate of decorators) decorate(made.prototype as object, field);
  }
  return made;
}

function fieldOf(name: string, shape: BodyShape): PropertyDecorator | PropertyDecorator[] {
  if (shape.is === 'list' && shape.of.is === 'object') {
    const part = shapeClass(name, shape.of);
    return Parts(() => part, { min: shape.min, max: shape.max });
  }
  if (shape.is === 'list') return [List({ min: shape.min, max: shape.max }), leafOf(name, shape.of, { each: true })];
  return leafOf(name, shape, {});
}

function leafOf(name: string, shape: BodyShape, each: Each): PropertyDecorator {
  switch (shape.is) {
    case 'text':
      return Text({ min: shape.min ?? 0, max: shape.max, ...each });
    case 'code':
      return Code(shape.of, each);
    case 'day':
      return Day(each);
    case 'instant':
      return Moment(each);
    case 'boolean':
      return Flag();
    case 'whole':
      return Whole({ min: shape.min, max: shape.max, ...each });
    case 'email':
      return Email(each);
    case 'uuid':
      return Uuid(each);
    case 'json':
    case 'either':
      return AnyJson();
    case 'object': {
      const part = shapeClass(name, shape);
      return Part(() => part);
    }
    case 'list':
      throw new Error(`${name}: a list of lists has no description.`);
  }
}
