import { type Change, type Context, Ledger, type Outcome, type StreamFile } from '#ledger';
import { Injectable } from '@nestjs/common';
import { historyChanges } from '../../children/earlier-outcomes.js';
import { type MovedCase, type MoveOrder, runMove } from '../../moves/run-move.js';
import { CasesOfChild } from '../../queries/cases-of-child.query.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';

/**
 * A disposal is given, and from then on it is an earlier outcome in the other open cases of the child. Whoever decides those is told to
 * read them again.
 */
@Injectable()
export class GiveDisposal {
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
      { ...order, event: 'disposalGiven' },
      { refs: others.map((id) => ({ id })), changes: historiesBeside },
    );
  }
}

function historiesBeside(files: readonly StreamFile[], moved: Change, context: Context): readonly Change[] {
  const given: StreamFile = { ...moved.file, facts: moved.facts ?? moved.file.facts };
  const seen = files.filter(({ exists, kind }) => exists && kind === 'case');
  return historyChanges([given, ...seen], context).filter(({ file }) => file.id !== given.id);
}
