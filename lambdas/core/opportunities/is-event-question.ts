import type { Understanding } from '../understanding/understanding.ts';
import type { Search } from './event-talk.ts';
import type { SearchText } from './read-search.ts';
import { eventsFor, isAskedAlike } from './topic-events.ts';

/** How the rest of Homeroom takes a text. */
export interface TakenAs {
  readonly understanding: Understanding | undefined;
  /** Whether the topic that it is about is something to be told to the school, and not looked for. */
  readonly isTask: boolean;
  /** Whether a wrong answer to it harms: then its reviewed words come first. */
  readonly isHarmful: boolean;
  /** Whether it is written as a question. */
  readonly isQuestion: boolean;
}

/** So many words of which nothing was made still leave a short question: "anything fun for kids on Sunday". */
const FEW = 2;
/** With more of them a text tells a story, and the answer of a topic that we are sure of says more to it than a list. */
const SOME = 5;
/** Less sure of a topic than this, the topic says nothing about what was meant. */
const HARDLY = 0.35;

/** Whether a text that is taken for a topic may be meant for what is coming up all the same. */
const standing = ({ search }: SearchText, { understanding }: TakenAs): 'own' | 'other' | 'open' => {
  const best = understanding?.candidates[0];
  if (!best || understanding.kind === 'unknown' || best.confidence < HARDLY) return 'open';
  const own = eventsFor(best.topic);
  if (isAskedAlike(best.topic) || own.some((category) => search.categories.includes(category))) return 'own';
  return search.categories.length === 0 && own.length > 0 ? 'own' : 'other';
};

/** "Is there school on Saturday?" asks for no event. */
const isAboutEvents = ({ understanding }: TakenAs): boolean => understanding?.candidates[0]?.topic === 'school-events';

const narrows = (search: Search): boolean =>
  search.days !== undefined ||
  search.isFree === true ||
  search.isEvening === true ||
  search.age !== undefined ||
  search.grade !== undefined;

/** What may tell of danger is not taken for a question, unless every word of it is known to ask one. */
const isLeftAlone = ({ unread }: SearchText, { understanding }: TakenAs): boolean =>
  understanding?.kind === 'danger' ||
  understanding?.kind === 'words' ||
  (understanding?.kind === 'danger_unsure' && unread > 0);

const asksWhen = ({ heard }: SearchText): boolean => heard.has('whenIs') || heard.has('comingUp');

/** A kind is named, and we are sure of a topic: its words come first where they matter more. */
const asksBesideTopic = (text: SearchText, taken: TakenAs): boolean => {
  const { heard, search, unread } = text;
  const isOwn = standing(text, taken) === 'own';
  const isTask = taken.isTask && search.categories.includes('conference');
  if (!isOwn) return asksWhen(text) && (unread === 0 || (narrows(search) && !taken.isTask && unread <= SOME));
  if (asksWhen(text)) return true;
  return !isTask && !taken.isHarmful && unread <= SOME && (heard.has('isThere') || narrows(search));
};

/** A kind is named: what else makes it a question for the next one of that kind. */
const asksForKind = (text: SearchText, taken: TakenAs): boolean => {
  const { heard, search, unread } = text;
  if (taken.understanding?.kind === 'topic') return asksBesideTopic(text, taken);
  if (asksWhen(text)) return true;
  // "I need a meeting with the teacher" is for the school to hear.
  if (search.categories.includes('conference') && !taken.isQuestion) return false;
  const place = standing(text, taken);
  const isShort = unread <= (place === 'other' ? FEW : SOME);
  const asks = heard.has('isThere') || (taken.isQuestion && unread <= FEW);
  if (asks || (narrows(search) && !taken.isHarmful)) return isShort;
  return unread === 0 && place !== 'other';
};

/** No kind is named: "what is coming up", "anything this Saturday?". */
const asksForAny = (text: SearchText, taken: TakenAs): boolean => {
  const { heard, search, unread } = text;
  const place = standing(text, taken);
  const isSure = taken.understanding?.kind === 'topic';
  if (heard.has('comingUp')) return !isSure || place === 'own';
  if (!heard.has('isThere') && !heard.has('whenIs')) return false;
  const isNarrow = search.days !== undefined || (search.isFree === true && search.audience !== undefined);
  if (!isNarrow || unread > FEW) return false;
  return isAboutEvents(taken) || (!isSure && (place === 'open' || unread === 0));
};

/** Whether a text asks for what is coming up; never one that may tell of danger, or is a command. */
export const isEventQuestion = (text: SearchText, taken: TakenAs): boolean => {
  if (isLeftAlone(text, taken)) return false;
  return text.search.categories.length > 0 ? asksForKind(text, taken) : asksForAny(text, taken);
};

/** Whether a text says more to a search just made: "and on Sunday?", "free ones", "for my daughter". */
export const isFollowUp = (text: SearchText, taken: TakenAs): boolean => {
  if (isLeftAlone(text, taken) || text.unread > FEW) return false;
  const { categories, ...more } = text.search;
  const saysMore = categories.length > 0 || Object.keys(more).length > 0;
  const isSure = taken.understanding?.kind === 'topic';
  return saysMore && !(isSure && (taken.isTask || standing(text, taken) === 'other'));
};
