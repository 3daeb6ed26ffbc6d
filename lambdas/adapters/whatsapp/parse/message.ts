import * as z from 'zod/mini';
import { messageId } from '#core/ids.ts';
import type { Address } from '#core/inbound.ts';
import { contentOf } from './content.ts';
import type { OwnNumber, ParseContext } from './context.ts';
import type { UnansweredReason, WebhookEvent } from './events.ts';
import { readSystem } from './identity.ts';
import { codesOf, idOf, isObject } from './lenient.ts';
import { Message } from './message-frame.ts';
import { senderOf } from './sender.ts';

/** Types that are known and never answered. What is in no table counts as `unsupported`. */
const NEVER_ANSWERED: ReadonlyMap<string, UnansweredReason> = new Map<string, UnansweredReason>([
  ['reaction', 'reaction'],
  ['unsupported', 'unsupported'],
  ['unknown', 'unsupported'], // The older name of `unsupported`.
  ['ephemeral', 'unsupported'],
  ['edit', 'edited'],
  ['revoke', 'revoked'],
  ['request_welcome', 'request_welcome'],
]);

/** One element of `messages` as one event. */
export const readMessage = (
  raw: unknown,
  number: OwnNumber,
  cards: readonly Address[],
  context: ParseContext,
): WebhookEvent => {
  const message = z.safeParse(Message, raw).data;
  if (!message || !isObject(raw)) return { kind: 'malformed', where: 'message', ...idOf(raw) };
  const type = message.type ?? 'unknown';
  const codes = codesOf(raw['errors']);
  const unanswered = (reason: UnansweredReason): WebhookEvent => ({
    kind: 'unanswered',
    reason,
    number: number.id,
    id: message.id,
    ...(codes.length > 0 ? { codes } : {}),
  });

  if (message.group_id !== undefined) return unanswered('group');
  const reason = NEVER_ANSWERED.get(type);
  if (reason !== undefined) return unanswered(reason);
  if (type === 'system') return readSystem(raw['system'], message, number, context) ?? unanswered('system');

  const from = senderOf(message, cards);
  if (from === undefined) return { kind: 'malformed', where: 'sender', id: message.id };
  if (number.phone !== undefined && from.phone === number.phone) return unanswered('own_number');
  const content = contentOf(type, raw[type]);
  if (content === undefined) return unanswered('unsupported');
  return {
    kind: 'message_received',
    contact: context.contactOf(number.id, from),
    number: number.id,
    from,
    id: messageId(message.id),
    sentAt: message.timestamp,
    content,
  };
};
