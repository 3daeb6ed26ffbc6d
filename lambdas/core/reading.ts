import type { Danger, WordGroup } from './content.ts';
import type { Conversation } from './conversation.ts';
import type { DecisionContext } from './decision.ts';
import type { MessageId } from './ids.ts';
import { type MessageContent, type MessageReceived, wordsOf } from './inbound.ts';
import { isLang, type Lang } from './language.ts';
import type { Choice } from './reply.ts';
import { CHOICE, isOurChoice } from './speak.ts';
import { normalise } from './understanding/normalise.ts';
import type { Understanding } from './understanding/understanding.ts';

/** The messages of one turn, read together: five short lines in a row are one question. */
export interface Reading {
  /** All words of the turn, line by line. */
  readonly text: string;
  /** The last thing tapped, or typed as its number or its words. */
  readonly tapped?: string;
  readonly danger?: { readonly danger: Danger; readonly lang: Lang };
  /** A message that is a command or small talk as a whole. `stop` wins over all others. */
  readonly group?: WordGroup;
  readonly understanding?: Understanding;
  readonly media?: Extract<MessageContent, { kind: 'media' }>['media'] | 'other';
  /** Nothing but 👍 or the like, which says yes where a yes was asked for. */
  readonly isThumbUp?: boolean;
  /** The message to quote in the answer. */
  readonly last: MessageId;
  /** The language of the words, where they leave no doubt or there is nothing better to go by. */
  readonly lang?: { readonly lang: Lang; readonly certainty: Understanding['langCertainty'] };
}

/** The words of a message; none where there is no letter and no digit in them. */
const textOf = (content: MessageContent): string => {
  // A button of somebody else's template says what it means by its words: "Unsubscribe" is STOP.
  const isOurs = content.kind === 'choice' && isOurChoice(content.id);
  const text = isOurs ? '' : wordsOf(content);
  return normalise(text) === '' ? '' : text;
};

/** What was tapped: the id of a tap of ours, or the offered choice whose number or words were typed. */
export const tapOf = (content: MessageContent, offered: readonly Choice[]): string | undefined => {
  if (content.kind === 'choice') return isOurChoice(content.id) ? content.id : undefined;
  if (content.kind !== 'text') return undefined;
  const typed = normalise(content.text);
  const number = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  return (offered[number - 1] ?? offered.find(({ title }) => typed !== '' && normalise(title) === typed))?.id;
};

/** Emoji and bare punctuation say as much as a sticker does. */
const mediaOf = ({ content }: MessageReceived): Reading['media'] => {
  if (content.kind === 'media') return content.media;
  if (content.kind === 'text') return textOf(content) === '' ? 'sticker' : undefined;
  return content.kind === 'choice' ? undefined : 'other';
};

/** Signs that say yes, in all their colours. */
const THUMB_UP = /^(?:[👍👌✅✔☑]|\p{Emoji_Modifier}|\p{Variation_Selector}|\s)+$/u;
const isThumb = ({ content }: MessageReceived): boolean =>
  content.kind === 'text' && THUMB_UP.test(content.text.trim());

/** Small talk beside a question is only politeness; a command counts wherever it stands. */
const SMALL_TALK: readonly WordGroup[] = ['hello', 'thanks', 'goodbye', 'yes'];

const groupOf = (understood: readonly Understanding[]): WordGroup | undefined => {
  const groups = understood.flatMap((one) => (one.kind === 'words' ? [one.group] : []));
  if (groups.includes('stop')) return 'stop';
  const isAllWords = groups.length === understood.length;
  return groups.findLast((group) => isAllWords || !SMALL_TALK.includes(group));
};

const defined = <Value>(values: readonly (Value | undefined)[]) =>
  values.filter((value): value is Value => value !== undefined);

/** Languages of the texts: the surest word on it wins, the later one among equals. */
const languageOf = (understood: readonly Understanding[]): Reading['lang'] => {
  for (const certainty of ['sure', 'likely', 'none'] as const) {
    const found = understood.findLast((one) => one.langCertainty === certainty);
    if (found) return { lang: found.lang, certainty };
  }
  return undefined;
};

/** Reads the messages of a turn. Pure; `messages` are in order and at least one. */
export const readMessages = (
  messages: readonly MessageReceived[],
  conversation: Conversation,
  context: Pick<DecisionContext, 'understand'>,
): Reading | undefined => {
  const last = messages.at(-1);
  if (!last) return undefined;
  const prior = conversation.profile.language?.lang;
  const hint = prior ? { lang: prior } : {};
  const lines = messages.map(({ content }) => textOf(content)).filter((line) => line !== '');
  const text = lines.join('\n');
  const each = lines.map((line) => context.understand(line, hint));
  const question = lines.filter((_, index) => each[index]?.kind !== 'words').join('\n');
  const whole = lines.length > 1 && question !== '' ? context.understand(question, hint) : each[0];
  const all = defined([...each, whole]);
  const danger = all.find((one) => one.kind === 'danger');
  const group = groupOf(each);
  const switched = each.findLast((one) => one.kind === 'words' && one.group === 'switch');
  const taps = messages.map(({ content }) => tapOf(content, conversation.offered));
  const tapped = switched ? CHOICE.lang(switched.lang) : defined(taps).at(-1);
  const media = defined(messages.map(mediaOf)).at(-1);
  const lang = languageOf(all);
  return {
    text,
    last: last.id,
    ...(tapped === undefined ? {} : { tapped }),
    ...(danger?.kind === 'danger' ? { danger: { danger: danger.danger, lang: danger.lang } } : {}),
    ...(group ? { group } : {}),
    ...(whole ? { understanding: whole } : {}),
    ...(media ? { media } : {}),
    ...(messages.every(isThumb) ? { isThumbUp: true } : {}),
    ...(lang ? { lang } : {}),
  };
};

/**
 * The language to answer in from now on. One that was chosen stays. One that was detected changes only when
 * the words leave no doubt; one that was guessed gives way to the first good hint.
 */
export const languageAfter = (
  language: Conversation['profile']['language'],
  reading: Reading,
): Conversation['profile']['language'] => {
  const picked = reading.tapped?.startsWith('lang:') ? reading.tapped.slice('lang:'.length) : undefined;
  if (isLang(picked)) return { lang: picked, source: 'chosen' };
  const heard = reading.lang;
  if (language?.source === 'chosen' || !heard) return language;
  if (!language || (language.source === 'guessed' && heard.certainty !== 'none')) {
    return { lang: heard.lang, source: heard.certainty === 'none' ? 'guessed' : 'detected' };
  }
  return heard.certainty === 'sure' && heard.lang !== language.lang
    ? { lang: heard.lang, source: 'detected' }
    : language;
};
