import { type RecordVictimEvent } from '#casework';
import { type Log } from '../log.js';
import { type Sequel } from './sequel.js';

/**
 * Tells the case what a victim officer put into the victim's file, should the process have died between the two. Done already, and an
 * event of that name in a case's own file: nothing to do.
 */
export const carryVictimEvent =
  ({ recordVictimEvent, log }: { readonly recordVictimEvent: RecordVictimEvent; readonly log: Log }): Sequel =>
  async ({ stream, seq, type }, bell) => {
    const { rows } = await bell.query<{ person: string }>('select teg.person_of_event($1, $2) as person', [stream, seq]);
    const outcome = await recordVictimEvent.carry(stream, seq, rows[0]?.person ?? '');
    if (outcome.ok || outcome.refusal.because === 'notFound') return;
    const { because } = outcome.refusal;
    // Somebody was faster three times: the next delivery finds the case at rest.
    if (because === 'stale') throw new Error('The case moved while it was to be told.');
    log({ code: 'victimEventNotCarried', because, stream, seq, type });
  };
