import { type Outcome, type Refusal } from '#ledger';
import { type ProblemCode } from '#wording';

/** A refusal as HTTP knows it: those of the record, and those that never reach it. */
export type WebRefusal = Omit<Refusal, 'because'> & { readonly because: ProblemCode };

/** Thrown at the border of HTTP only; the problem filter turns it into problem+json. Commands return their refusals as values. */
export class RefusedRequest extends Error {
  constructor(
    readonly refusal: WebRefusal,
    readonly headers: { readonly [name: string]: string } = {},
  ) {
    super(refusal.code ?? refusal.because);
  }
}

export const refuse = (because: ProblemCode, more: Omit<WebRefusal, 'because'> = {}): RefusedRequest =>
  new RefusedRequest({ because, ...more });

/** 401, with what a client needs to know to sign in (RFC 6750). */
export function notSignedIn(code?: 'tokenInvalid' | 'personUnknown'): RefusedRequest {
  const challenge = code ? 'Bearer realm="teg", error="invalid_token"' : 'Bearer realm="teg"';
  return new RefusedRequest({ because: 'notSignedIn', ...(code && { code }) }, { 'WWW-Authenticate': challenge });
}

/** What was done; a refusal is thrown on to the problem filter. */
export function done<T>(outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> {
  if (outcome.ok) return outcome;
  throw outcome.refusal.code === 'personUnknown' ? notSignedIn('personUnknown') : new RefusedRequest(outcome.refusal);
}

/** What was found, or 404. Asked inside a reading: what is not there is then noted as a refusal, and as no consultation. */
export function found<T>(thing: T | null): T {
  if (thing === null) throw refuse('notFound');
  return thing;
}
