import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type JSONWebKeySet } from 'jose';
import { Provider } from 'oidc-provider';
import { memoryAdapter } from './memory-adapter.js';
import { type Account, apologyPage, pickPersonPage } from './pick-person.js';
import { providerConfiguration } from './provider-configuration.js';
import { providerKeys, publicKeys } from './provider-keys.js';

export type ProviderOptions = {
  /** Where people reach the service, without a slash at the end; the provider is below it at `/oidc`. */
  readonly baseUrl: string;
  /** Its keys stand in this folder. */
  readonly dataDir: string;
  /** Who can be signed in as, at this moment. */
  readonly accounts: () => Promise<readonly Account[]>;
  readonly say: (line: string) => void;
};

export type DemonstrationProvider = {
  readonly path: '/oidc';
  /** To be mounted at `path`, before anything that reads bodies. */
  readonly handler: RequestListener;
  readonly issuer: { readonly url: string; readonly audience: string; readonly jwks: JSONWebKeySet };
  /** The client of Teg's own pages; the command line is `teg-cli`. Both are public and use PKCE. */
  readonly client: { readonly id: 'teg-web' };
};

const path = '/oidc';
const audience = 'urn:teg:api';

/**
 * A real OpenID provider for the demonstration: anybody may sign in as any of its invented people, without a password. It must never be
 * started beside a record that is not a demonstration.
 */
export function composeProvider(options: ProviderOptions): DemonstrationProvider {
  const { baseUrl, accounts, say } = options;
  const keys = providerKeys(options.dataDir);
  const url = `${baseUrl}${path}`;
  const accountOf = async (email: string | undefined): Promise<Account | undefined> =>
    (await accounts()).find((account) => account.email === email);
  const provider = new Provider(
    url,
    providerConfiguration({ baseUrl, path, audience, keys, adapter: memoryAdapter(), accountOf }),
  );
  provider.on('server_error', (_context, error) =>
    say(JSON.stringify({ level: 'error', name: error.name, at: (error.stack ?? '').split('\n')[1]?.trim() })),
  );
  const serve = provider.callback();

  async function pick(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const language = /^\s*cy\b/i.test(request.headers['accept-language'] ?? '') ? 'cy' : 'en';
    let hint: unknown;
    try {
      hint = (await provider.interactionDetails(request, response)).params['login_hint'];
    } catch {
      return page(response, 400, apologyPage('expired', language));
    }
    if (request.method !== 'POST')
      return page(response, 200, pickPersonPage(await accounts(), language, typeof hint === 'string' ? hint : undefined));
    const account = await accountOf(new URLSearchParams(await bodyOf(request)).get('account') ?? undefined);
    if (!account) return page(response, 400, apologyPage('unknown', language));
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId: account.email } },
      { mergeWithLastSubmission: false },
    );
  }

  return {
    path,
    handler: (request, response) => {
      if (!/^\/interaction\/[\w-]+$/.test((request.url ?? '').split('?')[0] ?? '')) return void serve(request, response);
      pick(request, response).catch(() => response.destroy());
    },
    issuer: { url, audience, jwks: publicKeys(keys) },
    client: { id: 'teg-web' },
  };
}

function page(response: ServerResponse, status: number, html: string): void {
  // Signing in leads on to the client's own address, which may be another: so no form-action here.
  const policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
    })
    .end(html);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 4096) throw new Error('The form is larger than it can be.');
  }
  return text;
}
