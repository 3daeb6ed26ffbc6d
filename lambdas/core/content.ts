import type { CalendarWords } from './dates/calendar-words.ts';
import type { FactName } from './facts.ts';
import type { FlowWords } from './flows/flow-words.ts';
import type { TopicId } from './ids.ts';
import type { Lang } from './language.ts';
import type { EventWords } from './opportunities/event-words.ts';
import type { Tip, TipBand } from './outreach/outreach.ts';
import type { TemplateWords } from './outreach/templates.ts';
import type { RequestKind } from './request.ts';

/** What goes wrong for a family if the answer is wrong. */
export const HARMS = ['none', 'legal', 'health', 'safety', 'money'] as const;
export type Harm = (typeof HARMS)[number];

/** Whether a wrong answer hurts somebody: such a topic is answered only when we are surer than elsewhere. */
export const isHarmful = (harm: Harm): boolean => harm === 'legal' || harm === 'health' || harm === 'safety';

/**
 * What an answer is.
 * - `answer`: what a family asked.
 * - `declined`: near our domain but not ours: it says so and where to turn.
 * - `talk`: about the talk itself, or a follow-up of what was said last.
 */
export const TOPIC_KINDS = ['answer', 'declined', 'talk'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** Talk that means something only after what was said last; the ids of its topics. */
export const FOLLOW_UPS = {
  number: 'phone-numbers',
  otherChild: 'same-for-other-child',
  another: 'another-question',
  notHelpful: 'not-helpful',
} as const;

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
  readonly kind: TopicKind;
  readonly harm: Harm;
  readonly review: Review;
  readonly facts: readonly FactName[];
  readonly related: readonly TopicId[];
  /** What Homeroom can do about it, the first of them first; `who` finds the person who can help. */
  readonly flows: readonly (RequestKind | 'who')[];
  /** Whether it begins with what is so today: school, a planned day off, a closing. */
  readonly tellsToday: boolean;
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

/** The fixed text for a danger. */
export interface SafetyText {
  readonly danger: Danger;
  readonly title: string;
  readonly body: string;
}

/** The words that a danger is recognised by. */
export interface DangerPhrases {
  readonly danger: Danger;
  /** Word sequences, see `understanding/phrases.ts`. */
  readonly phrases: readonly string[];
  /** Sequences that look alike and are harmless; they cancel a match nearby. */
  readonly unless: readonly string[];
  /** Sequences that stand in ordinary questions too: they make danger likelier, and tell of none by themselves. */
  readonly hints: readonly string[];
}

/** The sections of the menu, by the sentence that names them. */
export const SECTIONS = [
  'sectionDay',
  'sectionLearning',
  'sectionHealth',
  'sectionTransport',
  'sectionEnrollment',
  'sectionLanguage',
  'sectionSafety',
  'sectionFamily',
] as const;
export type Section = (typeof SECTIONS)[number];

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
  'handoffOpenNow',
  'handoffClosedNow',
  'handoffLate',
  'handoffResolved',
  'ratedGood',
  'ratedBad',
  'ratingThanks',
  'ratingSorry',
  'machineTranslated',
  'notTranslated',
  'answerReady',
  'readAnswer',
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
  'moreLanguages',
  'otherLanguage',
  'helpful',
  'notHelpful',
  'anotherQuestion',
  'gladItHelped',
  'sorryNotHelpful',
  'askAway',
  'alsoAsked',
  'sameForAll',
  'numberForThis',
  'dangerAsk',
  'notNeeded',
  'whatIsKnown',
  'known',
  'knownNumber',
  'knownLanguage',
  'knownChildren',
  'knownMessages',
  'knownRequests',
  'knownTalk',
  'knownNot',
  'eraseAll',
  'eraseAsk',
  'eraseRequests',
  'eraseTalk',
  'eraseYes',
  'eraseNo',
  'eraseKept',
  'erased',
  ...SECTIONS,
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
  // What is known of the person, and that it be deleted.
  'known',
  'erase',
] as const;
export type WordGroup = (typeof WORD_GROUPS)[number];

/** The topics to tap: those that most families need, then all of them by section, in order. */
export interface Menu {
  readonly first: readonly TopicId[];
  readonly sections: Readonly<Record<Section, readonly TopicId[]>>;
}

/** All that Homeroom says in one language. */
export interface LanguagePack {
  readonly lang: Lang;
  readonly messages: Readonly<Record<MessageName, string>>;
  readonly topics: Readonly<Record<string, Topic>>;
  readonly safety: readonly SafetyText[];
  readonly flows: FlowWords;
  /** What is said and listened for about what is coming up. */
  readonly events: EventWords;
  /** Tips of the week by band, told one after the other; empty where the language has none. */
  readonly tips: Readonly<Record<TipBand, readonly Tip[]>>;
  /** The texts of WhatsApp's templates, with `{{name}}` for what is filled in. */
  readonly templates: TemplateWords;
  /** What families call days, times and grades. */
  readonly calendar: CalendarWords;
}

/** The words that Homeroom listens for in one language, whatever language the talk is in. */
export interface Signals {
  readonly words: Readonly<Record<WordGroup, readonly string[]>>;
  readonly dangers: readonly DangerPhrases[];
}

/** What Homeroom says, in all languages; a pack may be read from its file when it is first asked for. */
export interface Content {
  readonly version: string;
  readonly menu: Menu;
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
