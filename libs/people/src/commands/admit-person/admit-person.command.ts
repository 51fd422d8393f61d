import { randomUUID } from 'node:crypto';
import { type Asker, type Json, Ledger, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { may } from '../../access.js';
import { admitted, factsOf, type OrganisationFacts, organisationKey } from '../../organisation-file.js';
import { type HumanRole } from '../../roles.js';
import { type Room } from '../../rooms.js';
import { roomsRefused } from '../../rooms-refused.js';
import { duties } from '../../duties.js';

export type Admission = {
  readonly organisation: string;
  readonly email: string;
  /** Subject at the identity provider. */
  readonly subject: string;
  readonly roles: readonly HumanRole[];
  readonly rooms: readonly Room[];
};

/** Lets a person in: a new one, or one who left the same organisation and comes back under the same address. */
@Injectable()
export class AdmitPerson {
  constructor(private readonly ledger: Ledger) {}

  run(
    person: string,
    admission: Admission,
    given: { readonly key?: string | undefined; readonly request?: Json } = {},
  ): Promise<Outcome<{ person: string }>> {
    const { organisation, email, subject, roles, rooms } = admission;
    const newId = randomUUID();
    const of = [{ key: organisationKey(organisation), kind: 'organisation' as const, newId: randomUUID() }];
    return this.ledger.write<{ person: string }>(person, { ...given, of }, ([file], { asker }) => {
      if (!may(asker, 'changePeople')) return refused('notYours');
      if (!file?.exists) return refused('invalid', { faults: [{ pointer: '/organisation', code: 'organisationUnknown' }] });
      const facts = factsOf(file);
      if (!keepsPeopleOf(asker, facts)) return refused('notYours', { code: 'organisationOfAnother' });
      const refusal = roomsRefused(rooms, facts.code);
      if (refusal) return refusal;
      const [known, earlier] = Object.entries(facts.members).find(([, member]) => member.email === email) ?? [];
      if (earlier?.isActive || (earlier && earlier.subject !== subject)) return refused('duplicate');
      const id = known ?? newId;
      return { did: [admitted(file, id, { subject, email, isActive: true, ...duties(roles, rooms) })], value: { person: id } };
    });
  }
}

/** An organisation keeps its own people; until it has an administrator, whoever founded it does. */
function keepsPeopleOf(asker: Asker, { code, foundedBy, members }: OrganisationFacts): boolean {
  if (asker.organisation === code) return true;
  const hasAdministrator = Object.values(members).some(({ roles, isActive }) => isActive && roles.includes('administrator'));
  return asker.organisation === foundedBy && !hasAdministrator;
}
