import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWK } from 'jose';

/** The private key that signs tokens (ES256), and what signs the provider's cookies. */
export type ProviderKeys = { readonly signing: JWK; readonly cookies: string };

/** Reads the data folder's keys, or makes them where it is new: tokens stay good when the demonstration is started again. */
export function providerKeys(dataDir: string): ProviderKeys {
  const file = join(dataDir, 'provider-keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ProviderKeys;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signing = { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: randomBytes(8).toString('hex') };
  const keys: ProviderKeys = { signing: signing as JWK, cookies: randomBytes(32).toString('hex') };
  // Renamed when whole: a crash in between leaves no half of a file that the next start would trust.
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}

/** The half that everybody may know. */
export function publicKeys({ signing }: ProviderKeys): { keys: JWK[] } {
  const { kty, crv, x, y, alg, use, kid } = signing;
  return { keys: [{ kty, crv, x, y, alg, use, kid } as JWK] };
}
