import type { Conversation } from './conversation.ts';
import type { DecisionContext } from './decision.ts';
import type { TurnEvent } from './inbound.ts';
import { remember, SEEN_LIMIT } from './seen.ts';

const absorbOne = (conversation: Conversation, event: TurnEvent, previous: Conversation | undefined): Conversation => {
  const profile = { ...conversation.profile, address: { ...conversation.profile.address, ...event.from } };
  const seen = remember(conversation.seen, event.id, event.sentAt);
  if (event.kind === 'message_received') {
    return { ...conversation, profile, seen, lastInboundAt: Math.max(conversation.lastInboundAt, event.sentAt) };
  }
  if (!previous) return { ...conversation, profile, seen };
  // What we knew of the person comes along; what they have said under the new id since then stays newer.
  return {
    ...previous,
    ...conversation,
    profile: {
      ...previous.profile,
      ...profile,
      ...languageOf(previous, conversation),
      consent: newer(previous, conversation),
    },
    handoff: conversation.handoff.status === 'none' ? previous.handoff : conversation.handoff,
    offered: conversation.offered.length > 0 ? conversation.offered : previous.offered,
    lastInboundAt: Math.max(previous.lastInboundAt, conversation.lastInboundAt),
    seen: [...new Set([...previous.seen, ...seen])].sort().slice(-SEEN_LIMIT),
  };
};

const newer = (one: Conversation, other: Conversation) =>
  one.profile.consent.at > other.profile.consent.at ? one.profile.consent : other.profile.consent;

/** A language that the person chose outlives one that was only heard since. */
const languageOf = (previous: Conversation, since: Conversation) =>
  previous.profile.language?.source === 'chosen' && since.profile.language?.source !== 'chosen'
    ? { language: previous.profile.language }
    : {};

/**
 * After so long a wish for a person counts as forgotten by whoever should have seen to it: asked again, it
 * is opened anew, and staff are told anew.
 */
const FORGOTTEN_MS = 7 * 24 * 3_600_000;

const handoffNow = (handoff: Conversation['handoff'], now: number): Conversation['handoff'] =>
  handoff.status === 'open' && now - handoff.openedAt > FORGOTTEN_MS ? { status: 'none' } : handoff;

/** What the events change by having come in, before anything is decided. */
export const absorb = (
  conversation: Conversation,
  events: readonly TurnEvent[],
  { now, previous }: Pick<DecisionContext, 'now' | 'previous'>,
): Conversation => {
  const absorbed = events.reduce((state, event) => absorbOne(state, event, previous), conversation);
  return { ...absorbed, handoff: handoffNow(absorbed.handoff, now) };
};
