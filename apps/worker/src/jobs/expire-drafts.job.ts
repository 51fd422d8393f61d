import { type Ledger } from '#ledger';
import { type Pool } from 'pg';
import { type Job } from '../job.js';

/** Deletes the drafts whose time has come, by case time: a half-filled form is personal data. The role can read no draft. */
export const expireDrafts = (parts: { readonly eraser: Pool; readonly ledger: Ledger }): Job<'expire-drafts'> => ({
  name: 'expire-drafts',
  run: async () => {
    const { at } = await parts.ledger.now();
    const { rowCount } = await parts.eraser.query('delete from teg.draft where expires_at <= $1', [at]);
    return rowCount ?? 0;
  },
});
