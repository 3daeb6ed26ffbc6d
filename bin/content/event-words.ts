import { EVENT_LISTENS, EVENT_SECTIONS, type EventWords } from '#core/opportunities/event-words.ts';
import type { Problem } from './problem.ts';
import { checkWordsFile, readWordsFile, type WordsFile, type Written } from './words-file.ts';

const FILE: WordsFile = {
  name: 'events.yaml',
  sections: EVENT_SECTIONS,
  listens: EVENT_LISTENS,
  tapped: ['categories', 'choices', 'reasons'],
  isOptional: true,
};

/** Reads `events.yaml` of every language below `folder`; file names in problems begin at `root`. */
export const readEventWords = (folder: string, root: string): Written<EventWords> => readWordsFile(FILE, folder, root);

/** All that is wrong with the words about what is coming up, besides what reading them has found. */
export const checkEventWords = (written: Written<EventWords>): Problem[] => checkWordsFile(FILE, written);
