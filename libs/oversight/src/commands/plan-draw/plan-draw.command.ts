import { randomBytes, randomUUID } from 'node:crypto';
import { Ledger, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { dayKeys, preparedKey } from '../../draws/draw-keys.js';
import { moveDraw } from '../../draws/draw-move.js';
import { type DrawOrder, orderFaults } from '../../draws/draw-order.js';
import { newDraw } from '../../draws/draw-record.js';
import { drawReference, randomPart } from '../../draws/draw-reference.js';
import { type GivenOrder } from '../../draws/given-order.js';
import { fixPlan } from '../../draws/plan-changes.js';

/** A plan that is fixed: what is published of it. */
export type PlannedDraw = {
  readonly reference: string;
  readonly state: 'planned';
  readonly plan_hash: string;
  readonly commitment: string;
};

/**
 * Fixes the plan of a draw and seals a fresh secret, in one statement; a draw that was prepared for that very window is taken up. What is
 * answered binds plan and secret; the secret itself leaves this function for the dossier only.
 */
@Injectable()
export class PlanDraw {
  constructor(private readonly ledger: Ledger) {}

  /** `oversight`: the body for which the person draws. */
  async run(person: string, oversight: string, order: DrawOrder, given: GivenOrder = {}): Promise<Outcome<PlannedDraw>> {
    const faults = orderFaults(order);
    if (faults.length > 0) return { ok: false, refusal: { because: 'invalid', faults } };
    const [secret, random] = [randomBytes(32).toString('hex'), randomPart()];
    const prepared = preparedKey(oversight, order.window);
    const of = [{ key: prepared, kind: 'draw', newId: randomUUID() }] as const;
    return this.ledger.write<PlannedDraw>(person, { of, key: given.key, request: given.request }, ([file], context) => {
      if (file === undefined || context.asker.organisation !== oversight) return refused('notYours');
      const { window, theme, services } = order;
      const plan = fixPlan(file, newDraw({ oversight, window, theme, services }), order.lists, secret, context);
      const change = moveDraw(file, [plan.step], plan.record, context);
      if ('refusal' in change) return change;
      const reference = file.reference ?? drawReference(context.today, random);
      const { planHash, commitment } = plan.record;
      return {
        did: [
          {
            ...change,
            reference,
            documents: plan.documents,
            keys: dayKeys(plan.record),
            dropKeys: file.exists ? [prepared] : [],
          },
        ],
        value: { reference, state: 'planned', plan_hash: planHash ?? '', commitment: commitment ?? '' },
      };
    });
  }
}
