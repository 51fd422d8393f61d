import { type Change, type Context, Ledger, type Outcome, type StreamFile } from '#ledger';
import { Injectable } from '@nestjs/common';
import { outcomeInOthers } from '../../children/outcome-in-others.js';
import { type MovedCase, type MoveOrder, runMove } from '../../moves/run-move.js';
import { CasesOfChild } from '../../queries/cases-of-child.query.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';

export type OutcomeOrder = MoveOrder & { readonly event: keyof typeof outcomeInOthers };

/**
 * A disposal is given, or set aside: in its own case, and in the same act in the child's other cases that whoever does it sees. Whoever
 * decides those is told to read them again. The record keeps what once stood.
 */
@Injectable()
export class CountOutcome {
  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: MoveLookup,
    private readonly cases: CasesOfChild,
  ) {}

  async run(person: string, order: OutcomeOrder): Promise<Outcome<MovedCase>> {
    const others = await this.cases.beside(person, order.reference);
    const changes = (files: readonly StreamFile[], moved: Change, context: Context) => {
      const after: StreamFile = { ...moved.file, facts: moved.facts ?? moved.file.facts };
      const seen = files.filter(({ exists, kind }) => exists && kind === 'case');
      return outcomeInOthers[order.event](after, seen, context);
    };
    return runMove(this.ledger, this.lookup, person, order, { refs: others.map((id) => ({ id })), changes });
  }
}
