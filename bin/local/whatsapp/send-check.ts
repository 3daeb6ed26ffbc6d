/** Checks the body of `POST /{number}/messages`: what is asked, of whom, within WhatsApp's limits. */
import { badParameter, notValid, unsupportedType } from './graph-error.ts';
import { checkInteractive } from './interactive-check.ts';
import { isObject, type JsonObject } from './json-value.ts';
import { LIMITS } from './limits.ts';
import { checkTemplate } from './template-check.ts';
import type { Template } from './templates.ts';
import type { Content } from './world.ts';

/** Whom to send to. WhatsApp takes the phone number where both are given. */
export type Recipient =
  | { readonly kind: 'phone'; readonly input: string; readonly digits: string }
  | { readonly kind: 'user'; readonly input: string };

export interface Send {
  readonly kind: 'send';
  readonly to: Recipient;
  readonly content: Content;
  readonly quotes?: string;
  readonly tag?: string;
}

/** "Tick this message as read", with or without "somebody is typing". */
export interface MarkRead {
  readonly kind: 'read';
  readonly messageId: string;
  readonly isTyping: boolean;
}

const stringAt = (body: JsonObject, key: string): string | undefined => {
  const value = body[key];
  if (value !== undefined && typeof value !== 'string') throw badParameter(`Param ${key} must be a string.`);
  return value;
};

const checkRecipient = (body: JsonObject): Recipient => {
  const to = stringAt(body, 'to');
  const userId = stringAt(body, 'recipient');
  if (to !== undefined) {
    const digits = to.replace(/[\s()+-]/g, '');
    if (/^\d{7,15}$/.test(digits)) return { kind: 'phone', input: to, digits };
    throw notValid('The phone number is malformed: Please use the format: +1234567890.');
  }
  if (userId === undefined) throw badParameter('The parameter to is required.');
  if (!/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(userId)) throw notValid('The recipient is malformed.');
  return { kind: 'user', input: userId };
};

const checkText = (text: JsonObject): Content => {
  const stranger = Object.keys(text).find((key) => key !== 'body' && key !== 'preview_url');
  if (stranger !== undefined) throw badParameter(`Unexpected key "${stranger}" on param "text".`);
  const { body } = text;
  if (body === undefined) throw badParameter("The parameter text['body'] is required.");
  if (typeof body !== 'string') throw badParameter("Param text['body'] must be a string.");
  if (body.trim() === '') throw badParameter("Param text['body'] must be a non-empty string.");
  if (body.length > LIMITS.textBody) {
    throw badParameter(`Param text['body'] must be at most ${LIMITS.textBody} characters long.`);
  }
  return { kind: 'text', text: body };
};

/** A document that was handed in before. A link to a file elsewhere is not known here. */
const checkDocument = (document: JsonObject): Content => {
  const stranger = Object.keys(document).find((key) => !['id', 'filename', 'caption'].includes(key));
  if (stranger !== undefined) throw badParameter(`Unexpected key "${stranger}" on param "document".`);
  const { id, filename, caption } = document;
  if (typeof id !== 'string') throw badParameter("The parameter document['id'] is required.");
  if (filename !== undefined && typeof filename !== 'string') {
    throw badParameter("Param document['filename'] must be a string.");
  }
  if (caption !== undefined && typeof caption !== 'string') {
    throw badParameter("Param document['caption'] must be a string.");
  }
  if (caption !== undefined && caption.length > LIMITS.caption) {
    throw badParameter(`Param document['caption'] must be at most ${LIMITS.caption} characters long.`);
  }
  return { kind: 'document', fileId: id, fileName: filename ?? 'document', ...(caption !== undefined && { caption }) };
};

const TYPES = ['text', 'interactive', 'template', 'document'] as const;

const checkContent = (body: JsonObject, templates: readonly Template[]): Content => {
  const type = TYPES.find((one) => one === (body.type ?? 'text'));
  if (!type) throw unsupportedType(`This stand-in knows the types ${TYPES.join(', ')}.`);
  const value = body[type];
  if (value === undefined) throw badParameter(`The parameter ${type} is required.`);
  if (!isObject(value)) throw badParameter(`Param ${type} must be a JSON object.`);
  switch (type) {
    case 'text':
      return checkText(value);
    case 'interactive':
      return checkInteractive(value);
    case 'template':
      return checkTemplate(value, templates);
    case 'document':
      return checkDocument(value);
  }
};

const checkQuote = (context: unknown): string | undefined => {
  if (context === undefined) return undefined;
  if (!isObject(context) || typeof context.message_id !== 'string') {
    throw badParameter("The parameter context['message_id'] is required.");
  }
  return context.message_id;
};

const checkRead = (body: JsonObject): MarkRead => {
  if (body.status !== 'read') throw badParameter('Param status must be one of {READ}.');
  const messageId = stringAt(body, 'message_id');
  if (messageId === undefined) throw badParameter('The parameter message_id is required.');
  const typing = body.typing_indicator;
  if (typing !== undefined && !(isObject(typing) && typing.type === 'text')) {
    throw badParameter("Param typing_indicator['type'] must be one of {TEXT}.");
  }
  return { kind: 'read', messageId, isTyping: typing !== undefined };
};

/** @throws GraphError for everything that WhatsApp would refuse before it looks at the person. */
export const checkRequest = (body: unknown, templates: readonly Template[]): Send | MarkRead => {
  if (!isObject(body)) throw badParameter('The request body must be a JSON object.');
  if (body.messaging_product === undefined) throw badParameter('The parameter messaging_product is required.');
  if (body.messaging_product !== 'whatsapp') throw badParameter('Param messaging_product must be one of {WHATSAPP}.');
  if (body.status !== undefined) return checkRead(body);
  if (body.recipient_type !== undefined && body.recipient_type !== 'individual') {
    throw badParameter('Param recipient_type must be one of {INDIVIDUAL}.');
  }
  const to = checkRecipient(body);
  const content = checkContent(body, templates);
  const quotes = checkQuote(body.context);
  const tag = stringAt(body, 'biz_opaque_callback_data');
  if (tag !== undefined && tag.length > LIMITS.tag) {
    throw badParameter(`Param biz_opaque_callback_data must be at most ${LIMITS.tag} characters long.`);
  }
  return { kind: 'send', to, content, ...(quotes !== undefined && { quotes }), ...(tag !== undefined && { tag }) };
};
