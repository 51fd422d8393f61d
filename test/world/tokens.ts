import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';

/** An identity provider of one's own: real keys, real tokens, nothing to start. */
export type TestIssuer = {
  readonly url: string;
  readonly audience: string;
  readonly jwks: JSONWebKeySet;
  /** A token as the provider would give it to this person; each claim may be made wrong. */
  token(subject: string, wrong?: { issuer?: string; audience?: string; expiresAt?: number; isForged?: true }): Promise<string>;
};

export async function testIssuer(): Promise<TestIssuer> {
  const [own, foreign] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const url = 'https://sign-in.test';
  const audience = 'urn:teg:api';
  return {
    url,
    audience,
    jwks: { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] },
    token: (subject, wrong = {}) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .setSubject(subject)
        .setIssuer(wrong.issuer ?? url)
        .setAudience(wrong.audience ?? audience)
        .setIssuedAt()
        .setExpirationTime(wrong.expiresAt ?? Math.floor(Date.now() / 1000) + 3600)
        .sign(wrong.isForged ? foreign.privateKey : own.privateKey),
  };
}
