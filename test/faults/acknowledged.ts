import { type JsonObject } from '#ledger';
import { type MadeReferral } from './referral-maker.js';

/** A write that the service said it had done, with what must be found again. `seq` and `hash` are those of its event. */
export type Acknowledged = { readonly reference: string; readonly seq: number; readonly hash: string } & (
  | { readonly what: 'referral'; readonly sent: Partial<MadeReferral> }
  | { readonly what: 'policeFile'; readonly sent: JsonObject; readonly document: string; readonly version: number }
  | { readonly what: 'allocation'; readonly practitioner: string }
);

/** Everything that the clients heard. `unexpected` are answers that no fault excuses: a refusal where nothing was wrong. */
export type Heard = {
  readonly acknowledged: Acknowledged[];
  readonly unexpected: string[];
  /** Writes that were done although the first answer to them never came, and were answered again. */
  replays: number;
  /** Times a request was sent again. */
  retries: number;
  /** Two people moved one case at once, on the same version: how often, and how often not exactly one of them did. */
  pairs: number;
  oddPairs: number;
};

export const nothingHeard = (): Heard => ({ acknowledged: [], unexpected: [], replays: 0, retries: 0, pairs: 0, oddPairs: 0 });
