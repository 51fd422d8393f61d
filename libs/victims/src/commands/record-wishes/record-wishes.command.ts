import { type CalendarDay } from '#calendar';
import { Ledger, type Outcome, refused } from '#ledger';
import { may } from '#people';
import { Injectable } from '@nestjs/common';
import { asFacts, victimRecordOf } from '../../victim-record.js';

/** What the victim wants, in the victim's words; at least one of the two. */
export type Wishes = {
  readonly reference: string;
  readonly wishes?: string | undefined;
  readonly restorativeView?: string | undefined;
  readonly on?: CalendarDay | undefined;
};
export type WishesRecorded = { readonly reference: string; readonly version: number };
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/** Wishes inform the panel and bind nobody. The words stay in the victim's file; the event says only that they were recorded. */
@Injectable()
export class RecordWishes {
  constructor(private readonly ledger: Ledger) {}

  run(person: string, order: Wishes, given: Given = {}): Promise<Outcome<WishesRecorded>> {
    const { reference, wishes, restorativeView } = order;
    const request = { reference, wishes: wishes ?? null, restorativeView: restorativeView ?? null, on: order.on ?? null };
    return this.ledger.write<WishesRecorded>(person, { of: [{ reference }], ...given, request }, ([file], { asker, today }) => {
      if (!may(asker, 'changeVictim')) return refused('notYours');
      if (!file?.exists || file.kind !== 'victim') return refused('notFound');
      if (wishes === undefined && restorativeView === undefined)
        return refused('invalid', { faults: [{ pointer: '/wishes', code: 'missing' }] });
      const on = order.on ?? today;
      if (on > today) return refused('invalid', { faults: [{ pointer: '/on', code: 'afterNow' }] });
      const said = { on, by: 'victimOfficer' as const };
      const record = {
        ...victimRecordOf(file),
        ...(wishes !== undefined && { wishes: { value: wishes, ...said } }),
        ...(restorativeView !== undefined && { restorativeView: { value: restorativeView, ...said } }),
      };
      const data = { number: record.number, on, wishes: wishes !== undefined, restorativeView: restorativeView !== undefined };
      return {
        did: [{ file, events: [{ type: 'wishesRecorded', data }], facts: asFacts(record) }],
        value: { reference, version: file.version + 1 },
      };
    });
  }
}
