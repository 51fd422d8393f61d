import { randomUUID } from 'node:crypto';
import { type Answer, exchange, type Request } from './exchange.js';
import { insist, type Patience } from './insist.js';
import { type Reply, readReply } from './reply.js';
import { signIn } from './sign-in.js';

export type PlayerOrder = Patience & {
  /** Where the service is, as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly language?: 'en' | 'cy';
  /** A token for a person, where it comes from elsewhere than the demonstration's own provider. */
  readonly signIn?: (email: string) => Promise<string>;
};

export type More = {
  /** The idempotency key of a write; one is made where none is given, so that sending it again does it once. */
  readonly key?: string;
  /** The version the caller saw. */
  readonly ifMatch?: number;
  /** How long to wait for the answer, in milliseconds, where it may take longer than a minute. */
  readonly answerWithinMs?: number;
};

/**
 * Speaks to the service as its people do: signs in once for each person, sends a key with every write. Throws `NoAnswer` when patience
 * is at an end; whatever the service says, also no, is a `Reply`.
 */
export type Player = {
  readonly url: string;
  readonly token: (email: string) => Promise<string>;
  /** `as` is the person's e-mail address, null for a request without a person. */
  readonly get: <T>(as: string | null, path: string) => Promise<Reply<T>>;
  readonly write: <T>(
    as: string | null,
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    more?: More,
  ) => Promise<Reply<T>>;
};

/** A token that is not taken is got anew so often. */
const signIns = 3;

export function player(order: PlayerOrder): Player {
  const tokens = new Map<string, Promise<string>>();
  const base = order.url.replace(/\/+$/, '');

  const token = (email: string): Promise<string> => {
    const known = tokens.get(email) ?? order.signIn?.(email) ?? signIn(base, email, order);
    tokens.set(email, known);
    // A sign-in that failed is not kept: the next request tries again.
    known.catch(() => tokens.delete(email));
    return known;
  };

  const ask = async (as: string | null, request: Request): Promise<Answer> => {
    if (as === null) return insist(() => exchange(request), order);
    const signed = (bearer: string) =>
      insist(() => exchange({ ...request, headers: { ...request.headers, authorization: `Bearer ${bearer}` } }), order);
    for (let attempt = 1; ; attempt += 1) {
      const answer = await signed(await token(as));
      if (answer.status !== 401 || attempt === signIns) return answer;
      // A token of an hour ago may have run out, the service may have new keys, and its clock may have been set since the sign-in.
      tokens.delete(as);
    }
  };

  const headers = { accept: 'application/json', 'accept-language': order.language ?? 'en' };
  return {
    url: base,
    token,
    get: async <T>(as: string | null, path: string) => {
      const { status, headers: answered, text } = await ask(as, { method: 'GET', url: new URL(base + path), headers });
      return readReply<T>(status, answered, text);
    },
    write: async <T>(as: string | null, method: string, path: string, body: unknown, more: More = {}) => {
      const answer = await ask(as, {
        method,
        url: new URL(base + path),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'idempotency-key': more.key ?? randomUUID(),
          ...(more.ifMatch === undefined ? {} : { 'if-match': `"${more.ifMatch}"` }),
        },
        body: JSON.stringify(body),
        answerWithinMs: more.answerWithinMs,
      });
      return readReply<T>(answer.status, answer.headers, answer.text);
    },
  };
}
