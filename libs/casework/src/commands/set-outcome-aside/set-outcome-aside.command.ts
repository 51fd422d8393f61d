import { Ledger, type Outcome } from '#ledger';
import { Injectable } from '@nestjs/common';
import { type MovedCase, type MoveOrder, runMove } from '../../moves/run-move.js';
import { CasesOfChild } from '../../queries/cases-of-child.query.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';
import { countsNoMore } from './counts-no-more.js';

/**
 * An outcome is set aside and counts no more: in its own case, and in every other case of the child in which it stands as an earlier
 * outcome. Whoever decides those is told to read them again. The record keeps that it once stood.
 */
@Injectable()
export class SetOutcomeAside {
  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: MoveLookup,
    private readonly cases: CasesOfChild,
  ) {}

  async run(person: string, order: Omit<MoveOrder, 'event'>): Promise<Outcome<MovedCase>> {
    const others = await this.cases.beside(person, order.reference);
    return runMove(
      this.ledger,
      this.lookup,
      person,
      { ...order, event: 'outcomeSetAside' },
      {
        refs: others.map((id) => ({ id })),
        changes: (files, moved, context) => files.flatMap((file) => countsNoMore(file, moved, context)),
      },
    );
  }
}
