import * as z from 'zod/mini';
import { type OwnNumber, ownNumberOf, type ParseContext } from './context.ts';
import type { WebhookEvent, WebhookEvents } from './events.ts';
import { readField } from './fields.ts';
import { readUserIdUpdate } from './identity.ts';
import { codesOf, idOf, isObject, type Json, listOf, scalar } from './lenient.ts';
import { readMessage } from './message.ts';
import { addressesIn } from './sender.ts';
import { readStatus } from './status.ts';
import { readTemplateChange } from './templates.ts';

/** Reads each element by itself: whatever is wrong with one, the others keep their event. */
const each = (
  elements: readonly unknown[],
  where: 'message' | 'status' | 'identity',
  read: (element: unknown) => WebhookEvent,
): WebhookEvents =>
  elements.map((element) => {
    try {
      return read(element);
    } catch {
      return { kind: 'malformed', where, ...idOf(element) };
    }
  });

/** The elements of a value that concern one of our numbers; those of any other number are set aside one by one. */
const forNumber = (
  value: Json,
  elements: readonly unknown[],
  context: ParseContext,
  read: (number: OwnNumber) => WebhookEvents,
): WebhookEvents => {
  const number = ownNumberOf(value, context);
  if (typeof number === 'object') return read(number);
  return elements.map((element) => ({ kind: 'quarantined', reason: number, ...idOf(element) }));
};

const readMessagesValue = (value: Json, context: ParseContext): WebhookEvents => {
  const messages = listOf(value['messages']);
  const statuses = listOf(value['statuses']);
  if (messages.length + statuses.length === 0) {
    const codes = codesOf(value['errors']);
    return [
      codes.length > 0 ? { kind: 'unanswered', reason: 'error', codes } : { kind: 'unanswered', reason: 'empty' },
    ];
  }
  const cards = addressesIn(value['contacts']);
  return forNumber(value, [...messages, ...statuses], context, (number) => [
    ...each(messages, 'message', (message) => readMessage(message, number, cards, context)),
    ...each(statuses, 'status', (status) => readStatus(status, number.id)),
  ]);
};

/** What was said from the WhatsApp Business app by a member of staff. Never answered, whatever it is. */
const readEchoes = (value: Json): WebhookEvents =>
  listOf(value['message_echoes']).map((echo) => ({ kind: 'unanswered', reason: 'echo', ...idOf(echo) }));

const readUserIdUpdates = (value: Json, context: ParseContext): WebhookEvents => {
  const updates = listOf(value['user_id_update'] ?? ('user_id' in value ? value : undefined));
  return forNumber(value, updates, context, (number) =>
    each(updates, 'identity', (update) => readUserIdUpdate(update, number, context)),
  );
};

const readValue = (field: string, value: Json, context: ParseContext): WebhookEvents => {
  switch (field) {
    case 'messages':
      return readMessagesValue(value, context);
    case 'smb_message_echoes':
    case 'message_echoes':
      return readEchoes(value);
    case 'user_id_update':
      return readUserIdUpdates(value, context);
    default:
      return [readField(field, value), ...readTemplateChange(field, value)];
  }
};

/** What holds nothing is an event too, so that everything signed leaves a trace. */
const orEmpty = (events: WebhookEvents): WebhookEvents =>
  events.length > 0 ? events : [{ kind: 'unanswered', reason: 'empty' }];

const Change = z.object({ field: scalar });

const readChange = (change: unknown, context: ParseContext): WebhookEvents => {
  const named = z.safeParse(Change, change).data;
  if (!named || !isObject(change)) return [{ kind: 'malformed', where: 'change' }];
  const value = change['value'];
  if (!isObject(value)) return [{ kind: 'malformed', where: 'value' }];
  return orEmpty(readValue(named.field, value, context));
};

const readEntry = (entry: unknown, context: ParseContext): WebhookEvents =>
  isObject(entry)
    ? orEmpty(listOf(entry['changes']).flatMap((change) => readChange(change, context)))
    : [{ kind: 'malformed', where: 'entry' }];

/** See `parseWebhook`. */
export const readBody = (body: unknown, context: ParseContext): WebhookEvents => {
  if (!isObject(body)) return [{ kind: 'malformed', where: 'body' }];
  if (body['object'] !== 'whatsapp_business_account') return [{ kind: 'quarantined', reason: 'unknown_object' }];
  return orEmpty(listOf(body['entry']).flatMap((entry) => readEntry(entry, context)));
};
