import { type CalendarDay } from '#calendar';
import { Ledger, type Outcome, refused } from '#ledger';
import { may } from '#people';
import { Injectable } from '@nestjs/common';
import { asFacts, victimRecordOf } from '../../victim-record.js';

export type ContactConsent = { readonly reference: string; readonly isAgreed: boolean; readonly on?: CalendarDay | undefined };
export type VictimChanged = { readonly reference: string; readonly version: number };
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/** Whether the victim agrees to be contacted, as the victim said it. */
@Injectable()
export class RecordContactConsent {
  constructor(private readonly ledger: Ledger) {}

  run(person: string, order: ContactConsent, given: Given = {}): Promise<Outcome<VictimChanged>> {
    const { reference, isAgreed } = order;
    return this.ledger.write<VictimChanged>(
      person,
      { of: [{ reference }], ...given, request: { reference, isAgreed, on: order.on ?? null } },
      ([file], { asker, today }) => {
        if (!may(asker, 'changeVictim')) return refused('notYours');
        if (!file?.exists || file.kind !== 'victim') return refused('notFound');
        const on = order.on ?? today;
        if (on > today) return refused('invalid', { faults: [{ pointer: '/on', code: 'afterNow' }] });
        const record = { ...victimRecordOf(file), contact: { value: isAgreed, on, by: 'victimOfficer' as const } };
        return {
          did: [
            {
              file,
              events: [{ type: 'contactConsentRecorded', data: { number: record.number, isAgreed, on } }],
              facts: asFacts(record),
            },
          ],
          value: { reference, version: file.version + 1 },
        };
      },
    );
  }
}
