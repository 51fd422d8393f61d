import { drawFrom, isDrawCode, readFrame, readPlan, seedOf } from '#proof';
import { type OpenedDraw } from '../queries/opened-draw.query.js';
import { type TakenReserve } from './draw-record.js';

export type ReserveOrder = { readonly service: string; readonly out: string; readonly reason: string };
/** The reserve that takes the place, or why none does. */
export type NextReserve =
  { readonly in: string } | { readonly not: 'drawCode' | 'serviceNotPlanned' | 'notAPick' | 'noReserveLeft' };

/** The next reserve in rank order, and no other, takes the place of a pick that stands. */
export function nextReserve(
  { plan, frame, text, secret }: OpenedDraw,
  taken: readonly TakenReserve[],
  { service, out, reason }: ReserveOrder,
): NextReserve {
  if (!isDrawCode(reason)) return { not: 'drawCode' };
  const [planned, framed] = [readPlan(plan), readFrame(frame)];
  if (planned === null || framed === null) throw new Error('A paper of the draw has not the form of one.');
  const drawn = drawFrom(planned, framed, seedOf(secret, frame, text)).find((one) => one.service === service);
  if (drawn === undefined) return { not: 'serviceNotPlanned' };
  const before = taken.filter((one) => one.service === service);
  const standing = new Set([...drawn.picks, ...before.map((one) => one.in)]);
  for (const one of before) standing.delete(one.out);
  if (!standing.has(out)) return { not: 'notAPick' };
  const next = drawn.reserves[before.length];
  return next === undefined ? { not: 'noReserveLeft' } : { in: next };
}
