/** Names wishes, so that the server does each once however often it is asked. */
export interface Wishes {
  /** The key of a wish: the same for the same wish until it is settled. */
  keyOf(wish: object): string;
  /** The server has done or refused it: the same words again are a new wish. */
  settle(wish: object): void;
  /** Forgets all. */
  clear(): void;
}

/** @param newKey makes a key that nobody else makes */
export const createWishes = (newKey: () => string): Wishes => {
  const keys = new Map<string, string>();
  return {
    keyOf: (wish) => {
      const words = JSON.stringify(wish);
      const key = keys.get(words) ?? newKey();
      keys.set(words, key);
      return key;
    },
    settle: (wish) => {
      keys.delete(JSON.stringify(wish));
    },
    clear: () => keys.clear(),
  };
};

/** The wishes of this page. */
export const wishes = createWishes(() => crypto.randomUUID());
