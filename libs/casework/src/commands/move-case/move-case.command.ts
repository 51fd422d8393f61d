import { Ledger, type Outcome } from '#ledger';
import { Injectable } from '@nestjs/common';
import { type MovedCase, type MoveOrder, runMove } from '../../moves/run-move.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';

/**
 * Moves a case by one event: whatever a person does with it on its pathway, from the allocation to what may follow its closing. Which
 * event needs which body, and what it means, is a row of the table of moves.
 */
@Injectable()
export class MoveCase {
  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: MoveLookup,
  ) {}

  run(person: string, order: MoveOrder): Promise<Outcome<MovedCase>> {
    return runMove(this.ledger, this.lookup, person, order);
  }
}
