import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

/**
 * Where the login keeps codes, tokens and sign-ins under way: in memory, so that a restart asks everybody to sign in
 * again. The library's own one prints a warning. Real time, as in the tokens themselves: the machine's movable clock
 * does not move a login.
 */
export const createMemoryAdapter = (): AdapterFactory => {
  const kept = new Map<string, Kept>();

  const forgetExpired = () => {
    for (const [key, { endsAt }] of kept) if (endsAt <= Date.now()) kept.delete(key);
  };
  const alive = (entry: Kept | undefined) => (entry && entry.endsAt > Date.now() ? entry.payload : undefined);

  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    const findWhere = (isIt: (payload: AdapterPayload) => boolean) =>
      [...kept].filter(([key]) => key.startsWith(`${model}:`)).find(([, { payload }]) => isIt(payload))?.[1];

    return {
      upsert: async (id, payload, expiresIn) => {
        forgetExpired();
        kept.set(keyOf(id), {
          payload,
          endsAt: expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000,
        });
      },
      find: async (id) => alive(kept.get(keyOf(id))),
      findByUid: async (uid) => alive(findWhere((payload) => payload.uid === uid)),
      findByUserCode: async (userCode) => alive(findWhere((payload) => payload.userCode === userCode)),
      consume: async (id) => {
        const payload = alive(kept.get(keyOf(id)));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        kept.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
};
