import { Injectable } from '@nestjs/common';
import { CorrectFact, GiveDisposal, MoveCase, type MovedCase, type MoveOrder, SetOutcomeAside, TransferCase } from '#casework';
import { type Outcome } from '#ledger';

/** Every move of a case by its event, whichever command it is. */
@Injectable()
export class CaseMoves {
  constructor(
    private readonly moveCase: MoveCase,
    private readonly transferCase: TransferCase,
    private readonly correctFact: CorrectFact,
    private readonly giveDisposal: GiveDisposal,
    private readonly setOutcomeAside: SetOutcomeAside,
  ) {}

  /** Four events concern further files. */
  run(person: string, order: MoveOrder): Promise<Outcome<MovedCase>> {
    switch (order.event) {
      case 'caseTransferred':
        return this.transferCase.run(person, order);
      case 'factCorrected':
        return this.correctFact.run(person, order);
      case 'disposalGiven':
        return this.giveDisposal.run(person, order);
      case 'outcomeSetAside':
        return this.setOutcomeAside.run(person, order);
      default:
        return this.moveCase.run(person, order);
    }
  }
}
