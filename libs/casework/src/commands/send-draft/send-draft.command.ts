import { type Json, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { DraftStore } from '../../drafts/draft.store.js';

/** Whoever puts the referral on record: the command of referrals, handed in, for commands do not know each other. */
export type Referring<T> = (person: string, body: Json, given: { readonly key: string }) => Promise<Outcome<T>>;

/**
 * Sends a draft. It is kept until the referral is on record and removed then; should the process die in between, sending it again
 * answers with what was done, for the draft itself is the idempotency key.
 */
@Injectable()
export class SendDraft {
  constructor(private readonly drafts: DraftStore) {}

  async run<T>(person: string, draft: string, refer: Referring<T>): Promise<Outcome<T>> {
    const found = await this.drafts.read(person, draft);
    if (!found || found.kind !== 'referral') return { ok: false, ...refused('notFound') };
    const outcome = await refer(person, found.body, { key: `draft-${draft}` });
    if (outcome.ok) await this.drafts.remove(person, draft);
    return outcome;
  }
}
