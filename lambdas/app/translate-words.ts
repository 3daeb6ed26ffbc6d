import type { Conversation } from '#core/conversation.ts';
import type { DecisionContext } from '#core/decision.ts';
import { flowInProgress, takesFreeWords } from '#core/flows/flow.ts';
import { type TurnEvent, wordsOf } from '#core/inbound.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { removePrivate } from '#core/private-words/private-words.ts';
import { changesBetween } from '#core/translation/compare.ts';
import type { Translator } from './desk/ports.ts';
import { thereAndBack } from './there-and-back.ts';

/**
 * A family's own words in English and back, where a task waits for them and a service translates: the family sees both
 * before anything is sent. What is private is taken out before the words go anywhere.
 * @returns undefined where there is nothing to translate, or no translation is to be had
 */
export const translatedWords = async (
  translator: Translator | undefined,
  conversation: Conversation,
  events: readonly TurnEvent[],
  now: number,
): Promise<DecisionContext['translated']> => {
  const flow = flowInProgress(conversation.flow, now);
  const lang = conversation.profile.language?.lang ?? SOURCE_LANG;
  if (!translator || !flow || flow.isOffered || !takesFreeWords(flow.asked) || lang === SOURCE_LANG) return undefined;
  const words = events
    .flatMap((event) => (event.kind === 'message_received' ? [wordsOf(event.content)] : []))
    .filter((line) => line !== '')
    .join('\n');
  if (words === '') return undefined;
  const text = removePrivate(words);
  const read = await thereAndBack(translator, text, lang, SOURCE_LANG);
  if (!read) return undefined;
  // The family's own words stand in for the translation of the English: what is in one and not in the other has changed.
  const changes = changesBetween({ original: read.text, lang: 'en', text, textLang: lang, back: read.text });
  return { english: read.text, back: read.back, isChanged: changes.length > 0 };
};
