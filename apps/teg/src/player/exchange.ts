import * as http from 'node:http';
import * as https from 'node:https';
import { type Headers } from './reply.js';

export type Request = {
  readonly method: string;
  readonly url: URL;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string | undefined;
  /** How long to wait for an answer, in milliseconds; a minute by default. */
  readonly answerWithinMs?: number | undefined;
};
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly cookies: readonly string[];
  readonly text: string;
};

/** Nothing came back, or not all of it: whether the request was carried out is not known. `isRefused`: nobody listens there. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly url: URL,
    readonly isRefused: boolean,
    /** A kept connection that the service had closed meanwhile: a new one is worth trying at once. */
    readonly isStaleConnection: boolean,
    why: string,
  ) {
    super(`no answer from ${url.origin}: ${why}`);
  }
}

// The minute is each request's own. As an option of the agent it would shrink to what the service says of idle connections (5 s), and
// a kept connection would be cut in the middle of a slow answer.
const minute = 60_000;
const kept = { keepAlive: true, maxSockets: 64 };
const agents = { 'http:': new http.Agent(kept), 'https:': new https.Agent(kept) };

/** One request, one answer; no redirect is followed and nothing is tried again. Throws `NoAnswer`. */
export async function exchange(request: Request): Promise<Answer> {
  const response = await send(request);
  const parts: Buffer[] = [];
  try {
    for await (const part of response) parts.push(part as Buffer);
  } catch (error) {
    throw noAnswer(request.url, error, false);
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  return {
    status: response.statusCode ?? 0,
    headers,
    cookies: response.headers['set-cookie'] ?? [],
    text: Buffer.concat(parts).toString('utf8'),
  };
}

/** Sends the request and gives the answer as it begins, its body still to be read. Throws `NoAnswer`. */
export function send({ method, url, headers, body, answerWithinMs = minute }: Request): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        timeout: answerWithinMs,
        agent: agents[url.protocol === 'https:' ? 'https:' : 'http:'],
        headers: { ...headers, ...length },
      },
      resolve,
    );
    sent.on('error', (error) => reject(noAnswer(url, error, sent.reusedSocket)));
    sent.on('timeout', () => sent.destroy(new Error(`nothing for ${Math.round(answerWithinMs / 1000)} seconds`)));
    sent.end(body);
  });
}

function noAnswer(url: URL, error: unknown, wasReused: boolean): NoAnswer {
  const { code, message } = error as { code?: string; message: string };
  return new NoAnswer(url, code === 'ECONNREFUSED', wasReused && (code === 'ECONNRESET' || code === 'EPIPE'), code ?? message);
}
