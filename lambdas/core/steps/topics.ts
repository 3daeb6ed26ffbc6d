import { isHarmful, topicOf } from '../content.ts';
import type { Effect } from '../decision.ts';
import { flowInProgress } from '../flows/flow.ts';
import { flowSpeaker } from '../flows/flow-speaker.ts';
import { begunBy, canStartFlows, kindFor, offered, offeredAsTold, tellsOfChild, toldOfChild } from '../flows/start.ts';
import { pendingHandoff } from '../handoff.ts';
import type { TopicId } from '../ids.ts';
import { LANGS, type Lang, languageFacts } from '../language.ts';
import type { Reply } from '../reply.ts';
import type { RequestKind } from '../request.ts';
import { scriptOf } from '../understanding/identify-language.ts';
import { answerTopic } from './choice.ts';
import { passOnStep } from './handoff.ts';
import type { Step, StepInput, StepResult } from './step.ts';
import { welcome } from './words.ts';

/** Longer than this nobody asks one question: what is not understood of it is for a person to read. */
const LONG_TEXT = 600;
/** As many topics as are offered when unsure; with "a person" they make a short list. */
const OFFERED = 3;

/** Words that tell what is to be told to the school begin to do so at once: "my son is sick and stays home tomorrow". */
const beginFlow = (input: StepInput, id: TopicId): StepResult | undefined => {
  const { context, speaker, conversation } = input;
  const topic = topicOf(context.content, speaker.lang, id);
  const kind = topic && kindFor(topic, input);
  if (!topic || kind === undefined || kind === 'who' || isHarmful(topic.harm)) return undefined;
  const flow = flowInProgress(conversation.flow, context.now);
  // One task at a time: what is not finished is gone on with by its own button.
  return flow && !flow.isOffered ? undefined : begunBy(input, kind);
};

/** A question that we are sure about. */
export const topicStep: Step = (input) => {
  const { understanding } = input.reading;
  const best = understanding?.candidates[0];
  if (understanding?.kind !== 'topic' || !best) return undefined;
  const also = understanding.also ?? [];
  const begun = also.length === 0 ? beginFlow(input, best.topic) : undefined;
  if (begun) return begun;
  const others = understanding.candidates.slice(1, 1 + OFFERED).map(({ topic }) => topic);
  return answerTopic(input, best.topic, { also, alternatives: others });
};

/**
 * So sure at least that words which hold a day, a time or a grade begin a task, unless they speak of a child; what else
 * was meant stands beside it.
 */
const LIKELY = 0.5;

/** Not sure what it is about, but it tells what a task needs: "my boy comes late tomorrow". */
const beginLikely = (input: StepInput, topics: readonly TopicId[]): StepResult | undefined => {
  const best = input.reading.understanding?.candidates[0];
  const isChild = tellsOfChild(input);
  if (!best || (best.confidence < LIKELY && !isChild)) return undefined;
  // Whoever tells of a child and a day tells it for what comes close and can be told to the school.
  const likely = isChild ? topics : [best.topic];
  const begun = likely.map((topic) => beginFlow(input, topic)).find((one) => one !== undefined);
  const [reply] = begun?.replies ?? [];
  if (!begun || !reply) return undefined;
  const choices = [...reply.choices, ...input.speaker.topicChoices(topics)];
  return { ...begun, replies: [{ ...reply, choices }], conversation: { ...begun.conversation, alternatives: topics } };
};

/** The tasks of what comes close, to tap before the topics; the likeliest is taken up by a name with a grade, too. */
const startsOf = (input: StepInput, topics: readonly TopicId[]) => {
  if (!canStartFlows(input)) return { starts: [] };
  const kinds = topics.flatMap((id): RequestKind[] => {
    const topic = topicOf(input.context.content, input.speaker.lang, id);
    if (!topic || isHarmful(topic.harm)) return [];
    const likely = kindFor(topic, input);
    return [...(likely ? [likely] : []), ...topic.flows].filter((kind) => kind !== 'who');
  });
  const begun = flowInProgress(input.conversation.flow, input.context.now);
  const [best] = kinds;
  const isFree = best && (!begun || begun.isOffered);
  return {
    starts: [...new Set(kinds)].slice(0, OFFERED).map(flowSpeaker(input).start),
    ...(isFree ? { flow: offeredAsTold(input, best) } : {}),
  };
};

/** Some topics come close: let the parent choose. */
export const unsureStep: Step = (input) => {
  const { reading, speaker, conversation } = input;
  // Whoever is explaining something to a person is not asked which topic it is.
  if (reading.understanding?.kind !== 'unsure' || pendingHandoff(conversation.handoff)) return undefined;
  if (reading.text.length > LONG_TEXT) return undefined;
  const topics = reading.understanding.candidates.slice(0, OFFERED).map(({ topic }) => topic);
  const choices = speaker.topicChoices(topics);
  if (choices.length === 0) return undefined;
  const begun = beginLikely(input, topics);
  if (begun) return begun;
  const { starts, flow } = startsOf(input, topics);
  // A task and its topic may have one name: then the task is what is meant.
  const others = choices.filter(({ title }) => !starts.some((start) => start.title === title));
  const all = [...starts, ...others, speaker.personChoice];
  return {
    replies: [speaker.say('choices', speaker.words('didYouMean'), all)],
    outcome: 'answered',
    taken: { kind: 'choices', ...(topics[0] ? { topic: topics[0] } : {}) },
    conversation: { alternatives: topics, ...(flow ? { flow } : {}) },
  };
};

/** The languages that are written like these words. */
const writtenLike = (text: string): readonly Lang[] => {
  const script = scriptOf(text);
  return script === undefined || script === 'latin'
    ? []
    : LANGS.filter((lang) => languageFacts(lang).scripts[0] === script);
};

/** The list of languages, asked for in those that the person may read. */
const pickerFor = ({ context, reading, speaker }: StepInput): Reply => {
  const near = writtenLike(reading.text);
  const asking = [...new Set([...near, speaker.lang, 'en' as const, 'es' as const])];
  const lines = asking.map((lang) => context.content.packs[lang].messages.chooseLanguage);
  return { ...speaker.languagePicker('first', near), body: lines.join('\n') };
};

/** Words in a language that Homeroom does not speak: said so, with all that it speaks to tap, and a person. */
const otherLanguage = (input: StepInput): StepResult => {
  const { speaker, conversation } = input;
  const known = conversation.profile.language;
  const picker = pickerFor(input);
  // Whoever wrote in a language of ours before can read that we do not know this one.
  const isKnown = known !== undefined && known.source !== 'guessed';
  return {
    replies: [isKnown ? { ...speaker.languagePicker(), body: speaker.words('otherLanguage') } : picker],
    outcome: 'answered',
    taken: { kind: 'unknown', topic: 'language' },
  };
};

/** What a person asked in words and the bot could not answer is kept, so that one day it can. */
const keptQuestion = ({ reading }: StepInput): readonly Effect[] =>
  reading.text.trim() === ''
    ? []
    : [
        {
          kind: 'save_question',
          candidates: (reading.understanding?.candidates ?? []).slice(0, OFFERED).map(({ topic }) => topic),
        },
      ];

/**
 * A child and a day, and nothing else that was understood: most of these tell of an absence. Asked, never begun.
 */
const askAboutDay = (input: StepInput): StepResult | undefined => {
  const { speaker, conversation, context } = input;
  const flow = flowInProgress(conversation.flow, context.now);
  if ((flow && !flow.isOffered) || !canStartFlows(input)) return undefined;
  const told = toldOfChild(input);
  if (!told) return undefined;
  const starts = (['absence', 'late', 'early_pickup'] as const).map(flowSpeaker(input).start);
  return {
    replies: [speaker.say('choices', speaker.words('didYouMean'), [...starts, speaker.personChoice])],
    outcome: 'answered',
    taken: { kind: 'choices' },
    effects: keptQuestion(input),
    conversation: { flow: offered(told) },
  };
};

/** The end of the road: say so, and offer a person and the menu. Never silence. */
export const unknownStep: Step = (input) => {
  const { reading, speaker, conversation } = input;
  const passedOn = passOnStep(input);
  if (passedOn) return passedOn;
  if (reading.understanding?.langCertainty === 'foreign') return otherLanguage(input);
  // The first words of somebody, in a language that we cannot tell: ask which, in all of them.
  if (conversation.profile.language?.source === 'guessed' && conversation.profile.welcomedAt === undefined) {
    return { replies: [pickerFor(input)], outcome: 'answered', taken: { kind: 'unknown' } };
  }
  const asked = askAboutDay(input);
  if (asked) return asked;
  const isFirst = conversation.profile.welcomedAt === undefined && reading.text.trim() === '';
  if (isFirst) return welcome(input);
  const name = reading.text.length > LONG_TEXT ? 'tooLong' : 'notUnderstood';
  return {
    replies: [speaker.say('choices', speaker.words(name), [speaker.personChoice, speaker.menuChoice])],
    outcome: 'answered',
    taken: { kind: 'unknown' },
    effects: keptQuestion(input),
  };
};
