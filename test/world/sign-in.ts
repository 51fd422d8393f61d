import { createHash, randomBytes } from 'node:crypto';

export type SignedIn = { readonly accessToken: string; readonly idToken: string; readonly expiresIn: number };

/** Cookies as a browser keeps them, by name; enough for one host. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  take(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line) || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** One step of a browser that does not follow redirects by itself. */
export async function step(
  jar: CookieJar,
  address: string,
  form?: { readonly [name: string]: string },
): Promise<{ answer: Response; next: string }> {
  const answer = await fetch(address, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { Cookie: jar.header },
    ...(form && { body: new URLSearchParams(form) }),
  });
  jar.take(answer);
  return { answer, next: new URL(answer.headers.get('location') ?? address, address).href };
}

/** Code flow with PKCE against the demonstration's provider, as the command line does it. */
export async function signIn(issuer: string, email: string): Promise<SignedIn> {
  const jar = new CookieJar();
  const verifier = randomBytes(32).toString('base64url');
  const redirect = 'http://127.0.0.1:49152/signed-in';
  const query = new URLSearchParams({
    client_id: 'teg-cli',
    response_type: 'code',
    scope: 'openid email',
    redirect_uri: redirect,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: email,
  });
  const asked = await step(jar, `${issuer}/auth?${query.toString()}`);
  const picked = await step(jar, asked.next, { account: email });
  const granted = await step(jar, picked.next);
  const code = new URL(granted.next).searchParams.get('code');
  if (code === null) throw new Error(`No code: ${granted.next}`);
  const form = { grant_type: 'authorization_code', client_id: 'teg-cli', redirect_uri: redirect, code, code_verifier: verifier };
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
  const tokens = (await answer.json()) as { access_token: string; id_token: string; expires_in: number };
  return { accessToken: tokens.access_token, idToken: tokens.id_token, expiresIn: tokens.expires_in };
}
