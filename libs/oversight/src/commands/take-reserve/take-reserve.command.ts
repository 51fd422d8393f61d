import { documentHash, Ledger, type Outcome, Reader, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { moveDraw } from '../../draws/draw-move.js';
import { publishedPaper } from '../../draws/draw-paper.js';
import { drawRecordOf } from '../../draws/draw-record.js';
import { type GivenOrder } from '../../draws/given-order.js';
import { nextReserve, type ReserveOrder } from '../../draws/next-reserve.js';
import { publishedFile } from '../../draws/published-file.js';
import { openedDraw } from '../../queries/opened-draw.query.js';

export type Replaced = {
  readonly reference: string;
  readonly service: string;
  readonly out: string;
  readonly in: string;
  readonly reason: string;
};

const pointers = { drawCode: '/reason', serviceNotPlanned: '/service', notAPick: '/out' } as const;

/** Puts the next reserve in the place of a pick that fell out. The published file is made again with it and its reason. */
@Injectable()
export class TakeReserve {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
  ) {}

  async run(person: string, reference: string, order: ReserveOrder, given: GivenOrder = {}): Promise<Outcome<Replaced>> {
    const opened = await openedDraw(this.reader, reference);
    return this.ledger.write<Replaced>(person, { of: [{ reference }], ...given }, ([file], context) => {
      if (!file?.exists || file.kind !== 'draw') return refused('notFound');
      const record = drawRecordOf(file);
      const { service, out, reason } = order;
      const next = opened === null ? null : nextReserve(opened, record.taken, order);
      const found = next !== null && 'in' in next ? next.in : '';
      const taken = [...record.taken, { service, out, in: found, reason, at: context.at }];
      const after = { ...record, taken, fileVersion: record.fileVersion + 1 };
      const change = moveDraw(file, [{ type: 'reserveTaken', data: { service, out, in: found, reason } }], after, context);
      if ('refusal' in change) return change;
      if (opened === null || next === null) throw new Error('A published draw has no text on record.');
      if ('not' in next)
        return next.not === 'noReserveLeft'
          ? refused('notNow', { code: next.not })
          : refused('invalid', { faults: [{ pointer: pointers[next.not], code: next.not }] });
      const paper = publishedPaper(file.id, record.attempt, after.fileVersion, publishedFile(after, opened));
      const [event] = change.events;
      return {
        did: [{ ...change, events: [{ ...event, data: { ...event.data, file: documentHash(paper) } }], documents: [paper] }],
        value: { reference, service, out, in: found, reason },
      };
    });
  }
}
