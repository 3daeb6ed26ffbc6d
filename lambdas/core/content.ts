import type { FactName } from './facts.ts';
import type { TopicId } from './ids.ts';
import type { Lang } from './language.ts';

/** What goes wrong for a family if the answer is wrong. */
export const HARMS = ['none', 'legal', 'health', 'safety', 'money'] as const;
export type Harm = (typeof HARMS)[number];

/** Whether a person has read the words in this language, and until when they may be trusted. */
export interface Review {
  readonly state: 'draft' | 'reviewed';
  /** ISO date after which the text needs a new look. */
  readonly due: string;
}

/** One answer in one language, as compiled from its file. */
export interface Topic {
  readonly id: TopicId;
  readonly title: string;
  readonly harm: Harm;
  readonly review: Review;
  readonly facts: readonly FactName[];
  readonly related: readonly TopicId[];
  readonly body: string;
}

/** The kinds of danger that Homeroom recognises, most urgent first. */
export const DANGERS = [
  'medical-emergency',
  'violence',
  'self-harm',
  'missing-child',
  'abuse',
  'immigration-enforcement',
  'no-food-or-shelter',
] as const;
export type Danger = (typeof DANGERS)[number];

/** The fixed text for a danger and the words it is recognised by. */
export interface SafetyText {
  readonly danger: Danger;
  readonly body: string;
  /** Word sequences, see `understanding/phrases.ts`. */
  readonly phrases: readonly string[];
  /** Sequences that look alike and are harmless; they cancel a match nearby. */
  readonly unless: readonly string[];
}

/** The fixed sentences around the answers. `{name}` in a sentence is filled by the code. */
export const MESSAGE_NAMES = [
  'welcome',
  'menu',
  'moreTopics',
  'chooseLabel',
  'didYouMean',
  'notUnderstood',
  'declinedMedia',
  'voiceReceived',
  'tooLong',
  'thanks',
  'goodbye',
  'acknowledged',
  'handoffOpened',
  'handoffOfficeHours',
  'handoffUrgent',
  'handoffStillOpen',
  'handoffPassedOn',
  'stopped',
  'started',
  'chooseLanguage',
  'languageChanged',
  'outOfDate',
  'numberedHint',
  'talkToPerson',
  'changeLanguage',
  'showMenu',
  'start',
] as const;
export type MessageName = (typeof MESSAGE_NAMES)[number];

/**
 * Words that are commands or small talk when they are the whole message. `language` asks for the list of
 * languages, `switch` for this very language.
 */
export const WORD_GROUPS = [
  'stop',
  'start',
  'person',
  'menu',
  'language',
  'switch',
  'hello',
  'thanks',
  'goodbye',
  'yes',
] as const;
export type WordGroup = (typeof WORD_GROUPS)[number];

/** All that Homeroom says and listens for in one language. */
export interface LanguagePack {
  readonly lang: Lang;
  readonly messages: Readonly<Record<MessageName, string>>;
  readonly words: Readonly<Record<WordGroup, readonly string[]>>;
  readonly topics: Readonly<Record<string, Topic>>;
  /** Ids of topics in the order of the menu. */
  readonly menu: readonly TopicId[];
  readonly safety: readonly SafetyText[];
}

/** The compiled content, all languages. Topics exist in every language: the compiler sees to it. */
export interface Content {
  readonly version: string;
  readonly packs: Readonly<Record<Lang, LanguagePack>>;
}

export const topicOf = (content: Content, lang: Lang, id: string): Topic | undefined => {
  const { topics } = content.packs[lang];
  return Object.hasOwn(topics, id) ? topics[id] : undefined;
};

/**
 * Whether the words of a topic may go out on `today` (ISO date). A text past its review date is withheld
 * where a wrong answer harms; a draft is withheld unless the deployment has chosen to serve drafts.
 */
export const isServable = (topic: Topic, today: string, servesDrafts: boolean): boolean =>
  (topic.review.state === 'reviewed' || servesDrafts) && (topic.harm === 'none' || today <= topic.review.due);
