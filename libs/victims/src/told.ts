import { type CalendarDay } from '#calendar';
import { type Change, type StreamFile } from '#ledger';
import { asFacts, victimRecordOf } from './victim-record.js';

/** The victim was told of something: which event of the case it was, in the case's words. */
export function toldVictim(file: StreamFile, of: string, on: CalendarDay): Change {
  const record = victimRecordOf(file);
  return {
    file,
    events: [{ type: 'victimInformed', data: { number: record.number, of, on } }],
    facts: asFacts({ ...record, told: { on, of } }),
  };
}
