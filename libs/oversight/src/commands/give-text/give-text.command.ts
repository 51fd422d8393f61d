import { Ledger, type Outcome, refused } from '#ledger';
import { leadText, sha256hex } from '#proof';
import { Injectable } from '@nestjs/common';
import { moveDraw } from '../../draws/draw-move.js';
import { drawPaper } from '../../draws/draw-paper.js';
import { drawRecordOf } from '../../draws/draw-record.js';
import { type GivenOrder } from '../../draws/given-order.js';

export type GivenText = { readonly reference: string };

/** Puts the lead's own text on record. Only then can anybody read the secret, and the machine goes on at once. The text is a paper; the event holds its hash. */
@Injectable()
export class GiveText {
  constructor(private readonly ledger: Ledger) {}

  run(person: string, reference: string, text: string, given: GivenOrder = {}): Promise<Outcome<GivenText>> {
    return this.ledger.write<GivenText>(person, { of: [{ reference }], ...given }, ([file], context) => {
      if (!file?.exists || file.kind !== 'draw') return refused('notFound');
      const [record, taken] = [drawRecordOf(file), leadText(text)];
      const after = { ...record, at: { ...record.at, seed: context.at } };
      const change = moveDraw(file, [{ type: 'textGiven', data: { text: sha256hex(taken ?? '') } }], after, context);
      if ('refusal' in change) return change;
      if (taken === null) return refused('invalid', { faults: [{ pointer: '/text', code: 'leadText' }] });
      return { did: [{ ...change, documents: [drawPaper(file.id, record.attempt, 'drawText', taken)] }], value: { reference } };
    });
  }
}
