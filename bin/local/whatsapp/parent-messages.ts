/** Parents write: what the page sends becomes a message in the chat and a webhook to the school. */
import type { Chats } from './chats.ts';
import { RequestError } from './http.ts';
import { newMediaId, newMessageId } from './message-id.ts';
import type { NewMessage } from './page-requests.ts';
import { messageUpdate } from './webhook-payload.ts';
import type { WebhookSender } from './webhook-sender.ts';
import type { ChatMessage, Content, Phone } from './world.ts';

type Said = Pick<ChatMessage, 'content' | 'quotes'>;

const choicesOf = (content: Content | undefined) => {
  if (content?.kind === 'buttons') {
    return {
      of: content.template === undefined ? ('button' as const) : ('template' as const),
      choices: content.buttons,
    };
  }
  if (content?.kind === 'list') return { of: 'list' as const, choices: content.sections.flatMap(({ rows }) => rows) };
  return undefined;
};

const tap = (chats: Chats, phone: Phone, request: Extract<NewMessage, { kind: 'tap' }>): Said => {
  const offered = choicesOf(chats.message(phone, request.contextId)?.content);
  const choice = offered?.choices.find(({ id, title }) => id === request.id && title === request.title);
  if (!offered || !choice) throw new RequestError(400, 'That message offers no such choice.');
  return { content: { kind: 'tap', of: offered.of, ...choice }, quotes: request.contextId };
};

const say = (chats: Chats, phone: Phone, request: NewMessage): Said => {
  switch (request.kind) {
    case 'text':
      if (request.quotes !== undefined && !chats.message(phone, request.quotes)) {
        throw new RequestError(400, 'The message to quote is not in this chat.');
      }
      return { content: { kind: 'text', text: request.text }, ...(request.quotes && { quotes: request.quotes }) };
    case 'tap':
      return tap(chats, phone, request);
    case 'location':
    case 'contact':
      return { content: { kind: request.kind } };
    case 'reaction':
      if (!chats.message(phone, request.to))
        throw new RequestError(400, 'The message to react to is not in this chat.');
      return { content: { kind: 'reaction', emoji: request.emoji, to: request.to } };
    default: {
      const { kind, caption } = request;
      return {
        content: { kind: 'media', media: kind, mediaId: newMediaId(), ...(caption !== undefined && { caption }) },
      };
    }
  }
};

export const writeAsParent = (
  chats: Chats,
  webhooks: WebhookSender,
  langOf: (text: string) => string | undefined,
  phone: Phone,
  request: NewMessage,
): ChatMessage => {
  const number = chats.numbers.find(({ id }) => request.number === undefined || id === request.number);
  if (!number) throw new RequestError(400, 'The school has no such number.');
  const said = say(chats, phone, request);
  const lang = said.content.kind === 'text' ? (langOf(said.content.text) ?? phone.lang) : undefined;
  const message: ChatMessage = {
    id: newMessageId(),
    number: number.id,
    from: 'parent',
    at: chats.now(),
    status: 'sent',
    ...(lang !== undefined && { lang }),
    ...said,
  };
  chats.put(phone, message);
  webhooks.enqueue(messageUpdate(phone, message, number));
  return message;
};
