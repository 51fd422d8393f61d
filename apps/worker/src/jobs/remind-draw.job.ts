import { type Ledger } from '#ledger';
import { type CarryOnDraw, type DueDraws, type RemindDraw } from '#oversight';
import { type Job } from '../job.js';
import { failureOf, type Log } from '../log.js';

/**
 * Looks at every open draw: takes the step that Teg owes (a process may have ended between the lead's text and the publication), reminds
 * the lead once when a window is over without a frame, and lets a prepared draw lapse that was overtaken. Answers how many it moved.
 */
export const remindDraw = (parts: {
  readonly ledger: Ledger;
  readonly due: DueDraws;
  readonly carryOn: CarryOnDraw;
  readonly command: RemindDraw;
  readonly log: Log;
}): Job<'remind-draw'> => ({
  name: 'remind-draw',
  run: async () => {
    const { today } = await parts.ledger.now();
    let moved = 0;
    for (const owed of await parts.due.owed(today)) {
      try {
        const outcome = await (owed.owes === 'step' ? parts.carryOn.run(owed.reference) : parts.command.run(owed));
        if (outcome.ok) moved += 1;
        else if (outcome.refusal.because !== 'notNow')
          parts.log({ code: 'drawNotMoved', because: outcome.refusal.because, reference: owed.reference });
      } catch (error) {
        // One draw whose papers are not as published must not keep the others waiting; an operator looks at it.
        parts.log({ code: 'drawNotMoved', reference: owed.reference, ...failureOf(error) });
      }
    }
    return moved;
  },
});
