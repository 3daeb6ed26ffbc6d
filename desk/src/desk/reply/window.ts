/** Meta's window for free replies, as far as the page can tell. Pure. */
import type { ThreadEntry } from '#contract/desk-api.ts';
import { WINDOW_MS } from '../words/times.ts';

/** Whether the family last wrote too long ago for a free reply; false where its last words are not loaded. */
export const isWindowClosed = (entries: readonly ThreadEntry[], now: number): boolean => {
  const last = entries.findLast(({ kind }) => kind === 'parent');
  return last !== undefined && now - last.at > WINDOW_MS;
};
