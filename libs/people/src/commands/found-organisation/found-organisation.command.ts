import { randomUUID } from 'node:crypto';
import { type Json, Ledger, type OrganisationRow, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { may } from '../../access.js';
import { founded, organisationKey } from '../../organisation-file.js';

/** Puts an organisation on record. Its founder may admit its first administrator; from then on it keeps its own people. */
@Injectable()
export class FoundOrganisation {
  constructor(private readonly ledger: Ledger) {}

  run(
    person: string,
    organisation: OrganisationRow,
    given: { readonly key?: string | undefined; readonly request?: Json } = {},
  ): Promise<Outcome<{ organisation: string }>> {
    const { code } = organisation;
    const of = [{ key: organisationKey(code), kind: 'organisation' as const, newId: randomUUID() }];
    return this.ledger.write<{ organisation: string }>(person, { ...given, of }, ([file], { asker }) => {
      if (!may(asker, 'changePeople')) return refused('notYours');
      if (!file || file.exists || organisation.kind === 'teg') return refused('duplicate');
      return {
        did: [founded(file, { ...organisation, foundedBy: asker.organisation, members: {} })],
        value: { organisation: code },
      };
    });
  }
}
