import { type Change, type JsonObject, Ledger, type Outcome, type StreamFile } from '#ledger';
import { Injectable } from '@nestjs/common';
import { caseRecordOf } from '../../cases/case-record.js';
import { correctedBirthDate } from '../../children/child-record.js';
import { type MovedCase, type MoveOrder, runMove } from '../../moves/run-move.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';

/**
 * A fact that was mistyped is put right in one act: the old one stays on record and counts no more. A birth date stands in the child's
 * own file as well, which is put right with it.
 */
@Injectable()
export class CorrectFact {
  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: MoveLookup,
  ) {}

  async run(person: string, order: Omit<MoveOrder, 'event'>): Promise<Outcome<MovedCase>> {
    const asked: MoveOrder = { ...order, event: 'factCorrected' };
    const linked = isOfBirthDate(order.body) ? await this.lookup.linked(person, order.reference) : null;
    const further = linked && {
      refs: [{ id: linked.child }],
      changes: (files: readonly StreamFile[], moved: Change) => files.flatMap((file) => inChild(file, moved)),
    };
    return runMove(this.ledger, this.lookup, person, asked, further ?? undefined);
  }
}

const isOfBirthDate = (body: MoveOrder['body']): boolean =>
  typeof body === 'object' && body !== null && (body as JsonObject)['fact'] === 'bornOn';

function inChild(file: StreamFile, moved: Change): readonly Change[] {
  const { bornOn } = caseRecordOf({ facts: moved.facts ?? {} }).known;
  return file.exists && bornOn !== undefined ? [correctedBirthDate(file, bornOn, moved.file.id)] : [];
}
