import { Ledger, machine, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { caseRecordOf } from '../../cases/case-record.js';
import { type Further, type MovedCase, type MoveOrder, runMove } from '../../moves/run-move.js';
import { type LinkedFiles, MoveLookup } from '../../queries/move-lookup.query.js';
import { followVictim, followWithCase, type Taken } from './follow-case.js';

/**
 * Another service takes a case on, as its home or as caretaker. The child's file and the incident go with it in the same act. A victim's
 * file stands behind a wall that whoever transfers does not see through, so the machine moves it afterwards; sent again with the same
 * key, that is done again where it was not.
 */
@Injectable()
export class TransferCase {
  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: MoveLookup,
  ) {}

  async run(person: string, order: Omit<MoveOrder, 'event'>): Promise<Outcome<MovedCase>> {
    const linked = await this.lookup.linked(person, order.reference);
    const outcome = await runMove(
      this.ledger,
      this.lookup,
      person,
      { ...order, event: 'caseTransferred' },
      linked ? going(linked) : undefined,
    );
    // The move has read the body: what it says of the service is a service.
    if (outcome.ok) await this.followedByVictims(order.reference, order.body as unknown as Taken);
    return outcome;
  }

  /** Whoever has handed the case away no longer sees it, so its victims are looked up by the machine as well. */
  private async followedByVictims(reference: string, taken: Taken): Promise<void> {
    let victims: readonly string[] = [];
    await this.ledger.write<null>(machine, { of: [{ reference }] }, ([file]) => {
      if (file?.exists) victims = Object.values(caseRecordOf(file).victims);
      return refused('notNow');
    });
    for (const id of victims)
      await this.ledger.write<null>(machine, { of: [{ id }] }, ([file], context) => followVictim(file, taken, context));
  }
}

const going = ({ child, incident }: LinkedFiles): Further => ({
  refs: [{ id: child }, { id: incident }],
  changes: (files, moved) => files.flatMap((file) => followWithCase(file, moved)),
});
