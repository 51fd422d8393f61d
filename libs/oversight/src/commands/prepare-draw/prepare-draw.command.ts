import { randomUUID } from 'node:crypto';
import { Ledger, machine, type NewNotice, type Outcome, refused } from '#ledger';
import { rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { preparedKey } from '../../draws/draw-keys.js';
import { moveDraw } from '../../draws/draw-move.js';
import { type DrawWindow, newDraw, type ServiceSize } from '../../draws/draw-record.js';
import { drawReference, randomPart } from '../../draws/draw-reference.js';
import { uuidOf } from '../../draws/uuid-of.js';

export type Preparation = { readonly oversight: string; readonly window: DrawWindow; readonly services: readonly ServiceSize[] };

/**
 * Prepares the draw of a window: a proposal without secret or commitment, a notice to the scrutiny lead, and the clock that climbs until
 * the draw is published. The lead's plan takes it up, with a theme if there is to be one. Refuses `duplicate` where it was prepared.
 */
@Injectable()
export class PrepareDraw {
  constructor(private readonly ledger: Ledger) {}

  run({ oversight, window, services }: Preparation): Promise<Outcome<{ readonly reference: string }>> {
    const random = randomPart();
    const key = preparedKey(oversight, window);
    return this.ledger.write<{ reference: string }>(
      machine,
      { of: [{ key, kind: 'draw', newId: randomUUID() }] },
      ([file], context) => {
        if (file === undefined || file.exists) return refused('duplicate');
        const record = newDraw({ oversight, window, theme: null, services });
        const change = moveDraw(file, [{ type: 'drawPrepared', data: { oversight, window, services } }], record, context);
        if ('refusal' in change) return change;
        const reference = drawReference(context.today, random);
        const notice: NewNotice = {
          id: uuidOf(`${file.id} prepared`),
          room: rooms.oversight(oversight),
          role: 'scrutinyLead',
          code: 'drawPrepared',
        };
        return { did: [{ ...change, reference, keys: [{ key, isUnique: true }], inbox: [notice] }], value: { reference } };
      },
    );
  }
}
