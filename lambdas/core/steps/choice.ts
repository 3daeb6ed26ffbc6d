import { isServable, topicOf } from '../content.ts';
import type { AnswerKind, DecisionContext } from '../decision.ts';
import type { TopicId } from '../ids.ts';
import { isLang } from '../language.ts';
import { CHOICE } from '../speak.ts';
import { openHandoff } from './handoff.ts';
import type { Step, StepInput, StepResult } from './step.ts';

// Kept for each zone: making a formatter takes longer than all the rest of a decision.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

const todayIn = ({ now, timeZone }: DecisionContext): string => {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, format);
  return format.format(now);
};

/** The reviewed answer of a topic; a person where the words may not go out today. */
export const answerTopic = (input: StepInput, id: TopicId, kind: AnswerKind = 'answer'): StepResult | undefined => {
  const { context, speaker } = input;
  const topic = topicOf(context.content, speaker.lang, id);
  if (!topic) return undefined;
  if (!isServable(topic, todayIn(context), context.servesDrafts)) {
    return openHandoff(input, 'out_of_date', speaker.words('handoffOpened'), topic.id);
  }
  return {
    replies: [speaker.answer(topic)],
    outcome: 'answered',
    taken: { kind, topic: topic.id },
    conversation: { lastTopic: topic.id },
  };
};

const said = (replies: StepResult['replies'], topic: string): StepResult => ({
  replies,
  outcome: 'answered',
  taken: { kind: 'command', topic },
});

const chooseLanguage = ({ speaker, conversation, context }: StepInput): StepResult => ({
  ...said([speaker.menu(speaker.words('languageChanged'))], 'language'),
  conversation: {
    profile: { ...conversation.profile, welcomedAt: conversation.profile.welcomedAt ?? context.now },
  },
});

/** A tap on something that we offered, now or long ago. */
export const choiceStep: Step = (input) => {
  const { reading, speaker, context } = input;
  const { tapped } = reading;
  if (tapped === undefined) return undefined;
  if (tapped === CHOICE.menu) return said([speaker.menu(speaker.words('menu'))], 'menu');
  if (tapped === CHOICE.moreTopics) return said([speaker.menu(speaker.words('menu'), 'more')], 'menu');
  if (tapped === CHOICE.language) return said([speaker.languagePicker()], 'language');
  const [kind, value = ''] = tapped.split(/:(.*)/);
  if (kind === 'lang' && isLang(value)) return chooseLanguage(input);
  const topic = kind === 'topic' ? topicOf(context.content, speaker.lang, value) : undefined;
  // Something that we no longer have: say so and show what there is.
  return (topic && answerTopic(input, topic.id)) ?? said([speaker.menu(speaker.words('outOfDate'))], 'menu');
};
