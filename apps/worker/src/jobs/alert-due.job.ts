import { type RaiseAlert } from '#casework';
import { type Job } from '../job.js';
import { type Log } from '../log.js';

/**
 * Raises the alert of one step, if it is still due: the command reads the clock again. A step that was sent, a clock that stopped
 * and a file that has moved on are nothing to do. Answers how many alerts it raised.
 */
export const alertDue = (parts: { readonly raiseAlert: RaiseAlert; readonly log: Log }): Job<'alert-due'> => ({
  name: 'alert-due',
  run: async (due) => {
    const outcome = await parts.raiseAlert.run(due);
    if (outcome.ok) return 1;
    const { because } = outcome.refusal;
    // Anything else than having moved on is worth an operator's look: the sweep will ring for this step again.
    if (because !== 'notNow') parts.log({ code: 'alertNotRaised', because, ...due });
    return 0;
  },
});
