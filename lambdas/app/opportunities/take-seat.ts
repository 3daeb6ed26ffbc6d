import { sha256 } from '#app/digest.ts';
import type { TurnPorts } from '#app/turn-ports.ts';
import type { Conversation } from '#core/conversation.ts';
import type { ContactId, NumberId } from '#core/ids.ts';
import type { TurnEvent } from '#core/inbound.ts';
import { SOURCE_LANG } from '#core/language.ts';
import type { ComingUp } from '#core/opportunities/coming-up.ts';
import { refOfChoice } from '#core/opportunities/event-choices.ts';
import { type SeatAsked, seatWishIn } from '#core/opportunities/seat-wish.ts';
import type { SeatGiven } from '#core/opportunities/seats.ts';

/** A turn in the making, as far as lists of who comes have to do with it. */
interface Asking {
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly conversation: Conversation;
  readonly events: readonly TurnEvent[];
  readonly comingUp: ComingUp;
  readonly now: number;
}

/** As many figures as tell the families of one event apart. */
const MARK_LENGTH = 16;

/** Two phones that told the same child have the same mark at one event, and another at the next. */
const markOf = async ({ family, ref }: SeatAsked): Promise<{ readonly family?: string }> =>
  family === undefined ? {} : { family: (await sha256(`${ref.opportunity} ${family}`)).slice(0, MARK_LENGTH) };

/** What the turn wishes. Whatever is wrong in finding that out, the family is answered. */
const askedIn = (
  { world, log }: Pick<TurnPorts, 'world' | 'log'>,
  { conversation, events, comingUp, now }: Asking,
): SeatAsked | undefined => {
  try {
    return seatWishIn(conversation, events, comingUp, now, world.content, world.understand);
  } catch (error) {
    log.alarm('decide_failed', { error: error instanceof Error ? error.name : 'unknown' });
    return undefined;
  }
};

/**
 * Does on the list of an occurrence what the turn wishes, before it is decided, so that the family can be told what came
 * of it. A turn that is taken again wishes the same, which changes nothing.
 * @returns undefined where it wishes nothing, which costs nothing
 * @throws what the lists throw; the turn is then taken again
 */
export const takeSeat = async (
  ports: Pick<TurnPorts, 'plans' | 'world' | 'log'>,
  asking: Asking,
): Promise<SeatGiven | undefined> => {
  const { contact, number, conversation, now } = asking;
  const asked = askedIn(ports, asking);
  if (!asked) return undefined;
  const { language, formerly } = conversation.profile;
  const who = {
    ...{ contact, number, lang: language?.lang ?? SOURCE_LANG },
    ...(await markOf(asked)),
    ...(formerly ? { formerly } : {}),
  };
  return ports.plans.seats.take(asked.ref, who, asked.wish, asked.capacity, now);
};

/**
 * Whether all places are taken of the event whose details the turn asks for by a tap. Only of one with a limit: anything
 * else costs nothing.
 */
export const isShownFull = async (
  { plans }: Pick<TurnPorts, 'plans'>,
  events: readonly TurnEvent[],
  { opportunities }: ComingUp,
): Promise<boolean> => {
  const last = events.at(-1);
  if (last?.kind !== 'message_received' || last.content.kind !== 'choice') return false;
  const ref = last.content.id.startsWith('ev:show:') ? refOfChoice(last.content.id) : undefined;
  const capacity = opportunities.find(({ id }) => id === ref?.opportunity)?.capacity;
  return ref !== undefined && capacity !== undefined && (await plans.seats.isFull(ref, capacity));
};
