import { type Json, type Outcome, refused } from '#ledger';
import { Injectable } from '@nestjs/common';
import { DraftStore } from '../../drafts/draft.store.js';

/** Whoever does what a draft asks for: a command, handed in, for commands do not know each other. */
export type Doing<T> = (person: string, body: Json, given: { readonly key: string }) => Promise<Outcome<T>>;
/** By the kind of the draft. */
export type Doings<T> = { readonly [kind: string]: Doing<T> };

/**
 * Sends a draft. It is kept until what it asks for is on record and removed then; should the process die in between, sending it again
 * answers with what was done, for the draft itself is the idempotency key.
 */
@Injectable()
export class SendDraft {
  constructor(private readonly drafts: DraftStore) {}

  async run<T>(person: string, draft: string, doings: Doings<T>): Promise<Outcome<T>> {
    const found = await this.drafts.read(person, draft);
    const doing = found && Object.hasOwn(doings, found.kind) ? doings[found.kind] : undefined;
    if (!found || !doing) return { ok: false, ...refused('notFound') };
    const outcome = await doing(person, found.body, { key: `draft-${draft}` });
    if (outcome.ok) await this.drafts.remove(person, draft);
    return outcome;
  }
}
