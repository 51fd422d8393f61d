import { type Adapter, type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { type Account } from './pick-person.js';
import { type ProviderKeys } from './provider-keys.js';

const hours = 3600;

type Parts = {
  readonly baseUrl: string;
  readonly path: string;
  readonly audience: string;
  readonly keys: ProviderKeys;
  readonly adapter: (name: string) => Adapter;
  readonly accountOf: (email: string | undefined) => Promise<Account | undefined>;
};

/** Code flow with PKCE for two public clients, JWT access tokens for the API, and no question about consent: both clients are ours. */
export function providerConfiguration({ baseUrl, path, audience, keys, adapter, accountOf }: Parts): Configuration {
  return {
    adapter,
    clients: [
      {
        client_id: 'teg-web',
        redirect_uris: [`${baseUrl}/signed-in`],
        post_logout_redirect_uris: [`${baseUrl}/`],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
      },
      {
        // A program on one's own machine: any port of the loopback address will do (RFC 8252).
        client_id: 'teg-cli',
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/signed-in'],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [keys.signing as never] },
    cookies: { keys: [keys.cookies] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    scopes: ['openid', 'email'],
    claims: { openid: ['sub'], email: ['email'] },
    findAccount: async (_context, id) => {
      const account = await accountOf(id);
      return account && { accountId: id, claims: async () => ({ sub: id, email: account.email }) };
    },
    loadExistingGrant: grantEverything(audience),
    interactions: { policy: onlyPicking(), url: (_context, interaction) => `${path}/interaction/${interaction.uid}` },
    renderError: (context, out) => {
      context.type = 'text/plain; charset=utf-8';
      context.body = `${out.error}: ${out.error_description ?? ''}\n`;
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience,
          scope: 'openid email',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 12 * hours,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: {
      AccessToken: 12 * hours,
      AuthorizationCode: 60,
      Grant: 12 * hours,
      IdToken: hours,
      Interaction: hours,
      Session: 12 * hours,
    },
  };
}

/**
 * One question only: who to be. The provider would ask a native client's user again, lest another program poses as it; here whoever
 * reaches the page may be anybody anyway.
 */
function onlyPicking(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

/** Both clients belong to the house, so what they ask for is granted as soon as somebody has signed in. */
function grantEverything(audience: string): NonNullable<Configuration['loadExistingGrant']> {
  return async (context: KoaContextWithOIDC) => {
    const { client, provider, session } = context.oidc;
    if (!client || !session) return undefined;
    const known = session.grantIdFor(client.clientId);
    if (known !== undefined) return provider.Grant.find(known);
    const grant = new provider.Grant({
      clientId: client.clientId,
      ...(session.accountId !== undefined && { accountId: session.accountId }),
    });
    grant.addOIDCScope('openid email');
    grant.addResourceScope(audience, 'openid email');
    await grant.save();
    return grant;
  };
}
