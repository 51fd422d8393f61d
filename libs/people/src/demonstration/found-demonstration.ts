import { randomUUID } from 'node:crypto';
import { type Ledger, machine, type OrganisationRow, refused, type StreamFile } from '#ledger';
import { viewsOf } from '../roles.js';
import { founded, type Member, organisationKey } from '../organisation-file.js';
import { demonstrationOrganisations } from './demonstration-organisations.js';
import { demonstrationPeople } from './demonstration-people.js';

/**
 * Founds the demonstration's organisations and people through the ledger, as the machine: somebody must be first. What is founded
 * already stays as it is, so every start may call it.
 */
export async function foundDemonstration(ledger: Ledger): Promise<void> {
  for (const organisation of demonstrationOrganisations) {
    const key = organisationKey(organisation.code);
    const outcome = await ledger.write(
      machine,
      { of: [{ key, kind: 'organisation', newId: randomUUID() }] },
      ([file], { asker }) => {
        if (!file || file.exists || !asker.isMachine) return refused('duplicate');
        return { did: [found(file, organisation)], value: null };
      },
    );
    if (!outcome.ok && outcome.refusal.because !== 'duplicate')
      throw new Error(`${organisation.code} could not be founded: ${outcome.refusal.because}`);
  }
}

function found(file: StreamFile, organisation: OrganisationRow) {
  const members = demonstrationPeople
    .filter((person) => person.organisation === organisation.code)
    .map(({ email, role, rooms }): [string, Member] => [
      randomUUID(),
      { subject: email, email, roles: [role], rooms, views: viewsOf[role], isActive: true },
    ]);
  return founded(file, { ...organisation, foundedBy: null, members: Object.fromEntries(members) });
}
