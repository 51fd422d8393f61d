import { carriedEvents, CarryHistory, RecordVictimEvent } from '#casework';
import { type Ledger } from '#ledger';
import { victimEventTypes } from '#victims';
import { type Log } from '../log.js';
import { carryHistory } from './carry-history.js';
import { carryVictimEvent } from './carry-victim-event.js';
import { oweRecounts } from './owe-recounts.js';
import { type Sequel, type Sequels } from './sequel.js';

/** Everything that follows an event of the record by itself. */
export function sequelsOf(ledger: Ledger, log: Log): Sequels {
  const carry = carryVictimEvent({ recordVictimEvent: new RecordVictimEvent(ledger), log });
  const history = carryHistory({ command: new CarryHistory(ledger), log });
  return new Map<string, Sequel>([
    ...victimEventTypes.map((type) => [type, carry] as const),
    ...carriedEvents.map((type) => [type, history] as const),
    ['calendarChanged', oweRecounts],
  ]);
}
