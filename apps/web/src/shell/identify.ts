import { type Asker } from '#ledger';
import { type PersonDirectory } from '#people';
import { type NextFunction, type RequestHandler, type Response } from 'express';
import { notSignedIn } from './refused-request.js';
import { type SeenRequest } from './seen-request.js';
import { type TokenReader } from './token-reader.js';

/** How long a person is believed to be what the directory said: somebody who left is out a second later. */
const believedMs = 1000;

/**
 * Finds out who asks: a bearer token of the issuer names a subject, the directory the person. Without a token the request goes on
 * as nobody's. Rooms and rights are looked up by the database again in every call; what is kept here decides about roles only.
 */
export function identify(tokens: TokenReader, directory: PersonDirectory, machineNow: () => number): RequestHandler {
  const known = new Map<string, { readonly asker: Asker | null; readonly until: number }>();

  async function personOf(subject: string): Promise<Asker | null> {
    const now = machineNow();
    const kept = known.get(subject);
    if (kept && kept.until > now) return kept.asker;
    const asker = await directory.bySubject(subject);
    if (known.size > 10_000) known.clear();
    known.set(subject, { asker, until: now + believedMs });
    return asker;
  }

  return (request, _response: Response, next: NextFunction) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return next();
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    const seen = (request as SeenRequest).teg;
    const look = async (): Promise<void> => {
      if (token === undefined) throw notSignedIn('tokenInvalid');
      const asker = await personOf(await tokens.subjectOf(token));
      if (!asker) throw notSignedIn('personUnknown');
      seen.caller = { ...asker, language: seen.language };
    };
    look().then(() => next(), next);
  };
}
