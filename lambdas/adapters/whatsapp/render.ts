import type { MessageId } from '#core/ids.ts';
import type { Address } from '#core/inbound.ts';
import type { Announcement, Choice, Reply } from '#core/reply.ts';
import { formOf } from './form.ts';

interface TextMessage {
  readonly type: 'text';
  readonly text: { readonly preview_url: false; readonly body: string };
}

interface InteractiveMessage {
  readonly type: 'interactive';
  readonly interactive: {
    readonly type: 'button' | 'list';
    readonly body: { readonly text: string };
    readonly action:
      | {
          readonly buttons: readonly {
            readonly type: 'reply';
            readonly reply: { readonly id: string; readonly title: string };
          }[];
        }
      | { readonly button: string; readonly sections: readonly { readonly rows: readonly Choice[] }[] };
  };
}

/** An approved template whose one button is a quick reply. */
interface TemplateMessage {
  readonly type: 'template';
  readonly template: {
    readonly name: string;
    readonly language: { readonly code: string };
    readonly components: readonly [
      {
        readonly type: 'button';
        readonly sub_type: 'quick_reply';
        readonly index: '0';
        readonly parameters: readonly [{ readonly type: 'payload'; readonly payload: string }];
      },
    ];
  };
}

/** What every body of POST /{number}/messages that sends something has. */
interface Envelope {
  readonly messaging_product: 'whatsapp';
  readonly recipient_type: 'individual';
  readonly to?: string;
  readonly recipient?: string;
  readonly context?: { readonly message_id: string };
  readonly biz_opaque_callback_data: string;
}

/** The request that sends a reply. */
export type MessageRequest = (TextMessage | InteractiveMessage) & Envelope;
/** The request that sends an announcement. */
export type AnnouncementRequest = TemplateMessage & Envelope;

/**
 * How a person is addressed, in this one place: by user id where it is known and then without `to`, which would
 * win over it; else by phone number with its `+`, without which Meta puts our own country's code before it.
 */
const recipientOf = ({ userId, phone }: Address): { readonly to?: string; readonly recipient?: string } => {
  if (userId !== undefined) return { recipient: userId };
  return phone === undefined ? {} : { to: `+${phone}` };
};

const messageOf = (reply: Reply): TextMessage | InteractiveMessage => {
  const form = formOf(reply);
  switch (form) {
    case 'text':
      // No previews: they show pictures of pages that nobody of us has reviewed.
      return { type: 'text', text: { preview_url: false, body: reply.body } };
    case 'buttons': {
      const buttons = reply.choices.map(({ id, title }) => ({ type: 'reply' as const, reply: { id, title } }));
      return { type: 'interactive', interactive: { type: 'button', body: { text: reply.body }, action: { buttons } } };
    }
    case 'list': {
      const rows = reply.choices.map(({ id, title, description }) => ({
        id,
        title,
        ...(description === undefined ? {} : { description }),
      }));
      const action = { button: reply.choicesLabel, sections: [{ rows }] };
      return { type: 'interactive', interactive: { type: 'list', body: { text: reply.body }, action } };
    }
    default:
      return form satisfies never;
  }
};

/**
 * The request that sends one reply. Pure. Valid if the reply has been through `fit` and the address has one of
 * the two. `tag` comes back in status webhooks, to every app of the account: no secret and no person in it.
 */
export const render = (reply: Reply, to: Address, tag: string): MessageRequest => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...recipientOf(to),
  ...(reply.quotes === undefined ? {} : { context: { message_id: reply.quotes } }),
  biz_opaque_callback_data: tag,
  ...messageOf(reply),
});

/** The request that sends an announcement. Pure. */
export const renderAnnouncement = (
  { template, language, choice }: Announcement,
  to: Address,
  tag: string,
): AnnouncementRequest => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...recipientOf(to),
  biz_opaque_callback_data: tag,
  type: 'template',
  template: {
    name: template,
    language: { code: language },
    components: [
      { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: choice }] },
    ],
  },
});

/** The request that ticks a message, and all before it, as read and shows "typing…" for up to 25 seconds. */
export const renderRead = (id: MessageId) =>
  ({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: id,
    typing_indicator: { type: 'text' },
  }) as const;
