import type { StaffAction, StaffRef, Translation } from './handoff.ts';
import type { ContactId, HandoffId, MessageId, NumberId } from './ids.ts';
import type { Lang } from './language.ts';
import type { OpportunityId } from './opportunities/opportunity.ts';
import type { RequestId } from './request.ts';

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

/** The words of what was sent; none where there are none. */
export const wordsOf = (content: MessageContent): string => {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'media':
      return content.caption ?? '';
    case 'choice':
      return content.title;
    default:
      return '';
  }
};

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

/** A member of staff did something at the desk. */
export interface StaffActed {
  readonly kind: 'staff_acted';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly handoff: HandoffId;
  /** Names the wish: `staff.` and the key that the desk gave it. */
  readonly id: MessageId;
  readonly sentAt: number;
  readonly by: StaffRef;
  /** May act on what a colleague owns. */
  readonly isLead: boolean;
  readonly action: StaffAction;
}

/** A family has waited as long as it should: staff are told, and once the family too. */
export interface HandoffDue {
  readonly kind: 'handoff_due';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly handoff: HandoffId;
  readonly id: MessageId;
  readonly sentAt: number;
}

/** Something became of a request that went out by mail, or its time has come. */
export interface RequestChanged {
  readonly kind: 'request_changed';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly request: RequestId;
  readonly id: MessageId;
  readonly sentAt: number;
  /**
   * `sent`: the mail was taken. `refused`: it was not, and will not be. `bounced`: it came back. `away`: a machine
   * answered that nobody is there. `due`: its `dueAt` has come.
   */
  readonly change: 'sent' | 'refused' | 'bounced' | 'away' | 'due';
  /** Of `away`: the day on which they are back, where the machine said so. */
  readonly backOn?: string;
}

/** A file that came with a mail, by the name under which it is kept. */
export interface MailAttachment {
  readonly key: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
}

/** Somebody at the school answered a request by e-mail. */
export interface MailReceived {
  readonly kind: 'mail_received';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly request: RequestId;
  readonly id: MessageId;
  readonly sentAt: number;
  /** Who the request went to; `isKnown` is false where the mail came from another address or is not proven to be theirs. */
  readonly isKnown: boolean;
  /** The words, without quotes and signature. */
  readonly original: string;
  /** As the family reads them. */
  readonly text: string;
  readonly lang: Lang;
  readonly translation: Translation;
  /** Whether the words may go to the family by themselves; else a person at the desk passes them on. */
  readonly mayPass: boolean;
  readonly attachments: readonly MailAttachment[];
}

/** The moment has come at which Homeroom may have something to write of its own accord. */
export interface OutreachDue {
  readonly kind: 'outreach_due';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly id: MessageId;
  readonly sentAt: number;
}

/** Something became of what the family plans to come to. `seat`: a place is free for it. */
export interface PlanChanged {
  readonly kind: 'plan_changed';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly id: MessageId;
  readonly sentAt: number;
  readonly opportunity: OpportunityId;
  readonly occurrence: string;
  readonly change: 'seat' | 'cancelled' | 'moved';
}

/** A survey goes to the family. */
export interface SurveyAsked {
  readonly kind: 'survey_asked';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly id: MessageId;
  readonly sentAt: number;
  readonly survey: string;
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
export type ContactEvent = TurnEvent | DeliveryDue;
/** The events that a turn is made of. */
export type TurnEvent =
  | MessageReceived
  | IdentityChanged
  | StaffActed
  | HandoffDue
  | RequestChanged
  | MailReceived
  | OutreachDue
  | PlanChanged
  | SurveyAsked;

/** Whether an event tells of the person: what they wrote, or who they are now. */
export const isFromPerson = (event: TurnEvent): event is MessageReceived | IdentityChanged =>
  event.kind === 'message_received' || event.kind === 'identity_changed';
