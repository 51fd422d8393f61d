import { type SayDayCame } from '#casework';
import { type Job } from '../job.js';
import { type Log } from '../log.js';

/**
 * Says in a case that a day has come, if it is still to be said: the command reads the clock again. Answers 1 where it was said.
 */
export const sayDayCame = (parts: { readonly command: SayDayCame; readonly log: Log }): Job<'say-day-came'> => ({
  name: 'say-day-came',
  run: async (came) => {
    const outcome = await parts.command.run(came);
    if (outcome.ok) return 1;
    const { because } = outcome.refusal;
    if (because !== 'notNow') parts.log({ code: 'dayNotSaid', because, ...came });
    return 0;
  },
});
