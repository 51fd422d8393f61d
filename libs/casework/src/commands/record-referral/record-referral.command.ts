import { type EventReceipt, type Json, Ledger, type Outcome } from '#ledger';
import { Injectable } from '@nestjs/common';
import { Places } from '../../queries/places.query.js';
import { decideReferral, type ReferralAnswer } from './decide-referral.js';
import { newReferral } from './new-referral.js';

export { type ReferralAnswer } from './decide-referral.js';
/** `answer` is null where a repeated command is answered again: the case is then read as it is. */
export type ReferralRecorded = {
  readonly reference: string;
  readonly answer: ReferralAnswer | null;
  readonly event: EventReceipt | null;
};

/** How often two referrals of one incident, or one reference rolled twice, may get in each other's way before somebody is told. */
const attempts = 5;

/**
 * Puts a referral on record: the case, the child, the incident and the victims in one statement, or nothing. `body` is what was sent,
 * unread: every fault of it is answered at once.
 */
@Injectable()
export class RecordReferral {
  constructor(
    private readonly ledger: Ledger,
    private readonly places: Places,
  ) {}

  async run(person: string, body: Json, given: { readonly key?: string | undefined } = {}): Promise<Outcome<ReferralRecorded>> {
    const places = await this.places.all();
    for (let attempt = 1; ; attempt += 1) {
      const made = newReferral(body, places);
      let answer: ReferralAnswer | null = null;
      let file = '';
      const outcome = await this.ledger.write<{ reference: string }>(
        person,
        { of: made.refs, key: given.key, request: body },
        (files, context) => {
          const decided = decideReferral(body, made, places, files, context);
          if ('refusal' in decided) return decided;
          answer = decided.answer;
          file = decided.did[0].file.id;
          return { did: decided.did, value: { reference: decided.answer.reference } };
        },
      );
      if (!outcome.ok && outcome.refusal.because === 'stale' && attempt < attempts) continue;
      if (!outcome.ok) return outcome;
      const event = outcome.events.find(({ stream }) => stream === file) ?? null;
      return { ...outcome, value: { reference: outcome.value.reference, answer: outcome.isReplay ? null : answer, event } };
    }
  }
}
