import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { notSignedIn, refuse } from './refused-request.js';

/** Whose tokens are believed. With `jwks` nothing is fetched; else the keys come from the issuer's discovery document. */
export type Issuer = { readonly url: string; readonly audience: string; readonly jwks?: JSONWebKeySet };

/**
 * Reads access tokens of one issuer: signature by its published keys, issuer, audience, and expiry by machine time (a moved
 * demonstration clock ends nobody's session). A token that was read once is not verified again until it expires.
 */
export class TokenReader {
  private readonly read = new Map<string, { readonly subject: string; readonly expiresAt: number }>();
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly issuer: Issuer,
    private readonly machineNow: () => number,
  ) {}

  /** The subject that the token names; refused with 401 when it is forged, expired or somebody else's. */
  async subjectOf(token: string): Promise<string> {
    const now = this.machineNow();
    const known = this.read.get(token);
    if (known && known.expiresAt > now) return known.subject;
    const fresh = await this.verify(token, now);
    if (this.read.size > 10_000) this.read.clear();
    this.read.set(token, fresh);
    return fresh.subject;
  }

  private async verify(token: string, now: number): Promise<{ subject: string; expiresAt: number }> {
    const keys = await this.keySet();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuer.url,
        audience: this.issuer.audience,
        algorithms: ['ES256', 'RS256'],
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(now),
      });
      return { subject: payload.sub ?? '', expiresAt: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      // Keys that cannot be fetched are the issuer's trouble, not the caller's.
      const isTokens =
        error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC';
      throw isTokens ? notSignedIn('tokenInvalid') : refuse('unavailable', { code: 'signInAway' });
    }
  }

  private keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.findKeys().catch(() => {
      this.keys = undefined;
      throw refuse('unavailable', { code: 'signInAway' });
    });
    return this.keys;
  }

  private async findKeys(): Promise<JWTVerifyGetKey> {
    if (this.issuer.jwks) return createLocalJWKSet(this.issuer.jwks);
    const answer = await fetch(`${this.issuer.url.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5000),
    });
    const { jwks_uri: address } = (await answer.json()) as { jwks_uri?: string };
    if (!answer.ok || address === undefined) throw new Error(`The issuer ${this.issuer.url} publishes no keys.`);
    return createRemoteJWKSet(new URL(address));
  }
}
