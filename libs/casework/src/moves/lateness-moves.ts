import { causeCodes } from '#law';
import { refused } from '#ledger';
import { isOwnLateness } from '../clocks/lateness.js';
import { lateEnd, oneOf } from './field.js';
import { type Move, move } from './move.js';

/** Why something ended late, where it was not said with what ended it, or was said wrongly. What was said before stays on record. */
export const latenessMoves: readonly Move[] = [
  move('causeOfLatenessRecorded', {
    fields: { late: lateEnd, cause: oneOf(causeCodes) },
    happen: ({ late, cause }, { context }) =>
      isOwnLateness(late, context.asker)
        ? { events: [{ type: 'causeOfLatenessRecorded', clock: late.clock, seq: late.seq, cause }] }
        : refused('notYours', { code: 'latenessNotYours' }),
  }),
];
