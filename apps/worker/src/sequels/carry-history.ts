import { type CarriedEvent, type CarryHistory } from '#casework';
import { type Log } from '../log.js';
import { type Sequel } from './sequel.js';

/**
 * Makes an outcome known in the child's other cases that whoever gave it, or set it aside, does not see. Nothing to do where there are none,
 * and where they know already.
 */
export const carryHistory =
  ({ command, log }: { readonly command: CarryHistory; readonly log: Log }): Sequel =>
  async ({ stream, seq, type }, bell) => {
    const { rows } = await bell.query<{ person: string }>('select teg.person_of_event($1, $2) as person', [stream, seq]);
    const outcome = await command.run({ stream, seq, type: type as CarriedEvent, person: rows[0]?.person ?? '' });
    if (outcome.ok || outcome.refusal.because === 'notNow') return;
    const { because } = outcome.refusal;
    // Somebody was faster three times: the next delivery finds the cases at rest.
    if (because === 'stale') throw new Error('A case moved while it was to be told.');
    log({ code: 'historyNotCarried', because, stream, seq, type });
  };
