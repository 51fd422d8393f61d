import { type Asker } from '#ledger';

/** Who decides for the police. An authorised person in the sense of the conditional caution's guidance: the officers who hold this role. */
export const byPolice = ({ asker }: { readonly asker: Pick<Asker, 'id' | 'roles'> }) => ({
  by: asker.id,
  isAuthorised: asker.roles.includes('policeDecisionMaker'),
});
