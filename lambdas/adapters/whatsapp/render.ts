import type { MessageId } from '#core/ids.ts';
import type { Address } from '#core/inbound.ts';
import { SOURCE_LANG } from '#core/language.ts';
import type { Announcement, Choice, Reply } from '#core/reply.ts';
import { formOf, isVisible } from './form.ts';
import { LIMITS } from './limits.ts';
import { oneLine, shorten } from './split.ts';

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

interface DocumentMessage {
  readonly type: 'document';
  readonly document: { readonly id: string; readonly filename: string; readonly caption?: string };
}

/** What is filled into the text of a template by name (Meta, "Template fundamentals", 2026-05-05). */
interface BodyComponent {
  readonly type: 'body';
  readonly parameters: readonly { readonly type: 'text'; readonly parameter_name: string; readonly text: string }[];
}

interface ButtonComponent {
  readonly type: 'button';
  readonly sub_type: 'quick_reply';
  readonly index: '0';
  readonly parameters: readonly [{ readonly type: 'payload'; readonly payload: string }];
}

/** An approved template whose one button is a quick reply. */
interface TemplateMessage {
  readonly type: 'template';
  readonly template: {
    readonly name: string;
    readonly language: { readonly code: string };
    readonly components: readonly (BodyComponent | ButtonComponent)[];
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
export type MessageRequest = (TextMessage | InteractiveMessage | DocumentMessage) & Envelope;
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

// No previews: they show pictures of pages that nobody of us has reviewed.
const textOf = (body: string): TextMessage => ({ type: 'text', text: { preview_url: false, body } });

/** A document that could not be handed in goes out as its words, with what stands in for it. */
const insteadOf = ({ body, document }: Reply): TextMessage => {
  const whole = [body, document?.instead ?? ''].filter(isVisible).join('\n\n');
  // Half an address is of no use to anybody.
  return textOf(whole.length <= LIMITS.textBody ? whole : body);
};

const messageOf = (reply: Reply, media: string | undefined): TextMessage | InteractiveMessage | DocumentMessage => {
  const form = formOf(reply);
  switch (form) {
    case 'document': {
      if (media === undefined) return insteadOf(reply);
      const filename = reply.document?.fileName ?? '';
      const caption = isVisible(reply.body) ? { caption: reply.body } : {};
      return { type: 'document', document: { id: media, filename, ...caption } };
    }
    case 'text':
      return textOf(reply.body);
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
 * @param media the id of the reply's document once it was handed in; without it its words go out alone
 */
export const render = (reply: Reply, to: Address, tag: string, media?: string): MessageRequest => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...recipientOf(to),
  ...(reply.quotes === undefined ? {} : { context: { message_id: reply.quotes } }),
  biz_opaque_callback_data: tag,
  ...messageOf(reply, media),
});

/**
 * Meta refuses line breaks, tabs, more than four spaces in a row, and nothing at all ("Param text cannot have
 * new-line/tab characters or more than 4 consecutive spaces", errors 132018 and 100, seen in 2026-08).
 */
const parameterText = (text: string): string => {
  const line = oneLine(text);
  return isVisible(line) ? shorten(line, LIMITS.templateParameter, SOURCE_LANG) : '–';
};

/** A template without places has no such part. */
const bodyOf = (parameters: NonNullable<Announcement['parameters']>): readonly BodyComponent[] => {
  const filled = parameters.map(({ name, text }) => ({
    type: 'text' as const,
    parameter_name: name,
    text: parameterText(text),
  }));
  return filled.length > 0 ? [{ type: 'body', parameters: filled }] : [];
};

/** The request that sends an announcement. Pure. */
export const renderAnnouncement = (
  { template, language, choice, parameters = [] }: Announcement,
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
      ...bodyOf(parameters),
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
