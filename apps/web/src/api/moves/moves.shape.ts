import { kebabOf, moves, shapeOfFields } from '#casework';
import { isVictimEventType } from '#victims';
import { type Shape, Code, Flag, List, Moment, Optional, Part, Parts, Text, Whole } from '../../shell/shape-fields.js';
import { shapeClass } from '../../shell/shape-class.js';

const pascal = (event: string): string => event.charAt(0).toUpperCase() + event.slice(1);

/** One body for each event, from the very data that the command reads it by. What is said of a victim by number has an address of its own. */
export const moveBodies: { readonly [address: string]: Shape } = Object.fromEntries(
  moves
    .filter(({ event }) => !isVictimEventType(event))
    .map(({ event, fields }) => [kebabOf(event), shapeClass(`${pascal(event)}Shape`, shapeOfFields(fields))]),
);

export class MovedEventShape {
  @Whole() seq: number;
  @Text() type: string;
  @Moment() at: string;
  /** Hash of the event in the case's chain: what proves later that it was so. */
  @Text() hash: string;
}

/** What may come next for this caller, asked by the same code as the move itself. */
export class NextMoveShape {
  @Text() event: string;
  @Text() href: string;
  @Flag() open: boolean;
  @Optional() @Code(['notAllowed', 'notNow', 'notYours']) because?: string;
  @Optional() @Text() code?: string;
  @Optional() @List() rules?: object[];
  @Optional() @List() @Text({ each: true }) outcomes?: string[];
  /** Where this description says what the body must hold. */
  @Text() schema: string;
}

/** Where a case stands after a move. */
export class MovedShape {
  @Text() reference: string;
  @Text() state: string;
  @Whole() version: number;
  @Part(() => MovedEventShape) event: MovedEventShape;
  /** Each clock with its source, explained day by day. */
  @List({ max: 1000 }) clocks: object[];
  @Parts(() => NextMoveShape, { max: 1000 }) next: NextMoveShape[];
}
