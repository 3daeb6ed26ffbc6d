import { type LanguagePack, type MessageName, type Topic, topicOf } from './content.ts';
import type { DecisionContext } from './decision.ts';
import { fillFacts } from './facts.ts';
import type { MessageId, TopicId } from './ids.ts';
import { LANGS, LANGUAGES, type Lang } from './language.ts';
import type { Choice, Reply } from './reply.ts';

/** Topics on the first page of the menu: with "more" and "a person" they fill a WhatsApp list of ten. */
const MENU_PAGE = 8;

/** What a choice does when tapped. Ids are permanent: a button tapped next year still means the same. */
export const CHOICE = {
  topic: (id: TopicId) => `topic:${id}`,
  lang: (lang: Lang) => `lang:${lang}`,
  menu: 'menu',
  moreTopics: 'menu:more',
  person: 'person',
  language: 'language',
  start: 'start',
} as const;

const OURS = /^(?:topic:.+|lang:[\w-]+|menu|menu:more|person|language|start)$/;

/** Whether a choice is one that Homeroom offers or has offered; others come from other systems' templates. */
export const isOurChoice = (id: string): boolean => OURS.test(id);

/** Builds replies in one language out of reviewed words. It never makes a sentence of its own. */
export interface Speaker {
  readonly lang: Lang;
  /** A fixed sentence with the district's facts in it. */
  words(name: MessageName): string;
  say(purpose: Reply['purpose'], body: string, choices?: readonly Choice[]): Reply;
  answer(topic: Topic): Reply;
  /** The fixed text for a danger: nothing to tap, nothing around it. */
  safety(body: string): Reply;
  /** The topics to tap, first or second page, under a sentence. */
  menu(body: string, page?: 'first' | 'more'): Reply;
  topicChoices(topics: readonly TopicId[]): readonly Choice[];
  readonly personChoice: Choice;
  readonly menuChoice: Choice;
  readonly startChoice: Choice;
  languagePicker(): Reply;
}

const topicChoice = (pack: LanguagePack, id: TopicId): Choice[] => {
  const topic = pack.topics[id];
  return topic ? [{ id: CHOICE.topic(id), title: topic.title }] : [];
};

/** @param quotes the parent's message that the replies answer */
export const speakerIn = (lang: Lang, context: DecisionContext, quotes: MessageId | undefined): Speaker => {
  const pack = context.content.packs[lang];
  const words = (name: MessageName) => fillFacts(pack.messages[name], context.facts, lang);
  const say: Speaker['say'] = (purpose, body, choices = []) => ({
    purpose,
    lang,
    body,
    choices,
    choicesLabel: words('chooseLabel'),
    ...(quotes ? { quotes } : {}),
  });
  const personChoice = { id: CHOICE.person, title: words('talkToPerson') };
  const menuChoice = { id: CHOICE.menu, title: words('showMenu') };
  const languageChoice = { id: CHOICE.language, title: words('changeLanguage') };
  const topicChoices = (ids: readonly TopicId[]) => ids.flatMap((id) => topicChoice(pack, id));
  const moreChoice = { id: CHOICE.moreTopics, title: words('moreTopics') };
  return {
    lang,
    words,
    say,
    personChoice,
    menuChoice,
    startChoice: { id: CHOICE.start, title: words('start') },
    topicChoices,
    safety: (body) => say('safety', fillFacts(body, context.facts, lang)),
    answer: (topic) =>
      say('answer', fillFacts(topic.body, context.facts, lang), [
        ...topicChoices(topic.related.filter((id) => topicOf(context.content, lang, id)).slice(0, 2)),
        personChoice,
      ]),
    menu: (body, page = 'first') =>
      say(
        'choices',
        body,
        page === 'first'
          ? [...topicChoices(pack.menu.slice(0, MENU_PAGE)), moreChoice, personChoice]
          : [...topicChoices(pack.menu.slice(MENU_PAGE, 2 * MENU_PAGE)), languageChoice, personChoice],
      ),
    languagePicker: () =>
      say('choices', words('chooseLanguage'), [
        ...LANGS.map((one) => ({ id: CHOICE.lang(one), title: LANGUAGES[one].autonym })),
        personChoice,
      ]),
  };
};
