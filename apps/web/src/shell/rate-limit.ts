import { type RequestHandler } from 'express';
import { RefusedRequest } from './refused-request.js';
import { type SeenRequest } from './seen-request.js';

const minute = 60_000;

/**
 * At most `perMinute` requests in each minute of machine time: a signed-in person's, else those of an address. 0 means no limit.
 * Counted by each process on its own. The health check is never refused, so that a busy service is not taken for a dead one.
 */
export function rateLimit(perMinute: number, machineNow: () => number): RequestHandler {
  let counts = new Map<string, number>();
  let window = 0;
  return (request, _response, next) => {
    if (perMinute === 0 || request.path === '/health') return next();
    const now = machineNow();
    if (Math.floor(now / minute) !== window) {
      window = Math.floor(now / minute);
      counts = new Map();
    }
    const who = (request as SeenRequest).teg.caller?.id ?? `address ${request.ip ?? ''}`;
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    if (count <= perMinute) return next();
    const wait = Math.max(1, Math.ceil(((window + 1) * minute - now) / 1000));
    // The access log tells of the first refusal of a minute; noting each would let a flood through to the database.
    const code = count > perMinute + 1 ? { code: 'repeated' } : {};
    next(new RefusedRequest({ because: 'rateLimited', ...code }, { 'Retry-After': String(wait) }));
  };
}
