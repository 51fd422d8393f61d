import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Instant, parseInstant } from '#calendar';
import { notSignedIn, refuse } from './refused-request.js';
import { type Caller as CallerType, type SeenRequest } from './seen-request.js';
import { isUuid, Optional, Whole } from './shape-fields.js';

const requestOf = (context: ExecutionContext): SeenRequest => context.switchToHttp().getRequest<SeenRequest>();

/** Who asks. On a public route use `MaybeCaller`. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CallerType => {
  const { caller } = requestOf(context).teg;
  if (!caller) throw notSignedIn();
  return caller;
});

export const MaybeCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): CallerType | null => requestOf(context).teg.caller,
);

/** The reference in the address. What cannot be one is not there. */
export const Reference = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const reference = requestOf(context).params['reference'];
  if (typeof reference !== 'string' || !/^[A-Z0-9-]{1,32}$/.test(reference)) throw refuse('notFound');
  return reference;
});

/** An identifier in the address, by the name of its parameter. What cannot be one is not there. */
export const Identifier = createParamDecorator((parameter: string, context: ExecutionContext): string => {
  const id = requestOf(context).params[parameter];
  if (typeof id !== 'string' || !isUuid(id)) throw refuse('notFound');
  return id;
});

/** The Idempotency-Key, 1 to 64 visible ASCII characters, or undefined. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const key = requestOf(context).headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7E]{1,64}$/.test(key))
    throw refuse('invalid', { faults: [{ pointer: '', code: 'idempotencyKey' }] });
  return key;
});

/** The version in If-Match, or undefined. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const match = requestOf(context).headers['if-match'];
  if (match === undefined) return undefined;
  const version = /^"(0|[1-9]\d{0,8})"$/.exec(match)?.[1];
  if (version === undefined) throw refuse('invalid', { faults: [{ pointer: '', code: 'ifMatch' }] });
  return Number(version);
});

/** `?as-at=<instant>`, normalised, or undefined. That it is not after now says `notAfter` once the reading knows the time. */
export const AsAt = createParamDecorator((_: unknown, context: ExecutionContext): Instant | undefined => {
  const text = requestOf(context).query['as-at'];
  if (text === undefined) return undefined;
  // A plus sign in an address is read as a space.
  const instant = typeof text === 'string' ? parseInstant(text.replace(' ', '+')) : null;
  if (instant === null) throw refuse('invalid', { faults: [{ pointer: '/as-at', code: 'moment' }] });
  return instant;
});

/** The instant asked for, or now; a later one is a fault. */
export function notAfter(now: Instant, asAt: Instant | undefined): Instant {
  if (asAt !== undefined && asAt > now) throw refuse('invalid', { faults: [{ pointer: '/as-at', code: 'afterNow' }] });
  return asAt ?? now;
}

/**
 * Until when what is on record is shown. Where no moment was asked for that is all of it, also what was dated after now by a computer whose
 * clock ran ahead: whoever has written something reads it again.
 */
export const shownUntil = (now: Instant, asAt: Instant | undefined): Instant =>
  asAt === undefined ? '9999-12-31T23:59:59.999Z' : notAfter(now, asAt);

/** The query of a list: extend it with the filters of the list. */
export class PageQuery {
  @Optional() @Whole({ min: 1, max: 1_000_000 }) page?: number;
  @Optional() @Whole({ min: 1, max: 100 }) size?: number;
}

/** Page and size of a list with their defaults; `offset` is where the page begins. */
export function pageOf(query: PageQuery): { readonly page: number; readonly size: number; readonly offset: number } {
  const { page = 1, size = 25 } = query;
  return { page, size, offset: (page - 1) * size };
}
