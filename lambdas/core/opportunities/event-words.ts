import { FOLLOWS } from '../outreach/outreach.ts';
import { CATEGORIES } from './opportunity.ts';
import { OUTCOMES } from './seats.ts';

/** The sections of a language's `events.yaml` and what stands in each. */
export const EVENT_SECTIONS = {
  /** What each category is called. */
  categories: CATEGORIES,
  choices: [
    'details',
    'more',
    'coming',
    'notComing',
    'remind',
    'calendar',
    'justMe',
    'meAndOne',
    'meAndTwo',
    'here',
    'went',
    'couldNot',
    'tellMe',
    'lookFor',
    'digest',
    'tip',
    'survey',
    'stopFollowing',
    'comingUp',
    'plans',
    'twoDays',
    'morningOf',
    'threeHours',
  ],
  reasons: OUTCOMES,
  labels: [
    'when',
    'until',
    'from',
    'where',
    'online',
    'link',
    'who',
    'grades',
    'ages',
    'cost',
    'free',
    'perPerson',
    'perFamily',
    'childcare',
    'food',
    'interpreters',
    'interpreterOnRequest',
    'ride',
    'bring',
    'noId',
    'contact',
    'rsvpBy',
    'full',
    'checked',
    'machine',
    'cancelled',
    'forParents',
    'forChildren',
    'repeats',
    'waiting',
  ],
  says: [
    'list',
    'listFor',
    'listDay',
    'nothing',
    'nothingDay',
    'lookFor',
    'wishKept',
    'over',
    'rsvpAsk',
    'rsvpAgain',
    'rsvpMost',
    'rsvpYes',
    'rsvpWaiting',
    'rsvpClosed',
    'rsvpNotNeeded',
    'rsvpNo',
    'sameFamily',
    'party',
    'remindAsk',
    'remindYes',
    'remindTooLate',
    'plans',
    'noPlans',
    'notComingWhich',
    'hereYes',
    'hereTooEarly',
    'calendarFile',
    'reminder',
    'reminderToday',
    'cancelled',
    'moved',
    'seatFree',
    'afterAsk',
    'afterThanks',
    'whyAsk',
    'whyThanks',
    'news',
    'digest',
    'tip',
    'tipFact',
    'tipTry',
    'tipFurther',
    'tipClosing',
    'surveyIntro',
    'surveyQuestion',
    'surveyThanks',
    'surveyClosed',
    'surveyResults',
    'surveyResult',
    'followAsk',
    ...FOLLOWS.map((follow) => `${follow}On` as const),
    'followOff',
    'follows',
    'howToStop',
  ],
} as const;

/**
 * What is listened for, as word sequences inside a message: each category by the words that families use for it, and
 * what narrows a search.
 */
export const EVENT_LISTENS = [
  ...CATEGORIES,
  /** That it asks what there is, at no particular kind: "what is coming up", "any events". */
  'comingUp',
  'free',
  /** For the grown-ups: "for me", "for parents". */
  'forParents',
  'forChildren',
  /** Before or after a number that is an age: "years old", "age". */
  'years',
  /** That it asks for a time and not for an explanation: "when is", "what day". */
  'whenIs',
  /** That it asks whether there is one: "is there", "are there any", "do you have". */
  'isThere',
  'evening',
  'weekend',
  'thisWeek',
  'nextWeek',
  'thisMonth',
  /** "my plans", "what did I say yes to". */
  'myPlans',
  /** "I can't come any more". */
  'notComing',
  /** "I am here". */
  'here',
  'adults',
  'children',
  /** "send me the news every week" */
  'follow',
  /** "stop the tips", "no more news" */
  'stopFollowing',
] as const;

type Texts<Section extends keyof typeof EVENT_SECTIONS> = Readonly<
  Record<(typeof EVENT_SECTIONS)[Section][number], string>
>;

/** All that is said and listened for about what is coming up, in one language. `{name}` in a text is filled by the code. */
export type EventWords = { readonly [Section in keyof typeof EVENT_SECTIONS]: Texts<Section> } & {
  readonly listens: Readonly<Record<(typeof EVENT_LISTENS)[number], readonly string[]>>;
};
