import type { Handoff } from './handoff.ts';
import { removePrivate } from './private-words/private-words.ts';

/** As much of a message as a line of the queue shows, in characters. */
const LONGEST = 90;

/** The beginning of a text on one line, without private words. */
export const previewOf = (text: string, by: 'parent' | 'staff'): NonNullable<Handoff['preview']> => {
  const characters = [...removePrivate(text).replace(/\s+/g, ' ').trim()];
  return {
    text: characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join(''),
    by,
  };
};
