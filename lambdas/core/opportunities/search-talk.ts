import { isHarmful, topicOf } from '../content.ts';
import { isQuestion } from '../flows/detour.ts';
import { kindFor } from '../flows/start.ts';
import type { StepInput } from '../steps/step.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import type { EventTalk, Search } from './event-talk.ts';
import { isEventQuestion, isFollowUp, type TakenAs } from './is-event-question.ts';
import { readSearch, type SearchText } from './read-search.ts';

/** So long "and on Sunday?" still means the list that was shown. */
const TALK_MS = 60 * 60_000;

/** What was last said of what is coming up, where that is not long ago. */
export const talkNow = ({ conversation, context }: StepInput): EventTalk | undefined => {
  const { eventTalk } = conversation;
  return eventTalk && context.now - eventTalk.at <= TALK_MS ? eventTalk : undefined;
};

/** A search with what was said later over it; another kind asks for that kind alone, on the same day. */
const merged = (before: Search, { categories, words, ...more }: Search): Search => {
  const { words: own, ...rest } = before;
  const kinds =
    categories.length > 0 ? { categories, ...(words ? { words } : {}) } : { ...(own ? { words: own } : {}) };
  return { ...rest, ...more, ...kinds };
};

const takenAs = (input: StepInput): TakenAs => {
  const { understanding } = input.reading;
  const best = understanding?.candidates[0];
  const topic = best && topicOf(input.context.content, input.speaker.lang, best.topic);
  const kind = topic && kindFor(topic, input);
  return {
    understanding,
    isTask: kind !== undefined && kind !== 'who',
    isHarmful: topic !== undefined && isHarmful(topic.harm),
    isQuestion: isQuestion(input.reading.text),
  };
};

const readIn = (input: StepInput): SearchText | undefined => {
  const { context, reading, conversation, speaker } = input;
  const { packs } = context.content;
  const heard = reading.understanding;
  const isTold = heard && (heard.langCertainty === 'sure' || heard.langCertainty === 'likely');
  return readSearch(reading.text, {
    pack: packs[isTold ? heard.lang : speaker.lang],
    english: packs.en,
    now: context.now,
    timeZone: context.timeZone,
    children: conversation.profile.children ?? [],
    directory: context.directory,
  });
};

/** What a turn's words say of what is coming up, whether or not they ask for it. */
export const searchSaid = (input: StepInput): Search | undefined =>
  input.reading.text === '' ? undefined : readIn(input)?.search;

/** The search that a turn's words ask for; undefined where they ask for something else, or for nothing. */
export const searchAsked = (input: StepInput): Search | undefined => {
  const { reading } = input;
  if (reading.tapped !== undefined || reading.group !== undefined || reading.text === '') return undefined;
  const text = readIn(input);
  if (!text) return undefined;
  const taken = takenAs(input);
  const talk = talkNow(input);
  const isNamed = text.search.categories.length > 0;
  if (isEventQuestion(text, taken)) {
    const isWhole = isNamed || text.heard.has('comingUp') || !talk?.search;
    return isWhole ? text.search : merged(talk.search, text.search);
  }
  if (talk?.asked === 'look_for' && isNamed && isFollowUp(text, taken)) return text.search;
  return talk?.search && isFollowUp(text, taken) ? merged(talk.search, text.search) : undefined;
};

/** "More": words of the button that says so, where there is more to show. */
export const asksForMore = (input: StepInput): boolean => {
  const { reading, context, speaker } = input;
  if (talkNow(input)?.next === undefined || reading.tapped !== undefined) return false;
  const title = wordsOf(normalise(context.content.packs[speaker.lang].events.choices.more));
  const said = wordsOf(normalise(reading.text));
  return said.length > 0 && said.length < title.length && said.every((word) => title.includes(word));
};
