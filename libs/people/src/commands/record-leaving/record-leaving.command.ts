import { type Json, Ledger, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { may } from '../../access.js';
import { factsOf, organisationKey, withMember } from '../../organisation-file.js';

/** Records that a person left: out of every room at the next call, whatever token they still hold. */
@Injectable()
export class RecordLeaving {
  constructor(private readonly ledger: Ledger) {}

  run(
    person: string,
    order: { readonly person: string; readonly organisation: string },
    given: { readonly key?: string | undefined; readonly request?: Json } = {},
  ): Promise<Outcome<{ person: string }>> {
    const of = [{ key: organisationKey(order.organisation), kind: 'organisation' as const, newId: order.person }];
    return this.ledger.write<{ person: string }>(person, { ...given, of }, ([file], { asker }) => {
      if (!may(asker, 'changePeople')) return refused('notYours');
      const member = file?.exists ? factsOf(file).members[order.person] : undefined;
      if (!file || !member?.isActive) return refused('notFound');
      if (asker.organisation !== order.organisation) return refused('notYours', { code: 'organisationOfAnother' });
      const gone = { ...member, roles: [], rooms: [], views: [], isActive: false };
      return {
        did: [withMember(file, order.person, gone, { type: 'personLeft', data: { person: order.person } })],
        value: { person: order.person },
      };
    });
  }
}
