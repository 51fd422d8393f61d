import { kebabOf, moves, shapeOfFields } from '#casework';
import { isVictimEventType } from '#victims';
import { type Shape } from '../../shell/shape-fields.js';
import { shapeClass } from '../../shell/shape-class.js';

const pascal = (event: string): string => event.charAt(0).toUpperCase() + event.slice(1);

/** One body for each event, from the very data that the command reads it by. What is said of a victim by number has an address of its own. */
export const moveBodies: { readonly [address: string]: Shape } = Object.fromEntries(
  moves
    .filter(({ event }) => !isVictimEventType(event))
    .map(({ event, fields }) => [kebabOf(event), shapeClass(`${pascal(event)}Shape`, shapeOfFields(fields))]),
);
