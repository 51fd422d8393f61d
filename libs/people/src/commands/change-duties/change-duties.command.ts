import { type Json, Ledger, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { may } from '../../access.js';
import { duties } from '../../duties.js';
import { factsOf, type Member, organisationKey, withMember } from '../../organisation-file.js';
import { type HumanRole } from '../../roles.js';
import { type Room } from '../../rooms.js';
import { roomsRefused } from '../../rooms-refused.js';

/** Roles and rooms as they are to be; what is left out stays. Cover for a team is being in its room, for as long as it is needed. */
export type ChangedDuties = {
  readonly person: string;
  readonly organisation: string;
  readonly roles?: readonly HumanRole[] | undefined;
  readonly rooms?: readonly Room[] | undefined;
};

/**
 * Changes what a person does. Roles are given by their own organisation, a room by the organisation it belongs to: a youth justice
 * service says which police are seconded to it. Rooms of meetings are not touched.
 */
@Injectable()
export class ChangeDuties {
  constructor(private readonly ledger: Ledger) {}

  run(
    person: string,
    order: ChangedDuties,
    given: { readonly key?: string | undefined; readonly request?: Json } = {},
  ): Promise<Outcome<{ person: string }>> {
    const of = [{ key: organisationKey(order.organisation), kind: 'organisation' as const, newId: order.person }];
    return this.ledger.write<{ person: string }>(person, { ...given, of }, ([file], { asker }) => {
      if (!may(asker, 'changePeople')) return refused('notYours');
      const member = file?.exists ? factsOf(file).members[order.person] : undefined;
      if (!file || !member?.isActive) return refused('notFound');
      const after = duties(order.roles ?? (member.roles as HumanRole[]), order.rooms ?? member.rooms);
      if (differ(member.roles, after.roles) && asker.organisation !== order.organisation)
        return refused('notYours', { code: 'organisationOfAnother' });
      const refusal = roomsRefused(differences(member.rooms, order.rooms ?? member.rooms), asker.organisation);
      if (refusal) return refusal;
      if (!differ(member.roles, after.roles) && !differ(member.rooms, after.rooms)) return refused('duplicate');
      const data = { person: order.person, roles: after.roles, rooms: after.rooms };
      return {
        did: [withMember(file, order.person, { ...member, ...after } satisfies Member, { type: 'dutiesChanged', data })],
        value: { person: order.person },
      };
    });
  }
}

const differences = (before: readonly string[], after: readonly string[]): readonly string[] => [
  ...after.filter((one) => !before.includes(one)),
  ...before.filter((one) => !after.includes(one)),
];
const differ = (before: readonly string[], after: readonly string[]): boolean => differences(before, after).length > 0;
