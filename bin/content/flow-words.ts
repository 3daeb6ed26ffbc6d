import { FLOW_LISTENS, FLOW_SECTIONS, type FlowWords } from '#core/flows/flow-words.ts';
import type { Problem } from './problem.ts';
import { checkWordsFile, readWordsFile, type WordsFile, type Written } from './words-file.ts';

const FILE: WordsFile = {
  name: 'flows.yaml',
  sections: FLOW_SECTIONS,
  listens: [...FLOW_LISTENS.whole, ...FLOW_LISTENS.inside],
  tapped: ['titles', 'starts', 'choices', 'reasons', 'subjects', 'who'],
};

/** Reads `flows.yaml` of every language below `folder`; file names in problems begin at `root`. */
export const readFlowWords = (folder: string, root: string): Written<FlowWords> => readWordsFile(FILE, folder, root);

/** All that is wrong with the words of the flows, besides what reading them has found. */
export const checkFlowWords = (written: Written<FlowWords>): Problem[] => checkWordsFile(FILE, written);
