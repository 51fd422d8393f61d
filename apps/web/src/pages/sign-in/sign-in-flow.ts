import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  type Configuration,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import { refuse } from '../../shell/refused-request.js';
import { type WebSettings } from '../../shell/web-settings.js';

type Begun = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Authorization code flow with PKCE at the issuer (OpenID Connect), as its client. The issuer is asked about itself at the first use. */
export class SignInFlow {
  private configuration: Promise<Configuration> | undefined;

  constructor(private readonly settings: WebSettings) {}

  async begin(): Promise<Begun & { readonly address: string }> {
    const configuration = await this.configured();
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.settings.baseUrl}/signed-in`,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // In the demonstration one changes from person to person; elsewhere the provider knows who sits there.
      ...(this.settings.isDemonstration && { prompt: 'login' }),
    });
    return { address: address.href, state, nonce, verifier };
  }

  /** The subject that signed in, or null where what came back is not the answer to what was begun. */
  async end(returnedTo: string, { state, nonce, verifier }: Begun): Promise<string | null> {
    const configuration = await this.configured();
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(returnedTo, this.settings.baseUrl), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return tokens.claims()?.sub ?? null;
    } catch (error) {
      const isAnswer =
        error instanceof AuthorizationResponseError || error instanceof ResponseBodyError || error instanceof ClientError;
      if (!isAnswer) throw error;
      return null;
    }
  }

  private configured(): Promise<Configuration> {
    const { issuer, client } = this.settings;
    const url = new URL(issuer.url);
    // Plain HTTP is for a provider on the same machine: the demonstration's.
    const isLocal = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    this.configuration ??= discovery(url, client.id, client.secret, client.secret === undefined ? None() : undefined, {
      ...(isLocal && { execute: [allowInsecureRequests] }),
    }).catch(() => {
      this.configuration = undefined;
      throw refuse('unavailable', { code: 'signInAway' });
    });
    return this.configuration;
  }
}
