import { createHash, randomBytes } from 'node:crypto';
import { type Answer, exchange } from './exchange.js';
import { insist, type Patience } from './insist.js';

/** The provider does not know that person, or is not the demonstration's. The message says what to do. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

const redirect = 'http://127.0.0.1:49152/signed-in';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/**
 * An access token for that person: an ordinary code flow with PKCE at the demonstration's provider, as a browser would do it. Nobody
 * listens at the redirect address; the code is read from the redirect itself.
 */
export async function signIn(base: string, email: string, patience: Patience): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = new URLSearchParams({
    client_id: 'teg-cli',
    response_type: 'code',
    scope: 'openid email',
    redirect_uri: redirect,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    login_hint: email,
  });
  const browser = steps(patience);
  const asked = await browser(new URL(`${base}/oidc/auth?${query.toString()}`));
  if (asked.next === null)
    throw new SignInRefused(
      `${base} is no demonstration: there is no sign-in at ${base}/oidc. Get a token from your own provider instead.`,
    );
  const picked = await browser(asked.next, new URLSearchParams({ account: email }));
  if (picked.next === null) throw new SignInRefused(`Nobody of the demonstration is "${email}". "teg people" lists everybody.`);
  const granted = await browser(picked.next);
  const code = granted.next?.searchParams.get('code');
  if (!code)
    throw new SignInRefused(
      `The sign-in at ${base}/oidc gave no code (${granted.next?.searchParams.get('error') ?? granted.answer.status}).`,
    );
  const exchanged = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'teg-cli',
    redirect_uri: redirect,
    code,
    code_verifier: verifier,
  });
  const { answer } = await browser(new URL(`${base}/oidc/token`), exchanged);
  const token = answer.status === 200 ? (JSON.parse(answer.text) as { access_token?: unknown }).access_token : undefined;
  if (typeof token !== 'string') throw new SignInRefused(`The sign-in at ${base}/oidc gave no token (${answer.status}).`);
  return token;
}

type Step = (url: URL, body?: URLSearchParams) => Promise<{ readonly answer: Answer; readonly next: URL | null }>;

/** A browser of one sign-in: keeps cookies, follows nothing by itself. `next` is where a redirect leads, null where it is none. */
function steps(patience: Patience): Step {
  const cookies = new Map<string, string>();
  return async (url, body) => {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const answer = await insist(
      () =>
        exchange(
          body
            ? { method: 'POST', url, headers: { ...headers, ...form }, body: body.toString() }
            : { method: 'GET', url, headers },
        ),
      patience,
    );
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const { location } = answer.headers;
    return {
      answer,
      next: location === undefined || answer.status < 300 || answer.status >= 400 ? null : new URL(location, url),
    };
  };
}
