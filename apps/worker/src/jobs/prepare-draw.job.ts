import { type Ledger } from '#ledger';
import { type DueDraws, type PrepareDraw } from '#oversight';
import { type Job } from '../job.js';
import { type Log } from '../log.js';

/**
 * Prepares the draws whose window is about to end, as often as each oversight body's cadence says; the lead finds the proposal and its
 * clock in the inbox. A window that is prepared or planned already is nothing to do. Answers how many it prepared.
 */
export const prepareDraw = (parts: {
  readonly ledger: Ledger;
  readonly due: DueDraws;
  readonly command: PrepareDraw;
  readonly log: Log;
}): Job<'prepare-draw'> => ({
  name: 'prepare-draw',
  run: async () => {
    const { today } = await parts.ledger.now();
    let prepared = 0;
    for (const preparation of await parts.due.toPrepare(today)) {
      const outcome = await parts.command.run(preparation);
      if (outcome.ok) prepared += 1;
      else if (outcome.refusal.because !== 'duplicate')
        parts.log({ code: 'drawNotPrepared', because: outcome.refusal.because, oversight: preparation.oversight });
    }
    return prepared;
  },
});
