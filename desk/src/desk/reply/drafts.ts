import { useSyncExternalStore } from 'react';

/** What somebody has begun to write in a conversation. */
export interface Draft {
  readonly reply: string;
  readonly note: string;
  /** The translation that somebody who reads the language has looked at; empty where nobody has. */
  readonly checked: string;
}

const EMPTY: Draft = { reply: '', note: '', checked: '' };
/** In memory only: what is written about a family does not stay on a machine that several people use. */
let drafts: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();

const change = (next: ReadonlyMap<string, Draft>) => {
  drafts = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Keeps what is being written in a conversation while one looks at another page. */
export const keepDraft = (key: string, changes: Partial<Draft>): void => {
  const draft = { ...(drafts.get(key) ?? EMPTY), ...changes };
  const next = new Map(drafts);
  if (draft.reply === '' && draft.note === '') next.delete(key);
  else next.set(key, draft);
  change(next);
};

export const clearDrafts = (): void => change(new Map());

/** @param key the `handoffKey` of the conversation */
export const useDraft = (key: string): Draft => useSyncExternalStore(subscribe, () => drafts.get(key) ?? EMPTY);

/** Whether somebody has begun to write there. */
export const useHasDraft = (key: string): boolean => useSyncExternalStore(subscribe, () => drafts.has(key));
