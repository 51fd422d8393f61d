import { type Adapter, type AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/**
 * Sessions and codes of the demonstration's provider, gone with the process (tokens are signed and outlive it). A store for each
 * provider, by its models' names.
 */
export function memoryAdapter(): (name: string) => Adapter {
  const kept = new Map<string, Kept>();
  const found = (key: string): AdapterPayload | undefined => {
    const one = kept.get(key);
    if (one && one.until > Date.now()) return one.payload;
    kept.delete(key);
    return undefined;
  };
  const forgetExpired = (): void => kept.forEach(({ until }, key) => until <= Date.now() && kept.delete(key));
  const where = (holds: (payload: AdapterPayload) => boolean, name: string): [string, AdapterPayload][] =>
    [...kept]
      .filter(([key, { payload }]) => key.startsWith(`${name}:`) && holds(payload))
      .map(([key, { payload }]) => [key, payload]);

  return (name) => {
    const key = (id: string): string => `${name}:${id}`;
    const oneWhere = (holds: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      const [first] = where(holds, name);
      return first && found(first[0]);
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        forgetExpired();
        kept.set(key(id), { payload, until: Date.now() + (expiresIn ? expiresIn * 1000 : 86_400_000) });
      },
      find: async (id) => found(key(id)),
      findByUid: async (uid) => oneWhere((payload) => payload.uid === uid),
      findByUserCode: async (code) => oneWhere((payload) => payload.userCode === code),
      consume: async (id) => {
        const one = kept.get(key(id));
        if (one) kept.set(key(id), { ...one, payload: { ...one.payload, consumed: Math.floor(Date.now() / 1000) } });
      },
      destroy: async (id) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId) =>
        where((payload) => payload.grantId === grantId, name).forEach(([one]) => kept.delete(one)),
    };
  };
}
