import type { PlatformNotice, StatusChanged, TemplateChanged } from '#app/ports.ts';
import type { NumberId } from '#core/ids.ts';
import type { IdentityChanged, MessageReceived } from '#core/inbound.ts';

/** Why something that came in is noted and never answered. */
export type UnansweredReason =
  /** An emoji on a message: no words, and answering it makes ping-pong. */
  | 'reaction'
  /** Said in a group: a private answer would be out of place. */
  | 'group'
  /** Sent by a member of staff from the WhatsApp Business app. */
  | 'echo'
  /** A kind that WhatsApp cannot hand over. Another business's messages arrive so: two machines would talk. */
  | 'unsupported'
  | 'edited'
  | 'revoked'
  /** Sent by our own number. */
  | 'own_number'
  /** A note of WhatsApp about the person, or a change of identity of which one side is not known. */
  | 'system'
  | 'call'
  /** WhatsApp reports an error and no message. */
  | 'error'
  /** The chat was opened, nothing was written. */
  | 'request_welcome'
  /** Old talks and contact lists of the WhatsApp Business app. */
  | 'history'
  /** Meta's own agent leads the talk; we only watch. */
  | 'standby'
  /** A purchase or lead that Meta believes to have seen. */
  | 'automatic_event'
  /** A body, entry or change that holds nothing. */
  | 'empty';

/** Something came in that is no parent's turn. */
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly reason: UnansweredReason;
  readonly number?: NumberId;
  /** WhatsApp's id of the message, where it has one. */
  readonly id?: string;
  /** WhatsApp's error codes, where it gave some. */
  readonly codes?: readonly number[];
}

/** Signed, and yet not meant for us: never given to a default school. */
export interface Quarantined {
  readonly kind: 'quarantined';
  readonly reason: 'unknown_object' | 'unknown_number' | 'no_number';
  readonly id?: string;
}

/** An element that breaks WhatsApp's own form, so that nobody can be answered. */
export interface Malformed {
  readonly kind: 'malformed';
  readonly where: 'body' | 'entry' | 'change' | 'value' | 'message' | 'sender' | 'status' | 'identity';
  readonly id?: string;
}

export type WebhookEvent =
  | MessageReceived
  | IdentityChanged
  | StatusChanged
  | PlatformNotice
  | TemplateChanged
  | Unanswered
  | Quarantined
  | Malformed;

export type WebhookEvents = readonly WebhookEvent[];
