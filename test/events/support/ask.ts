/** Asks in one turn of the real decision, with the real words and understanding. */
import { loadContent } from '#adapters/content/compiled.ts';
import { type Conversation, newConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import { contactId, messageId, numberId } from '#core/ids.ts';
import type { MessageContent, MessageReceived } from '#core/inbound.ts';
import type { Lang } from '#core/language.ts';
import { refOfChoice } from '#core/opportunities/event-choices.ts';
import { compileContent } from '../../../bin/content/compile-content.ts';
import { contextWith, NOW } from '../../core/support/small-world.ts';
import { childrenOf, DIRECTORY } from './families.ts';
import { OPPORTUNITIES, TIME_ZONE } from './opportunities.ts';

/** The schools of the request set, with all that comes up there. */
export const eventWorld = (parts: Partial<DecisionContext> = {}): DecisionContext => {
  const { content, understand } = loadContent(compileContent());
  return contextWith({
    ...{ content, understand, timeZone: TIME_ZONE, directory: DIRECTORY, servesDrafts: true },
    comingUp: { opportunities: OPPORTUNITIES, surveys: [], templates: {}, observances: [] },
    ...parts,
  });
};

/** A family that has written in its language before. */
export const familyOf = (as: string, lang: Lang): Conversation => {
  const conversation = newConversation({ userId: 'US.1' });
  const language = { lang, source: 'detected' } as const;
  const children = childrenOf(as, lang);
  return { ...conversation, profile: { ...conversation.profile, language, children, welcomedAt: NOW - 1 } };
};

let count = 0;
const message = (content: MessageContent, sentAt: number): MessageReceived => {
  count += 1;
  return {
    kind: 'message_received',
    contact: contactId('c'.repeat(32)),
    number: numberId('100000000000001'),
    from: { userId: 'US.1' },
    id: messageId(`wamid.${count}`),
    sentAt,
    content,
  };
};

export const write = (conversation: Conversation, text: string, context: DecisionContext): Decision =>
  decide(conversation, [message({ kind: 'text', text }, context.now)], context);

export const tap = (conversation: Conversation, id: string, context: DecisionContext): Decision =>
  decide(conversation, [message({ kind: 'choice', id, title: id }, context.now)], context);

/** The opportunities whose cards a turn shows, or offers below an answer, in their order. */
export const cardsOf = (before: Conversation, { conversation, replies }: Decision): readonly string[] => {
  const talk = conversation.eventTalk === before.eventTalk ? undefined : conversation.eventTalk;
  const shown = talk?.shown ?? [];
  const offered = replies.flatMap(({ choices }) =>
    choices.filter(({ id }) => id.startsWith('ev:show:')).flatMap(({ id }) => refOfChoice(id) ?? []),
  );
  return (shown.length > 0 ? shown : offered).map(({ opportunity }) => opportunity);
};
