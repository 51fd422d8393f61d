import { type CaseEventType } from '#pathway';
import { allocationMoves } from './allocation-moves.js';
import { decisionMoves } from './decision-moves.js';
import { deliveryMoves } from './delivery-moves.js';
import { endingMoves } from './ending-moves.js';
import { factMoves } from './fact-moves.js';
import { interventionMoves } from './intervention-moves.js';
import { joiningMoves } from './joining-moves.js';
import { latenessMoves } from './lateness-moves.js';
import { type Move } from './move.js';
import { panelMoves } from './panel-moves.js';
import { recordMoves } from './record-moves.js';
import { variantMoves } from './variant-moves.js';

/** Every move that a person can make with a case, in the order of the way through. */
export const moves: readonly Move[] = [
  ...allocationMoves,
  ...panelMoves,
  ...decisionMoves,
  ...deliveryMoves,
  ...interventionMoves,
  ...endingMoves,
  ...factMoves,
  ...recordMoves,
  ...latenessMoves,
  ...joiningMoves,
  ...variantMoves,
];

const byEvent: ReadonlyMap<CaseEventType, Move> = new Map(moves.map((one) => [one.event, one]));

/** Undefined for an event that comes by another way: a police file, a document, what a victim is told. */
export const moveOf = (event: CaseEventType): Move | undefined => byEvent.get(event);

/** `caseAllocated` as it stands in an address: `case-allocated`. */
export const kebabOf = (event: CaseEventType): string => event.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const byAddress: ReadonlyMap<string, Move> = new Map(moves.map((one) => [kebabOf(one.event), one]));
export const moveOfAddress = (address: string): Move | undefined => byAddress.get(address);
