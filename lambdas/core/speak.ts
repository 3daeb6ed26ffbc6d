import { isolated } from './bidi.ts';
import {
  type Danger,
  type LanguagePack,
  type MessageName,
  SECTIONS,
  type Section,
  type Topic,
  topicOf,
} from './content.ts';
import type { DecisionContext } from './decision.ts';
import { fillFacts } from './facts.ts';
import { isFlowChoice } from './flows/choices.ts';
import type { HandoffId, MessageId, TopicId } from './ids.ts';
import { LANGS, LANGUAGES, type Lang, languageFacts } from './language.ts';
import { isEventChoice } from './opportunities/event-choices.ts';
import { usableTemplate } from './outreach/template-choice.ts';
import type { Choice, Reply } from './reply.ts';

/** The approved template that says that an answer is ready; its texts are the messages `answerReady` and `readAnswer`. */
export const ANSWER_READY = 'answer_ready';

/** Topics or languages on one page: with "more" and "a person" they fill a WhatsApp list of ten. */
const PAGE = 8;

/** What a choice does when tapped. Ids are permanent: a button tapped next year still means the same. */
export const CHOICE = {
  topic: (id: TopicId) => `topic:${id}`,
  lang: (lang: Lang) => `lang:${lang}`,
  danger: (danger: Danger) => `danger:${danger}`,
  section: (section: Section, page = 1) => (page === 1 ? `section:${section}` : `section:${section}:${page}`),
  menu: 'menu',
  moreTopics: 'menu:more',
  person: 'person',
  language: 'language',
  moreLanguages: 'language:more',
  helpful: 'helpful',
  notHelpful: 'not_helpful',
  another: 'another',
  start: 'start',
  rate: (handoff: HandoffId, rating: 'good' | 'bad') => `rate:${rating}:${handoff}`,
  readAnswer: 'read_answer',
  known: 'known',
  erase: 'erase',
  eraseYes: 'erase:yes',
  eraseNo: 'erase:no',
} as const;

const OURS =
  /^(?:topic:.+|lang:[\w-]+|danger:[\w-]+|section:\w+(?::\d+)?|menu|menu:more|person|language|language:more|helpful|not_helpful|another|start|rate:(?:good|bad):.+|read_answer|known|erase|erase:yes|erase:no)$/;

/** Whether a choice is one that Homeroom offers or has offered; others come from other systems' templates. */
export const isOurChoice = (id: string): boolean => OURS.test(id) || isFlowChoice(id) || isEventChoice(id);

/** What stands around an answer. */
export interface AroundAnswer {
  /** A sentence before it. */
  readonly opening?: string;
  /** Other questions of the same message: offered first. */
  readonly also?: readonly TopicId[];
  /** What Homeroom can do about it: said below it, and to tap before all else. */
  readonly offer?: string;
  readonly first?: readonly Choice[];
}

/** Builds replies in one language out of reviewed words. It never makes a sentence of its own. */
export interface Speaker {
  readonly lang: Lang;
  /** A fixed sentence with the district's facts in it. */
  words(name: MessageName): string;
  say(purpose: Reply['purpose'], body: string, choices?: readonly Choice[]): Reply;
  /** The answer of a topic with what a family may want next. */
  answer(topic: Topic, around?: AroundAnswer): Reply;
  /** A person's words; where they cannot go out, a notice that they are ready. */
  staff(body: string): Reply;
  /** The fixed text for a danger: nothing to tap, nothing around it. */
  safety(body: string): Reply;
  /** The topics that most families need, under a sentence. */
  menu(body: string): Reply;
  /** The sections of all topics. */
  sections(body: string): Reply;
  /** The topics of a section, page by page from 1. */
  section(section: Section, page: number): Reply;
  topicChoices(topics: readonly TopicId[]): readonly Choice[];
  dangerChoice(danger: Danger): Choice;
  readonly personChoice: Choice;
  readonly menuChoice: Choice;
  readonly startChoice: Choice;
  /** All languages, each in its own script; `near` stand first. */
  languagePicker(page?: 'first' | 'more', near?: readonly Lang[]): Reply;
}

const topicChoice = (pack: LanguagePack, id: TopicId): Choice[] => {
  const topic = pack.topics[id];
  return topic ? [{ id: CHOICE.topic(id), title: topic.title }] : [];
};

/** Languages in the order in which they are offered; who reads one of the first pages finds the other there. */
const offeredLanguages = (near: readonly Lang[]): readonly Lang[] => [...new Set([...near, ...LANGS])];

/** @param quotes the parent's message that the replies answer */
export const speakerIn = (lang: Lang, context: DecisionContext, quotes: MessageId | undefined): Speaker => {
  const { content, facts } = context;
  const pack = content.packs[lang];
  const isRightToLeft = languageFacts(lang).dir === 'rtl';
  const shown = (text: string) => (isRightToLeft ? isolated(text) : text);
  const words = (name: MessageName) => fillFacts(pack.messages[name], facts, lang);
  const say: Speaker['say'] = (purpose, body, choices = []) => ({
    purpose,
    lang,
    body: shown(body),
    choices,
    choicesLabel: words('chooseLabel'),
    ...(quotes ? { quotes } : {}),
  });
  const choice = (id: string, name: MessageName): Choice => ({ id, title: words(name) });
  const personChoice = choice(CHOICE.person, 'talkToPerson');
  const languageChoice = choice(CHOICE.language, 'changeLanguage');
  const topicChoices = (ids: readonly TopicId[]) => ids.flatMap((id) => topicChoice(pack, id));

  const answer: Speaker['answer'] = (topic, { opening, also = [], offer, first = [] } = {}) => {
    const parts = [
      ...(opening === undefined ? [] : [opening]),
      fillFacts(topic.body, facts, lang),
      ...(offer === undefined ? [] : [offer]),
      ...(also.length > 0 ? [words('alsoAsked')] : []),
    ];
    const next = [...also, ...topic.related.filter((id) => !also.includes(id))].slice(0, Math.max(2, also.length));
    // A task may have the name of its topic: then the task is what is meant.
    const isFirst = ({ title }: Choice) => first.some((one) => one.title === title);
    return say('answer', parts.join('\n\n'), [
      ...first,
      ...topicChoices(next).filter((one) => !isFirst(one)),
      personChoice,
      ...(topic.kind === 'answer'
        ? [
            choice(CHOICE.helpful, 'helpful'),
            choice(CHOICE.notHelpful, 'notHelpful'),
            choice(CHOICE.another, 'anotherQuestion'),
          ]
        : [choice(CHOICE.menu, 'showMenu')]),
    ]);
  };

  const section: Speaker['section'] = (name, page) => {
    const all = content.menu.sections[name].filter((id) => topicOf(content, lang, id));
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    const shownPage = Math.min(Math.max(1, page), pages);
    return say('choices', words(name), [
      ...topicChoices(all.slice((shownPage - 1) * PAGE, shownPage * PAGE)),
      shownPage < pages
        ? { id: CHOICE.section(name, shownPage + 1), title: words('moreTopics') }
        : choice(CHOICE.moreTopics, 'showMenu'),
      personChoice,
    ]);
  };

  return {
    lang,
    words,
    say,
    answer,
    section,
    topicChoices,
    personChoice,
    menuChoice: choice(CHOICE.menu, 'showMenu'),
    startChoice: choice(CHOICE.start, 'start'),
    staff: (body) => ({
      ...say('staff', body),
      announcement: {
        template: ANSWER_READY,
        language:
          usableTemplate(ANSWER_READY, lang, context.comingUp.templates)?.language ?? languageFacts(lang).template,
        choice: CHOICE.readAnswer,
      },
    }),
    safety: (body) => say('safety', fillFacts(body, facts, lang)),
    dangerChoice: (danger) => ({
      id: CHOICE.danger(danger),
      title: pack.safety.find((one) => one.danger === danger)?.title ?? danger,
    }),
    menu: (body) =>
      say('choices', body, [
        ...topicChoices(content.menu.first.slice(0, PAGE)),
        choice(CHOICE.moreTopics, 'moreTopics'),
        personChoice,
      ]),
    sections: (body) =>
      say('choices', body, [
        ...SECTIONS.map((name) => ({ id: CHOICE.section(name), title: words(name) })),
        languageChoice,
        personChoice,
      ]),
    languagePicker: (page = 'first', near = []) => {
      const all = offeredLanguages(near);
      const isLong = all.length > PAGE + 1;
      const offered = page === 'first' && isLong ? all.slice(0, PAGE) : all.slice(isLong ? PAGE : 0);
      return say('choices', words('chooseLanguage'), [
        ...offered.map((one) => ({ id: CHOICE.lang(one), title: LANGUAGES[one].autonym })),
        ...(page === 'first' && isLong ? [choice(CHOICE.moreLanguages, 'moreLanguages')] : []),
        personChoice,
      ]);
    },
  };
};
