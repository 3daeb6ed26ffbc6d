/**
 * What the stand-in for WhatsApp remembers: the parents' phones, their chats, and the webhooks that have
 * not arrived yet. The schema is the file format and the page's contract in one; times are milliseconds
 * since 1970 by the stand-in's own clock, which can be moved.
 */
import * as z from 'zod';

/** `accepted` by the Graph API → `sent` → `delivered` → `read`; `failed` is final. */
export const Status = z.enum(['accepted', 'sent', 'delivered', 'read', 'failed']);
export type Status = z.infer<typeof Status>;

export const MediaKind = z.enum(['photo', 'voice', 'sticker', 'document']);
export type MediaKind = z.infer<typeof MediaKind>;

const Row = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
const framed = { text: z.string(), header: z.string().optional(), footer: z.string().optional() };

/** What a bubble holds. Buttons, lists and documents come from the school only; media, places and reactions from parents. */
export const Content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('buttons'),
    ...framed,
    buttons: z.array(z.object({ id: z.string(), title: z.string() })),
    /** The name of the approved template that it came from. */
    template: z.string().optional(),
    /** That Meta counts its template as marketing. */
    isMarketing: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('document'), fileId: z.string(), fileName: z.string(), caption: z.string().optional() }),
  z.object({
    kind: z.literal('list'),
    ...framed,
    button: z.string(),
    sections: z.array(z.object({ title: z.string().optional(), rows: z.array(Row) })),
  }),
  z.object({ kind: z.literal('tap'), of: z.enum(['button', 'list', 'template']), ...Row.shape }),
  z.object({ kind: z.literal('media'), media: MediaKind, mediaId: z.string(), caption: z.string().optional() }),
  z.object({ kind: z.literal('location') }),
  z.object({ kind: z.literal('contact') }),
  z.object({ kind: z.literal('reaction'), emoji: z.string(), to: z.string() }),
]);
export type Content = z.infer<typeof Content>;

export const ChatMessage = z.object({
  /** WhatsApp's id, `wamid.…`. */
  id: z.string(),
  /** The id of the school's phone number that this chat is with. */
  number: z.string(),
  from: z.enum(['parent', 'school']),
  at: z.number(),
  status: Status,
  error: z.object({ code: z.number(), title: z.string(), details: z.string() }).optional(),
  /** The message quoted above this one. */
  quotes: z.string().optional(),
  /** BCP 47 code, where the language is known. */
  lang: z.string().optional(),
  /** The sender's `biz_opaque_callback_data`, echoed in statuses. */
  tag: z.string().optional(),
  content: Content,
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** How one phone misbehaves. `loseNext` and `failNext` switch themselves off when used. */
export const Knobs = z.object({
  /** Each webhook is posted twice, at the same moment. */
  duplicate: z.boolean(),
  /** Two webhooks are held and posted in the wrong order. */
  outOfOrder: z.boolean(),
  /** So many messages travel in one webhook; 1 is as usual. */
  batch: z.int().min(1).max(20),
  /** Webhooks name the business-scoped user id alone, as for people with a username. */
  noPhone: z.boolean(),
  /** The next send is accepted and delivered, but its answer never arrives. */
  loseNext: z.boolean(),
  /** The next send is accepted and then fails with 131026. */
  failNext: z.boolean(),
  /** Sends to this phone are answered with HTTP 500. */
  graphDown: z.boolean(),
  /** The phone is off: what is sent to it stays at one tick. */
  unreachable: z.boolean(),
  /** The pair rate as Meta words it, see `pair-rate.ts`; otherwise a bucket of 45. */
  strictPairRate: z.boolean(),
  reads: z.enum(['when_shown', 'at_once', 'never']),
});
export type Knobs = z.infer<typeof Knobs>;

export const Phone = z.object({
  id: z.string(),
  name: z.string(),
  /** Business-scoped user id: the identity. */
  userId: z.string(),
  /** International form, digits only. People with a username may have none. */
  phone: z.string().optional(),
  /** BCP 47 code of the language this parent writes. */
  lang: z.string().optional(),
  knobs: Knobs,
  messages: z.array(ChatMessage),
});
export type Phone = z.infer<typeof Phone>;

/** One message or status on its way to the webhook, in WhatsApp's own shape. */
export const Update = z.object({
  number: z.string(),
  /** `account`: a change at Meta's side, such as of a template, which belongs to no number and no message. */
  kind: z.enum(['message', 'status', 'account']),
  /** Of a change at Meta's side, the field of its webhook. */
  field: z.string().optional(),
  /** Whose message it is; absent for a send to somebody unknown. */
  phoneId: z.string().optional(),
  messageId: z.string(),
  value: z.record(z.string(), z.unknown()),
});
export type Update = z.infer<typeof Update>;

/** One webhook that has not been answered with 200 yet. */
export const Pending = z.object({ id: z.string(), updates: z.array(Update), attempt: z.int() });
export type Pending = z.infer<typeof Pending>;

/** A file that the school handed in. */
export const SchoolFile = z.object({ id: z.string(), mimeType: z.string(), base64: z.string() });
export type SchoolFile = z.infer<typeof SchoolFile>;

/** What Meta has made of a template. */
export const TemplateMark = z.object({
  name: z.string(),
  language: z.string(),
  status: z.enum(['APPROVED', 'PAUSED', 'DISABLED', 'REJECTED']),
  category: z.enum(['UTILITY', 'MARKETING']),
});
export type TemplateMark = z.infer<typeof TemplateMark>;

export const World = z.object({
  version: z.literal(1),
  phones: z.array(Phone),
  pending: z.array(Pending),
  files: z.array(SchoolFile).default([]),
  /** Templates that do not stand as they were approved. */
  templates: z.array(TemplateMark).default([]),
});
export type World = z.infer<typeof World>;
