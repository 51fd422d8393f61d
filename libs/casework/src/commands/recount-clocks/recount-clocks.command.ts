import { Ledger, machine, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { recounted } from '../../clocks/recounted.js';

/**
 * Counts the open clocks of one file again with the calendar in force, as the machine. Refuses `notNow` where nothing is due on another
 * day, so a job may call it again after a crash.
 */
@Injectable()
export class RecountClocks {
  constructor(private readonly ledger: Ledger) {}

  run(stream: string): Promise<Outcome<null>> {
    return this.ledger.write<null>(machine, { of: [{ id: stream }] }, ([file], context) =>
      file ? recounted(file, context) : refused('notFound'),
    );
  }
}
