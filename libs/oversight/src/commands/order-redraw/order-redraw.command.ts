import { randomBytes } from 'node:crypto';
import { type Fault, Ledger, type Outcome, refused } from '#ledger';
import { leadText, sha256hex } from '#proof';
import { Injectable } from '@nestjs/common';
import { dayKeys } from '../../draws/draw-keys.js';
import { moveDraw } from '../../draws/draw-move.js';
import { type DrawOrder, orderFaults } from '../../draws/draw-order.js';
import { type DrawRecord, drawRecordOf } from '../../draws/draw-record.js';
import { type GivenOrder } from '../../draws/given-order.js';
import { fixPlan } from '../../draws/plan-changes.js';

/** Why a draw is made again, and what is to be changed in its plan; what is left out stays. */
export type RedrawOrder = { readonly reason: string } & Partial<DrawOrder>;
export type OrderedRedraw = {
  readonly reference: string;
  readonly state: 'planned';
  readonly attempt: number;
  readonly plan_hash: string;
  readonly commitment: string;
};

const longestReason = 300;

/**
 * Orders a draw to be made again, or its plan to be changed late: the next attempt on the same file, with a fresh secret and a reason
 * that the new plan and so the published file carry. What was published before stays published.
 */
@Injectable()
export class OrderRedraw {
  constructor(private readonly ledger: Ledger) {}

  run(person: string, reference: string, order: RedrawOrder, given: GivenOrder = {}): Promise<Outcome<OrderedRedraw>> {
    const secret = randomBytes(32).toString('hex');
    return this.ledger.write<OrderedRedraw>(person, { of: [{ reference }], ...given }, ([file], context) => {
      if (!file?.exists || file.kind !== 'draw') return refused('notFound');
      const before = drawRecordOf(file);
      const reason = leadText(order.reason);
      const { window, services, theme } = { ...before, ...named(order) };
      const lists = order.lists ?? [];
      const attempt = before.attempt + 1;
      const redraw = { attempt: before.attempt, reason: reason ?? '-', replaced: before.planHash ?? '-', at: context.at };
      const wanted: DrawRecord = {
        ...before,
        window,
        services,
        theme,
        attempt,
        redraws: [...before.redraws, redraw],
        isReminded: false,
      };
      const ordered = { type: 'redrawOrdered', data: { replaces: before.planHash, reason: sha256hex(reason ?? '') } } as const;
      // Asked first with the plan as it was: whether it is the time and the person comes before what is wrong with the order.
      const asked = moveDraw(file, [ordered], { ...before, attempt }, context);
      if ('refusal' in asked) return asked;
      const faults: Fault[] = [...orderFaults({ window, services, theme, lists })];
      if (reason === null || [...reason].length > longestReason)
        faults.push({ pointer: '/reason', code: 'redrawReason', values: { max: longestReason } });
      if (faults.length > 0) return refused('invalid', { faults });
      const plan = fixPlan(file, wanted, lists, secret, context);
      const change = moveDraw(file, [ordered, plan.step], plan.record, context);
      if ('refusal' in change) return change;
      return {
        did: [{ ...change, documents: plan.documents, ...movedKeys(before, plan.record) }],
        value: {
          reference,
          state: 'planned',
          attempt,
          plan_hash: plan.record.planHash ?? '',
          commitment: plan.record.commitment ?? '',
        },
      };
    });
  }
}

/** What the order names; a field that is there and undefined is left out. */
const named = (order: RedrawOrder): Partial<DrawOrder> =>
  Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined));

/** The days that the draw no longer holds, and those that it takes. */
function movedKeys(before: DrawRecord, after: DrawRecord) {
  const held = dayKeys(before).map(({ key }) => key);
  const taken = dayKeys(after);
  const still = new Set(taken.map(({ key }) => key));
  const had = new Set(held);
  return { dropKeys: held.filter((key) => !still.has(key)), keys: taken.filter(({ key }) => !had.has(key)) };
}
