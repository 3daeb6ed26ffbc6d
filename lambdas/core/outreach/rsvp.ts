import type { Content } from '../content.ts';
import type { Conversation } from '../conversation.ts';
import { tokensOf } from '../dates/tokens.ts';
import { SOURCE_LANG } from '../language.ts';
import { EVENT_CHOICE, refOfChoice } from '../opportunities/event-choices.ts';
import { type HeardName, heardIn } from '../opportunities/heard.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import type { Party } from '../opportunities/seats.ts';
import { isUpcoming, type Upcoming } from '../opportunities/upcoming.ts';
import type { Plan } from './outreach.ts';
import { outreachOf, planFor, plansToCome } from './plans.ts';
import { readParty } from './read-party.ts';

const HOUR_MS = 3_600_000;
/** What was asked about is answered by free words for so long. */
const TALK_MS = 12 * HOUR_MS;
/** More people than this ask at the school. */
export const MOST_PEOPLE = 10;

/** What a family says about coming to something. */
export type Rsvp =
  | { readonly kind: 'party'; readonly ref: OccurrenceRef; readonly party: Party }
  | { readonly kind: 'not'; readonly ref: OccurrenceRef }
  | { readonly kind: 'remind'; readonly ref: OccurrenceRef };

/** A turn as far as it is read here. */
export interface Said {
  readonly tapped?: string;
  readonly text: string;
}

export const NOT_COMING: readonly HeardName[] = ['notComing'];

/** The packs whose words are listened for: the family's, and English. */
const packsHeard = ({ profile }: Conversation, { packs }: Content) => {
  const lang = profile.language?.lang ?? SOURCE_LANG;
  return lang === SOURCE_LANG ? [packs[lang]] : [packs[lang], packs[SOURCE_LANG]];
};

const heardFor = (text: string, names: readonly HeardName[], conversation: Conversation, content: Content) => {
  const words = tokensOf(text).map((token) => token.text);
  const sources = packsHeard(conversation, content).map(({ events }) => ({ listens: events.listens, names }));
  return { words: words.length, found: heardIn(words, sources) };
};

/** Whether a text is nothing but words that are listened for. @param names the same list each time */
export const saysOnly = (
  text: string,
  names: readonly HeardName[],
  conversation: Conversation,
  content: Content,
): boolean => {
  const { words, found } = heardFor(text, names, conversation, content);
  return found.some(({ start, end }) => end - start === words);
};

/** Whether something is heard in free words. @param names the same list each time */
export const hears = (
  text: string,
  names: readonly HeardName[],
  conversation: Conversation,
  content: Content,
): boolean => heardFor(text, names, conversation, content).found.length > 0;

/** What was asked last, while free words may answer it. */
export const askedOf = ({ eventTalk }: Conversation, now: number) =>
  eventTalk?.about && eventTalk.asked && now - eventTalk.at < TALK_MS
    ? { asked: eventTalk.asked, about: eventTalk.about }
    : undefined;

const PARTY = /^ev:party:(\d+):(\d+):/;

const tapped = (id: string): Rsvp | undefined => {
  const ref = refOfChoice(id);
  if (!ref) return undefined;
  const [, adults, children] = PARTY.exec(id) ?? [];
  if (adults && children) return { kind: 'party', ref, party: { adults: Number(adults), children: Number(children) } };
  if (id.startsWith('ev:not:')) return { kind: 'not', ref };
  return id.startsWith('ev:remind:') ? { kind: 'remind', ref } : undefined;
};

/** "I'm not coming", and hardly more: "my son is not coming to school today" is about something else. */
const MOST_BESIDE = 1;

/** Whether words say that the family does not come to what it plans for: by themselves, or in answer to a message. */
const saysNo = (text: string, plan: Plan | undefined, conversation: Conversation, content: Content): boolean => {
  const heard = heardFor(text, NOT_COMING, conversation, content);
  const [first] = heard.found;
  if (!first || !plan) return false;
  const isAnswer = conversation.offered.some(({ id }) => id === EVENT_CHOICE.not(plan));
  return isAnswer || heard.words - (first.end - first.start) <= MOST_BESIDE;
};

/** What a turn says about coming, by a tap, by the answer to "how many?", or by words that it cannot come. */
export const rsvpIn = (
  said: Said,
  conversation: Conversation,
  { content, now }: { readonly content: Content; readonly now: number },
): Rsvp | undefined => {
  if (said.tapped !== undefined) return tapped(said.tapped);
  if (said.text === '') return undefined;
  const [plan, other] = plansToCome(outreachOf(conversation), now);
  if (saysNo(said.text, plan, conversation, content)) {
    return plan && !other
      ? { kind: 'not', ref: { opportunity: plan.opportunity, occurrence: plan.occurrence } }
      : undefined;
  }
  const asked = askedOf(conversation, now);
  if (asked?.asked !== 'party') return undefined;
  const party = readParty(said.text, packsHeard(conversation, content));
  return party && { kind: 'party', ref: asked.about, party };
};

/** Whether so many people can be written down. */
export const isParty = ({ adults, children }: Party): boolean =>
  adults + children >= 1 && adults + children <= MOST_PEOPLE;

/** Why a family cannot say that it comes; undefined where it can. Who is on the list already stays on it. */
export const noRsvp = (
  occasion: Upcoming,
  conversation: Conversation,
  now: number,
): 'over' | 'not_needed' | 'closed' | undefined => {
  const { opportunity } = occasion;
  if (!isUpcoming(occasion, now)) return 'over';
  if (!opportunity.takesRsvp) return 'not_needed';
  const plan = planFor(outreachOf(conversation), { opportunity: opportunity.id, occurrence: occasion.occurrence.key });
  const isOver = opportunity.rsvpBy !== undefined && now >= opportunity.rsvpBy;
  return isOver && plan?.seat !== 'yes' ? 'closed' : undefined;
};
