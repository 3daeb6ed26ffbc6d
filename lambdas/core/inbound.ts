import type { ContactId, MessageId, NumberId } from './ids.ts';

/**
 * How WhatsApp addresses a person. At least one of the two is present. The business-scoped user id
 * is the identity; the phone number is optional and may change.
 */
export interface Address {
  /** Business-scoped user id, e.g. `US.13491208655302741918`. */
  readonly userId?: string;
  /** Phone number in international form without `+` (WhatsApp's `wa_id`). */
  readonly phone?: string;
}

/** What a parent sent. `kind` is the word that logs and turns use. */
export type MessageContent =
  | { readonly kind: 'text'; readonly text: string }
  /** A tap on a button or list row that we sent; `id` is the choice's id, `title` the words tapped. */
  | { readonly kind: 'choice'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'media';
      readonly media: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
      readonly mediaId: string;
      readonly mimeType: string;
      readonly caption?: string;
      readonly fileName?: string;
    }
  | { readonly kind: 'location' }
  | { readonly kind: 'contacts' }
  /** Orders, flow forms and other interactive answers that Homeroom did not ask for. */
  | { readonly kind: 'form'; readonly form: string };

/** A parent's message, the only event that is answered in its own right. */
export interface MessageReceived {
  readonly kind: 'message_received';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly from: Address;
  readonly id: MessageId;
  /** When the parent sent it, by WhatsApp's clock: milliseconds since 1970, whole seconds. */
  readonly sentAt: number;
  readonly content: MessageContent;
}

/** WhatsApp gave the person a new user id or phone number; `contact` is the person's id from now on. */
export interface IdentityChanged {
  readonly kind: 'identity_changed';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly previous: ContactId;
  readonly from: Address;
  readonly id: MessageId;
  readonly sentAt: number;
}

/** A reply of an earlier turn waits to be sent or is of unknown outcome, and its time has come. */
export interface DeliveryDue {
  readonly kind: 'delivery_due';
  readonly contact: ContactId;
  readonly turn: number;
  /** What it is looked at for, so that two looks at one turn are two events, and one look told twice is one. */
  readonly because: string;
}

/** Everything that travels on the contact's own queue, in order. */
export type ContactEvent = MessageReceived | IdentityChanged | DeliveryDue;
/** The events that a turn is made of. */
export type TurnEvent = MessageReceived | IdentityChanged;
