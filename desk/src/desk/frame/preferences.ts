import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

/** What a person chose on this browser; nothing of a family. */
const Preferences = z.object({
  hasSound: z.boolean(),
  hasNotifications: z.boolean(),
  /** Single keys act: people who steer by voice switch them off. */
  hasKeys: z.boolean(),
});
export type Preferences = z.infer<typeof Preferences>;

const STORED = 'homeroom.preferences';
const DEFAULTS: Preferences = { hasSound: false, hasNotifications: false, hasKeys: true };

const readStored = (): Preferences => {
  try {
    const result = z.safeParse(Preferences, JSON.parse(localStorage.getItem(STORED) ?? 'null'));
    return result.data ?? DEFAULTS;
  } catch {
    return DEFAULTS;
  }
};

let current: Preferences | undefined;
const listeners = new Set<() => void>();

/** What was chosen, outside of a component. */
export const preferences = (): Preferences => {
  current ??= readStored();
  return current;
};

/** Changes a choice and keeps it for the next time. */
export const prefer = (change: Partial<Preferences>): void => {
  current = { ...preferences(), ...change };
  localStorage.setItem(STORED, JSON.stringify(current));
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences);
