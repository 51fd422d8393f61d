import { Injectable } from '@nestjs/common';
import { CorrectFact, CountOutcome, MoveCase, type MovedCase, type MoveOrder, TransferCase } from '#casework';
import { type Outcome } from '#ledger';

/** Every move of a case by its event, whichever command it is. */
@Injectable()
export class CaseMoves {
  constructor(
    private readonly moveCase: MoveCase,
    private readonly transferCase: TransferCase,
    private readonly correctFact: CorrectFact,
    private readonly countOutcome: CountOutcome,
  ) {}

  /** Four events concern further files. */
  run(person: string, order: MoveOrder): Promise<Outcome<MovedCase>> {
    switch (order.event) {
      case 'caseTransferred':
        return this.transferCase.run(person, order);
      case 'factCorrected':
        return this.correctFact.run(person, order);
      case 'disposalGiven':
      case 'outcomeSetAside':
        return this.countOutcome.run(person, { ...order, event: order.event });
      default:
        return this.moveCase.run(person, order);
    }
  }
}
