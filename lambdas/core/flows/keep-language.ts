import type { Conversation } from '../conversation.ts';
import { languageFacts } from '../language.ts';
import type { Reading } from '../reading.ts';
import { scriptOf } from '../understanding/identify-language.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import { flowInProgress } from './flow.ts';

/** Fewer words than these are a name, a day, a grade; what language they are in cannot be told. */
const SENTENCE = 7;
/** In another script a few words tell it, but not the name of a teacher alone. */
const OTHER_SCRIPT = 3;

/** Whether a short answer in a task may be no sign of another language: "Noah, grade 3" is any language's. */
export const mayKeepLanguage = ({ flow, profile }: Conversation, { tapped, text }: Reading, now: number): boolean => {
  const { language } = profile;
  if (!flowInProgress(flow, now) || !language || language.source === 'guessed' || tapped !== undefined) return false;
  const words = wordsOf(normalise(text)).filter((word) => !/^\p{N}+$/u.test(word));
  const isSameScript = scriptOf(text) === languageFacts(language.lang).scripts[0];
  return words.length < (isSameScript ? SENTENCE : OTHER_SCRIPT);
};
