import { type Json, type JsonObject, type Refused, refused } from '#ledger';
import { moves } from '../moves/moves.js';
import { type MoveOrder } from '../moves/run-move.js';
import { anyJson, code, faultsOfShape, object, text } from '../referral/shape.js';

/** What a draft of a move keeps: of which case, which event, and its body as far as it was filled in. */
const draftedMoveShape = object(
  { reference: text(32, 1), event: code(moves.map(({ event }) => event)), body: anyJson },
  'reference',
  'event',
);

export type DraftedMove = Pick<MoveOrder, 'reference' | 'event' | 'body'>;

/** The move that a draft asks for, or why it asks for none. Its body is looked at where the move is made. */
export function draftedMove(kept: Json): DraftedMove | Refused {
  const faults = faultsOfShape(kept, draftedMoveShape);
  if (faults.length > 0) return refused('invalid', { faults });
  const { reference, event, body } = kept as DraftedMove & JsonObject;
  return { reference, event, body: body ?? {} };
}
