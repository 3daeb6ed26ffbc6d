import * as z from 'zod/mini';
import type { TrackEvent } from '#app/ports.ts';
import { type StaffAction, TRANSLATIONS } from '#core/handoff.ts';
import { type ContactId, contactId, type HandoffId, messageId, numberId, staffId } from '#core/ids.ts';
import type { ContactEvent, MailReceived, MessageContent, RequestChanged } from '#core/inbound.ts';
import { LANGS } from '#core/language.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import { TEMPLATE_CATEGORIES, TEMPLATE_STATUSES } from '#core/outreach/outreach.ts';
import type { RequestId } from '#core/request.ts';

const branded = <Brand extends string>(brand: (value: string) => Brand) => z.pipe(z.string(), z.transform(brand));
const contact = branded<ContactId>(contactId);
const number = branded(numberId);
const message = branded(messageId);
const address = z.object({ userId: z.optional(z.string()), phone: z.optional(z.string()) });
const time = z.number();

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('choice'), id: z.string(), title: z.string() }),
  z.object({
    kind: z.literal('media'),
    media: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
    mediaId: z.string(),
    mimeType: z.string(),
    caption: z.optional(z.string()),
    fileName: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('location') }),
  z.object({ kind: z.literal('contacts') }),
  z.object({ kind: z.literal('form'), form: z.string() }),
]) satisfies z.core.$ZodType<MessageContent | object>;

const handoff = branded((value) => value as HandoffId);
const request = branded((value) => value as RequestId);
const staffRef = z.object({ id: branded(staffId), name: z.string(), title: z.string() });

const staffAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim') }),
  z.object({ kind: z.literal('release') }),
  z.object({ kind: z.literal('assign'), to: staffRef }),
  z.object({ kind: z.literal('resolve') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({
    kind: z.literal('reply'),
    original: z.string(),
    text: z.string(),
    lang: z.enum(LANGS),
    translation: z.enum(TRANSLATIONS),
  }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('confirm'), request }),
  z.object({ kind: z.literal('erase') }),
]) satisfies z.core.$ZodType<StaffAction | object>;

const requestChanged = z.object({
  kind: z.literal('request_changed'),
  contact,
  number,
  request,
  id: message,
  sentAt: time,
  change: z.enum(['sent', 'refused', 'bounced', 'away', 'due']),
  backOn: z.optional(z.string()),
}) satisfies z.core.$ZodType<RequestChanged | object>;

const mailReceived = z.object({
  kind: z.literal('mail_received'),
  contact,
  number,
  request,
  id: message,
  sentAt: time,
  isKnown: z.boolean(),
  original: z.string(),
  text: z.string(),
  lang: z.enum(LANGS),
  translation: z.enum(TRANSLATIONS),
  mayPass: z.boolean(),
  attachments: z.array(z.object({ key: z.string(), name: z.string(), mimeType: z.string(), bytes: z.int() })),
}) satisfies z.core.$ZodType<MailReceived | object>;

const outreachDue = z.object({ kind: z.literal('outreach_due'), contact, number, id: message, sentAt: time });
const opportunity = branded(opportunityId);
const planChanged = z.object({
  kind: z.literal('plan_changed'),
  ...{ contact, number, id: message, sentAt: time, opportunity },
  occurrence: z.string(),
  change: z.enum(['seat', 'cancelled', 'moved']),
});
const surveyAsked = z.object({
  kind: z.literal('survey_asked'),
  ...{ contact, number, id: message, sentAt: time },
  survey: z.string(),
});

const contactEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message_received'), contact, number, from: address, id: message, sentAt: time, content }),
  z.object({
    kind: z.literal('identity_changed'),
    contact,
    number,
    previous: contact,
    from: address,
    id: message,
    sentAt: time,
  }),
  z.object({
    kind: z.literal('staff_acted'),
    contact,
    number,
    handoff,
    id: message,
    sentAt: time,
    by: staffRef,
    isLead: z.boolean(),
    action: staffAction,
  }),
  z.object({ kind: z.literal('handoff_due'), contact, number, handoff, id: message, sentAt: time }),
  requestChanged,
  mailReceived,
  outreachDue,
  planChanged,
  surveyAsked,
  z.object({ kind: z.literal('delivery_due'), contact, turn: z.int(), because: z.string() }),
]);

const trackEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status_changed'),
    number,
    id: message,
    status: z.enum(['sent', 'delivered', 'read', 'played', 'failed', 'deleted']),
    at: time,
    tag: z.optional(z.string()),
    codes: z.array(z.number()),
  }),
  z.object({ kind: z.literal('look_again'), contact, turn: z.int() }),
  z.object({ kind: z.literal('forget_files'), contact }),
  z.object({
    kind: z.literal('staff_notice'),
    contact,
    number,
    handoff,
    about: z.enum(['opened', 'late', 'danger']),
    step: z.int(),
    lang: z.enum(LANGS),
  }),
  z.object({
    kind: z.literal('pass_on'),
    event: z.discriminatedUnion('kind', [outreachDue, planChanged, surveyAsked]),
    at: time,
  }),
  z.object({
    kind: z.literal('opportunity_changed'),
    opportunity,
    version: z.int(),
    changes: z.array(z.object({ occurrence: z.string(), change: z.enum(['cancelled', 'moved', 'room']) })),
    capacity: z.optional(z.number()),
  }),
  z.object({
    kind: z.literal('template_changed'),
    name: z.string(),
    language: z.string(),
    status: z.optional(z.enum(TEMPLATE_STATUSES)),
    category: z.optional(z.enum(TEMPLATE_CATEGORIES)),
  }),
  z.object({ kind: z.literal('request_mail'), contact, number, request }),
  z.object({ kind: z.literal('platform_notice'), field: z.string(), event: z.string(), needsOperator: z.boolean() }),
]);

const decode = <Schema extends z.core.$ZodType>(schema: Schema, body: string): z.output<Schema> | undefined => {
  try {
    const result = z.safeParse(schema, JSON.parse(body));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
};

/** The event of a message of the inbound queue, or undefined where it cannot be read. */
export const decodeContactEvent = (body: string): ContactEvent | undefined =>
  decode(contactEvent, body) as ContactEvent | undefined;

/** The event of a message of the status queue, or undefined where it cannot be read. */
export const decodeTrackEvent = (body: string): TrackEvent | undefined =>
  decode(trackEvent, body) as TrackEvent | undefined;
