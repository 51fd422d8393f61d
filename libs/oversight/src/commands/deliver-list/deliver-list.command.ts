import { Ledger, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { moveDraw } from '../../draws/draw-move.js';
import { type GivenList, orderFaults } from '../../draws/draw-order.js';
import { drawRecordOf } from '../../draws/draw-record.js';
import { type GivenOrder } from '../../draws/given-order.js';
import { deliver } from '../../draws/plan-changes.js';

export type DeliveredListAnswer = { readonly reference: string; readonly service: string; readonly list_hash: string };

/** Takes in the list of a service that does not run Teg, until the frame is frozen. A later list of it replaces the earlier one and both stay on record. */
@Injectable()
export class DeliverList {
  constructor(private readonly ledger: Ledger) {}

  run(person: string, reference: string, list: GivenList, given: GivenOrder = {}): Promise<Outcome<DeliveredListAnswer>> {
    return this.ledger.write<DeliveredListAnswer>(person, { of: [{ reference }], ...given }, ([file], context) => {
      if (!file?.exists || file.kind !== 'draw') return refused('notFound');
      const record = drawRecordOf(file);
      const { ref, paper } = deliver(file, record.lists, list);
      const after = { ...record, lists: [...record.lists.filter(({ service }) => service !== list.service), ref] };
      const change = moveDraw(file, [{ type: 'listDelivered', data: { service: list.service, hash: ref.hash } }], after, context);
      if ('refusal' in change) return change;
      const { window, services, theme } = record;
      const faults = orderFaults({ window, services, theme, lists: [list] }).map((fault) => ({
        ...fault,
        pointer: fault.pointer.replace('/lists/0', ''),
      }));
      if (faults.length > 0) return refused('invalid', { faults });
      return { did: [{ ...change, documents: [paper] }], value: { reference, service: list.service, list_hash: ref.hash } };
    });
  }
}
