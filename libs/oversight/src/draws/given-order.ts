import { type Json } from '#ledger';

/** How a command was sent: its idempotency key, the body as it came in, and the version that the caller saw. */
export type GivenOrder = {
  readonly key?: string | undefined;
  readonly request?: Json | undefined;
  readonly expect?: number | undefined;
};
