/** What stood before a turn and what comes in with it, in few words. */
import { type Conversation, newConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import type { Handoff, StaffAction, StaffRef } from '#core/handoff.ts';
import { contactId, handoffId, messageId, numberId, staffId } from '#core/ids.ts';
import type { IdentityChanged, MessageContent, MessageReceived, StaffActed } from '#core/inbound.ts';
import type { Lang } from '#core/language.ts';
import { MOST_IN_TEN_MINUTES } from '#core/pace.ts';
import { contextWith, NOW } from './small-world.ts';

const MINUTE = 60_000;
const ADDRESS = { userId: 'US.1', phone: '13125550199' };

/** Somebody who has never written. */
export const stranger: Conversation = newConversation(ADDRESS);

/** Somebody who has been welcomed and whose language was heard or chosen. */
export const acquainted = (
  lang: Lang = 'en',
  source: 'chosen' | 'detected' | 'guessed' = 'detected',
): Conversation => ({
  ...stranger,
  profile: { ...stranger.profile, language: { lang, source }, welcomedAt: NOW - 60 * MINUTE },
  lastInboundAt: NOW - 30 * MINUTE,
});

export const stopped = (lang: Lang = 'en'): Conversation => {
  const known = acquainted(lang);
  return { ...known, profile: { ...known.profile, consent: { status: 'stopped', at: NOW - 20 * MINUTE } } };
};

export const HANDOFF = handoffId(3, NOW - 10 * MINUTE);

export const waitingForPerson = (toldPassedOn = false, lang: Lang = 'en'): Conversation => ({
  ...acquainted(lang),
  handoff: handoffWith({ toldPassedOn }),
});

/** A handoff that was opened ten minutes ago. */
export const handoffWith = (parts: Partial<Handoff> = {}): Handoff => ({
  id: HANDOFF,
  status: 'open',
  reason: 'asked',
  isUrgent: false,
  openedAt: NOW - 10 * MINUTE,
  heardAt: NOW - 10 * MINUTE,
  waitingSince: NOW - 10 * MINUTE,
  replyBy: NOW + 50 * MINUTE,
  dueAt: NOW + 50 * MINUTE,
  escalations: 0,
  toldPassedOn: false,
  toldLate: false,
  actions: [],
  ...parts,
});

export const RIVERA: StaffRef = { id: staffId('rivera'), name: 'Ms. Rivera', title: 'front office' };
export const LEE: StaffRef = { id: staffId('lee'), name: 'Mr. Lee', title: 'family liaison' };

/** A conversation that a member of staff owns. */
export const ownedBy = (owner: StaffRef, lang: Lang = 'en'): Conversation => ({
  ...acquainted(lang),
  handoff: handoffWith({ status: 'claimed', owner, claimedAt: NOW - 5 * MINUTE }),
});

let actions = 0;
/** Something done at the desk, a moment before the turn. */
export const acted = (by: StaffRef, action: StaffAction, parts: Partial<StaffActed> = {}): StaffActed => {
  actions += 1;
  return {
    kind: 'staff_acted',
    contact: contactId('0'.repeat(32)),
    number: numberId('100000000000001'),
    handoff: HANDOFF,
    id: messageId(`staff.${actions}`),
    sentAt: NOW - 500,
    by,
    isLead: false,
    action,
    ...parts,
  };
};

/** What an answer of a member of staff is, in few words. */
export const answerOf = (
  original: string,
  parts: Partial<Extract<StaffAction, { kind: 'reply' }>> = {},
): StaffAction => ({ kind: 'reply', original, text: original, lang: 'en', translation: 'same', ...parts });

/** Somebody to whom the bot has said as much as it may. */
export const tooFast: Conversation = {
  ...acquainted(),
  pace: {
    tenMinutesFrom: NOW - 5 * MINUTE,
    inTenMinutes: MOST_IN_TEN_MINUTES,
    dayFrom: NOW - 5 * MINUTE,
    inDay: MOST_IN_TEN_MINUTES,
  },
};

export const text = (words: string): MessageContent => ({ kind: 'text', text: words });
export const tap = (id: string, title = 'a title'): MessageContent => ({ kind: 'choice', id, title });
export const media = (kind: Extract<MessageContent, { kind: 'media' }>['media'], caption?: string): MessageContent => ({
  kind: 'media',
  media: kind,
  mediaId: '1',
  mimeType: 'application/octet-stream',
  ...(caption === undefined ? {} : { caption }),
});

/** A message as WhatsApp brings it, a moment before the turn. */
export const message = (content: MessageContent, id = 'wamid.1', sentAt = NOW - 1000): MessageReceived => ({
  kind: 'message_received',
  contact: contactId('0'.repeat(32)),
  number: numberId('100000000000001'),
  from: ADDRESS,
  id: messageId(id),
  sentAt,
  content,
});

export const identityChanged = (userId = 'US.2', sentAt = NOW - 2000): IdentityChanged => ({
  kind: 'identity_changed',
  contact: contactId('0'.repeat(32)),
  number: numberId('100000000000001'),
  previous: contactId('1'.repeat(32)),
  from: { userId },
  id: messageId('wamid.moved'),
  sentAt,
});

/** One turn: what the lines, sent one second apart, come to. */
export const turn = (
  before: Conversation,
  contents: readonly MessageContent[],
  parts: Partial<DecisionContext> = {},
): Decision => {
  const context = contextWith(parts);
  const sentFrom = context.now - contents.length * 1000;
  const events = contents.map((content, index) => message(content, `wamid.${index + 1}`, sentFrom + index * 1000));
  return decide(before, events, context);
};

/** Turns one after another, a minute apart; the last one is what is looked at. */
export const talk = (before: Conversation, ...turns: readonly MessageContent[][]): Decision => {
  let now = NOW;
  let decision: Decision = { conversation: before, replies: [], waitMs: 0, effects: [], outcomes: [] };
  for (const [index, contents] of turns.entries()) {
    now = NOW + index * MINUTE;
    const events = contents.map((content, at) => message(content, `wamid.${index}.${at}`, now - 1000 + at));
    decision = decide(decision.conversation, events, contextWith({ now, turn: 7 + index }));
  }
  return decision;
};

/** What is said, sentence by sentence. */
export const said = ({ replies }: Decision): readonly string[] => replies.map(({ body }) => body);
/** The ids of what can be tapped. */
export const offered = ({ replies }: Decision): readonly string[] =>
  replies.flatMap(({ choices }) => choices.map(({ id }) => id));
