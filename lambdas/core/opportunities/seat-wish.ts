import type { Content } from '../content.ts';
import type { Conversation } from '../conversation.ts';
import type { DecisionContext } from '../decision.ts';
import type { Child } from '../directory.ts';
import { flowInProgress } from '../flows/flow.ts';
import { type MessageReceived, type TurnEvent, wordsOf } from '../inbound.ts';
import { isStale } from '../late.ts';
import { outreachOf, planFor } from '../outreach/plans.ts';
import { isParty, NOT_COMING, noRsvp, type Rsvp, rsvpIn, type Said, saysOnly } from '../outreach/rsvp.ts';
import { isTooFast } from '../pace.ts';
import { readMessages, tapOf } from '../reading.ts';
import { normalise } from '../understanding/normalise.ts';
import type { ComingUp } from './coming-up.ts';
import type { OccurrenceRef, Opportunity } from './opportunity.ts';
import type { SeatWish } from './seats.ts';
import { occurrenceOf, type Upcoming } from './upcoming.ts';

/** What a turn wants of the list of an occurrence. */
export interface SeatAsked {
  readonly ref: OccurrenceRef;
  readonly wish: SeatWish;
  /** People, not families; absent = as many as come. */
  readonly capacity?: number;
  /** The same text for two phones that told the same child: to be hashed before it is kept. */
  readonly family?: string;
}

const NOBODY = { adults: 0, children: 0 };

const isMeant = ({ grade, school }: Child, { grades, schools }: Opportunity): boolean =>
  (grades.length === 0 || grade === undefined || grades.includes(grade)) &&
  (schools.length === 0 || school === undefined || schools.includes(school));

/** The first of the children whom it may be for, by name: two parents of one child come to the same. */
const familyOf = ({ profile }: Conversation, opportunity: Opportunity): string | undefined =>
  (profile.children ?? [])
    .filter((child) => child.school !== undefined && child.grade !== undefined && isMeant(child, opportunity))
    .map(({ name, grade, school }) => [normalise(name), grade, school].join('|'))
    .toSorted()[0];

/** Whether nothing that the family writes is answered by Homeroom now. */
const isSilent = ({ profile, handoff, pace }: Conversation, now: number): boolean =>
  profile.consent.status === 'stopped' || handoff.status === 'claimed' || isTooFast(pace, now);

/** The turn as its step will read it: the last tap, else the last words, which a task in progress takes for itself. */
const saidIn = (conversation: Conversation, messages: readonly MessageReceived[], now: number): Said | undefined => {
  const tapped = messages.flatMap(({ content }) => tapOf(content, conversation.offered) ?? []).at(-1);
  const last = messages.at(-1);
  if (tapped !== undefined) return { tapped, text: '' };
  const flow = flowInProgress(conversation.flow, now);
  return last && (!flow || flow.isOffered) ? { text: wordsOf(last.content) } : undefined;
};

/** Danger and STOP come before all that words say of plans, but for words that are listened for as a whole. */
const isOvertaken = (
  said: Said,
  messages: readonly MessageReceived[],
  conversation: Conversation,
  content: Content,
  understand: DecisionContext['understand'],
): boolean => {
  if (said.tapped === undefined && saysOnly(said.text, NOT_COMING, conversation, content)) return false;
  const reading = readMessages(messages, conversation, { understand });
  const isUnsure = said.tapped === undefined && reading?.understanding?.kind === 'danger_unsure';
  return isUnsure || reading?.danger !== undefined || reading?.group === 'stop';
};

const wishOf = (rsvp: Rsvp, occasion: Upcoming, conversation: Conversation, now: number): SeatWish | undefined => {
  const plan = planFor(outreachOf(conversation), rsvp.ref);
  if (rsvp.kind === 'not') return { state: 'no', party: plan?.party ?? NOBODY };
  const refused = noRsvp(occasion, conversation, now);
  if (rsvp.kind === 'remind') {
    return refused === 'over' || plan?.seat ? undefined : { state: 'reminder', party: NOBODY };
  }
  return refused === undefined && isParty(rsvp.party) ? { state: 'yes', party: rsvp.party } : undefined;
};

/**
 * What a turn wants of the list of those who come, found before it is decided: the result is given to the decision.
 * Pure; it reads taps and words just as the step does that answers them.
 * @returns undefined where the turn wants nothing of a list
 */
export const seatWishIn = (
  conversation: Conversation,
  events: readonly TurnEvent[],
  comingUp: ComingUp,
  now: number,
  content: Content,
  understand: DecisionContext['understand'],
): SeatAsked | undefined => {
  if (isSilent(conversation, now)) return undefined;
  const messages = events
    .filter((event) => event.kind === 'message_received')
    .filter((message) => !isStale(conversation, message, now));
  const said = saidIn(conversation, messages, now);
  const rsvp = said && rsvpIn(said, conversation, { content, now });
  if (rsvp && isOvertaken(said, messages, conversation, content, understand)) return undefined;
  const occasion = rsvp && occurrenceOf(comingUp, rsvp.ref);
  const wish = rsvp && occasion && wishOf(rsvp, occasion, conversation, now);
  if (!wish) return undefined;
  const { capacity } = occasion.opportunity;
  const family = familyOf(conversation, occasion.opportunity);
  return {
    ref: rsvp.ref,
    wish,
    ...(capacity === undefined ? {} : { capacity }),
    ...(family === undefined ? {} : { family }),
  };
};
