/** Checks the body of `POST /{number}/messages`: what is asked, of whom, within WhatsApp's limits. */
import { badParameter, missing, noSuchTemplate, notValid, unsupportedType } from './graph-error.ts';
import { checkInteractive } from './interactive-check.ts';
import { isObject, type JsonObject } from './json-value.ts';
import { LIMITS } from './limits.ts';
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

/** An approved template with at most one quick reply. */
export interface Template {
  readonly name: string;
  /** WhatsApp's code of the language, such as `pt_BR`. */
  readonly language: string;
  readonly text: string;
  readonly button?: string;
}

/** What a quick reply sends back when tapped. */
const payloadOf = (template: JsonObject): string => {
  const components = Array.isArray(template.components) ? template.components.filter(isObject) : [];
  const button = components.find(({ type, sub_type: kind }) => type === 'button' && kind === 'quick_reply');
  const [parameter] = Array.isArray(button?.parameters) ? button.parameters.filter(isObject) : [];
  if (typeof parameter?.payload !== 'string') throw missing("Parameter 'payload' is mandatory for the quick reply");
  return parameter.payload;
};

const checkTemplate = (asked: JsonObject, approved: readonly Template[]): Content => {
  const language = isObject(asked.language) ? asked.language.code : undefined;
  if (typeof asked.name !== 'string') throw missing("Parameter 'name' is mandatory for type 'template'");
  if (typeof language !== 'string') throw missing("Parameter 'language' is mandatory for type 'template'");
  const template = approved.find((one) => one.name === asked.name && one.language === language);
  if (!template) throw noSuchTemplate(asked.name, language);
  const { name, text, button } = template;
  const buttons = button === undefined ? [] : [{ id: payloadOf(asked), title: button }];
  return { kind: 'buttons', text, buttons, template: name };
};

const checkContent = (body: JsonObject, templates: readonly Template[]): Content => {
  const type = body.type ?? 'text';
  if (type !== 'text' && type !== 'interactive' && type !== 'template') {
    throw unsupportedType('This stand-in knows the types text, interactive and template.');
  }
  const value = body[type];
  if (value === undefined) throw badParameter(`The parameter ${type} is required.`);
  if (!isObject(value)) throw badParameter(`Param ${type} must be a JSON object.`);
  if (type === 'text') return checkText(value);
  return type === 'interactive' ? checkInteractive(value) : checkTemplate(value, templates);
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
