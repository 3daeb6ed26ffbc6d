/** Webhook payloads as WhatsApp's reference shows them, for Graph v24 and later. */
import { createHash } from 'node:crypto';
import type { SchoolNumber } from './page-contract.ts';
import type { Recipient } from './send-check.ts';
import type { ChatMessage, Content, MediaKind, Phone, Status, Update } from './world.ts';

/** The id of the WhatsApp Business Account that all of the school's numbers belong to. */
const ACCOUNT_ID = '100200300400500';

const digitsOf = (number: SchoolNumber | undefined) => number?.displayNumber.replace(/\D/g, '') ?? '';
/** Strings of whole seconds, as in all WhatsApp webhooks. */
const seconds = (ms: number) => String(Math.floor(ms / 1000));
const contactOf = (phone: Phone) => ({
  profile: { name: phone.name },
  ...(isNamed(phone) && { wa_id: phone.phone }),
  user_id: phone.userId,
});
const isNamed = (phone: Phone) => phone.phone !== undefined && !phone.knobs.noPhone;

const MEDIA: Record<MediaKind, { type: string; mimeType: string; extra: object }> = {
  photo: { type: 'image', mimeType: 'image/jpeg', extra: {} },
  voice: { type: 'audio', mimeType: 'audio/ogg; codecs=opus', extra: { voice: true } },
  sticker: { type: 'sticker', mimeType: 'image/webp', extra: { animated: false } },
  document: { type: 'document', mimeType: 'application/pdf', extra: { filename: 'carta.pdf' } },
};

const mediaBody = (content: Extract<Content, { kind: 'media' }>) => {
  const { type, mimeType, extra } = MEDIA[content.media];
  return {
    type,
    [type]: {
      ...(content.caption !== undefined && { caption: content.caption }),
      ...extra,
      mime_type: mimeType,
      sha256: createHash('sha256').update(content.mediaId).digest('base64'),
      id: content.mediaId,
    },
  };
};

/** The part of an inbound message that its type decides. */
const bodyOf = (content: Content): object => {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.text } };
    case 'tap': {
      const { kind: _, of, ...choice } = content;
      // A quick reply of a template comes back in a form of its own.
      if (of === 'template') return { type: 'button', button: { payload: choice.id, text: choice.title } };
      return { type: 'interactive', interactive: { type: `${of}_reply`, [`${of}_reply`]: choice } };
    }
    case 'media':
      return mediaBody(content);
    case 'location':
      return { type: 'location', location: { latitude: 41.8781, longitude: -87.6298, name: 'Chicago' } };
    case 'contact':
      return {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: 'Tía Rosa', first_name: 'Rosa' },
            phones: [{ phone: '+1 312-555-0199', wa_id: '13125550199', type: 'CELL' }],
          },
        ],
      };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: content.to, emoji: content.emoji } };
    case 'buttons':
    case 'list':
    case 'document':
      throw new Error('Only the school sends buttons, lists and files of its own.');
  }
};

export const messageUpdate = (phone: Phone, message: ChatMessage, number: SchoolNumber | undefined): Update => ({
  number: message.number,
  kind: 'message',
  phoneId: phone.id,
  messageId: message.id,
  value: {
    contacts: [contactOf(phone)],
    messages: [
      {
        ...(message.quotes !== undefined && { context: { from: digitsOf(number), id: message.quotes } }),
        ...(isNamed(phone) && { from: phone.phone }),
        from_user_id: phone.userId,
        id: message.id,
        timestamp: seconds(message.at),
        ...bodyOf(message.content),
      },
    ],
  },
});

/** Only `sent` and one of `delivered` and `read` carry a price. */
const PRICING = { billable: true, pricing_model: 'PMP', type: 'regular' } as const;

const categoryOf = ({ content }: ChatMessage) =>
  content.kind === 'buttons' && content.template !== undefined ? 'utility' : 'service';

/** Whom a status is about. A failure of a send to a phone number does not tell the user id. */
const recipientOf = (phone: Phone | undefined, to: Recipient | undefined, isFailed: boolean) => {
  if (to?.kind === 'user' && !phone) return { recipient_user_id: to.input };
  const hidesUser = isFailed && to?.kind === 'phone';
  return {
    ...(to?.kind === 'phone' && { recipient_id: to.digits }),
    ...(phone && isNamed(phone) && { recipient_id: phone.phone }),
    ...(phone && !hidesUser && { recipient_user_id: phone.userId }),
  };
};

const errorsOf = ({ error }: ChatMessage) => {
  if (!error) return [];
  const { code, title, details } = error;
  const href = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';
  return [{ code, title, message: title, error_data: { details }, href }];
};

/** @param phone absent where nobody has this address. */
export const statusUpdate = (
  message: ChatMessage,
  status: Exclude<Status, 'accepted'>,
  at: number,
  phone: Phone | undefined,
  to?: Recipient,
): Update => {
  const isFailed = status === 'failed';
  const says = {
    id: message.id,
    status,
    timestamp: seconds(at),
    ...recipientOf(phone, to, isFailed),
    ...(message.tag !== undefined && { biz_opaque_callback_data: message.tag }),
    ...((status === 'sent' || status === 'delivered') && {
      pricing: { ...PRICING, category: categoryOf(message) },
    }),
    ...(isFailed && { errors: errorsOf(message) }),
  };
  return {
    number: message.number,
    kind: 'status',
    ...(phone && { phoneId: phone.id }),
    messageId: message.id,
    value: { ...(phone && !isFailed && { contacts: [contactOf(phone)] }), statuses: [says] },
  };
};

type Value = Record<string, unknown>;
const merged = (values: readonly Value[]): Value =>
  Object.fromEntries(
    ['contacts', 'messages', 'statuses'].flatMap((key) => {
      const all = values.flatMap((value) => (Array.isArray(value[key]) ? value[key] : []));
      return all.length > 0 ? [[key, all]] : [];
    }),
  );

/** A change at Meta's side, which names no number. */
const accountEnvelope = ({ field = '', value }: Update, at: number): object => ({
  object: 'whatsapp_business_account',
  entry: [{ id: ACCOUNT_ID, time: Math.floor(at / 1000), changes: [{ value, field }] }],
});

/**
 * One POST. A batch is spread over two entries, the first with all but the last update in one change, so
 * that whoever reads only the first entry, change or message loses something.
 */
export const envelope = (updates: readonly Update[], numbers: readonly SchoolNumber[], at: number): object => {
  const [first] = updates;
  if (first?.kind === 'account') return accountEnvelope(first, at);
  const entryOf = (group: readonly Update[]) => {
    const number = numbers.find((candidate) => candidate.id === group[0]?.number);
    const metadata = { display_phone_number: digitsOf(number), phone_number_id: group[0]?.number };
    const value = { messaging_product: 'whatsapp', metadata, ...merged(group.map((update) => update.value)) };
    return { id: ACCOUNT_ID, changes: [{ value, field: 'messages' }] };
  };
  const groups = updates.length > 1 ? [updates.slice(0, -1), updates.slice(-1)] : [updates];
  return { object: 'whatsapp_business_account', entry: groups.map(entryOf) };
};
