import type { Conversation } from './conversation.ts';
import type { DecisionContext } from './decision.ts';
import { pendingHandoff } from './handoff.ts';
import { isFromPerson, type TurnEvent } from './inbound.ts';
import { joined } from './outreach/plans.ts';
import { remember, SEEN_LIMIT } from './seen.ts';

const absorbOne = (conversation: Conversation, event: TurnEvent, previous: Conversation | undefined): Conversation => {
  if (!isFromPerson(event)) {
    return { ...conversation, seenActions: remember(conversation.seenActions, event.id, event.sentAt) };
  }
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
      ...bothOutreach(previous, conversation),
      formerly: [...new Set([...(previous.profile.formerly ?? []), ...(profile.formerly ?? []), event.previous])],
    },
    handoff: pendingHandoff(conversation.handoff) ? conversation.handoff : previous.handoff,
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

/** What was planned and agreed to under the old id holds under the new one too. */
const bothOutreach = ({ profile: before }: Conversation, { profile: since }: Conversation) =>
  before.outreach && since.outreach ? { outreach: joined(before.outreach, since.outreach) } : {};

/** What the events change by having come in, before anything is decided. */
export const absorb = (
  conversation: Conversation,
  events: readonly TurnEvent[],
  { previous }: Pick<DecisionContext, 'previous'>,
): Conversation => events.reduce((state, event) => absorbOne(state, event, previous), conversation);
