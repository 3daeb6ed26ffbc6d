import { DANGERS, isServable, SECTIONS, type Section, topicOf } from '../content.ts';
import type { AnswerKind, DecisionContext } from '../decision.ts';
import { offerFlows } from '../flows/offer.ts';
import type { TopicId } from '../ids.ts';
import { isLang } from '../language.ts';
import { eventsBelow } from '../opportunities/events-below.ts';
import { schoolToday } from '../school-today.ts';
import { type AroundAnswer, CHOICE } from '../speak.ts';
import { tellDanger } from './danger.ts';
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

/** The topic of what this chat keeps, and who reads it. */
const PRIVACY_TOPIC: string = 'bot-privacy';

const KINDS = { answer: 'answer', declined: 'declined', talk: 'smalltalk' } as const satisfies Record<
  string,
  AnswerKind
>;

interface Around extends AroundAnswer {
  /** What came close besides, to offer where this was not it. */
  readonly alternatives?: readonly TopicId[];
}

/** What this chat keeps is best shown by what it keeps of this family. */
const aboutPrivacy = ({ speaker }: StepInput, id: TopicId): AroundAnswer =>
  id === PRIVACY_TOPIC ? { first: [{ id: CHOICE.known, title: speaker.words('whatIsKnown') }] } : {};

/** The reviewed answer of a topic; a person where the words may not go out today. */
export const answerTopic = (input: StepInput, id: TopicId, around: Around = {}): StepResult | undefined => {
  const { context, speaker } = input;
  const topic = topicOf(context.content, speaker.lang, id);
  if (!topic) return undefined;
  if (!isServable(topic, todayIn(context), context.servesDrafts)) {
    return openHandoff(input, 'out_of_date', speaker.words('handoffOpened'), topic.id);
  }
  const today = topic.tellsToday ? schoolToday(input) : undefined;
  const { flow, ...offered } = offerFlows(input, topic);
  const tasks = offered.first ?? [];
  const events = eventsBelow(input, topic.id, tasks.length);
  return {
    replies: [
      speaker.answer(topic, {
        ...(today ? { opening: today } : {}),
        ...around,
        ...offered,
        ...(events.length > 0 ? { first: [...events, ...tasks] } : {}),
        ...aboutPrivacy(input, id),
      }),
    ],
    outcome: 'answered',
    taken: { kind: KINDS[topic.kind], topic: topic.id },
    conversation: {
      ...(flow ? { flow } : {}),
      alternatives: around.alternatives ?? [],
      // A follow-up is about the last question, not about the talk in between.
      ...(topic.kind === 'answer' ? { lastTopic: topic.id } : {}),
    },
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

const isSection = (name: string): name is Section => (SECTIONS as readonly string[]).includes(name);

/** Choices that are a word by themselves. */
const fixedChoice = ({ speaker }: StepInput, tapped: string): StepResult | undefined => {
  switch (tapped) {
    case CHOICE.menu:
      return said([speaker.menu(speaker.words('menu'))], 'menu');
    case CHOICE.moreTopics:
      return said([speaker.sections(speaker.words('menu'))], 'menu');
    case CHOICE.language:
      return said([speaker.languagePicker()], 'language');
    case CHOICE.moreLanguages:
      return said([speaker.languagePicker('more')], 'language');
    default:
      return undefined;
  }
};

/** A tap on something that we offered, now or long ago. */
export const choiceStep: Step = (input) => {
  const { reading, speaker, context } = input;
  const { tapped } = reading;
  if (tapped === undefined) return undefined;
  const fixed = fixedChoice(input, tapped);
  if (fixed) return fixed;
  const [kind, value = '', page = '1'] = tapped.split(':');
  if (kind === 'lang' && isLang(value)) return chooseLanguage(input);
  if (kind === 'section' && isSection(value)) return said([speaker.section(value, Number(page))], 'menu');
  const danger = kind === 'danger' ? DANGERS.find((one) => one === value) : undefined;
  if (danger) return tellDanger(input, danger);
  const topic = kind === 'topic' ? topicOf(context.content, speaker.lang, value) : undefined;
  // Something that we no longer have: say so and show what there is.
  return (topic && answerTopic(input, topic.id)) ?? said([speaker.menu(speaker.words('outOfDate'))], 'menu');
};
