/** What the phone page is told. Types only: the page imports nothing else from this folder. */
import type { ChatMessage, Phone, TemplateMark } from './world.ts';

/** A template of the school, and how it stands at Meta. */
export type TemplateView = Readonly<TemplateMark>;

/** One of the school's WhatsApp numbers. */
export interface SchoolNumber {
  /** WhatsApp's `phone_number_id`. */
  readonly id: string;
  /** As people read it, e.g. `+1 312 555 0100`. */
  readonly displayNumber: string;
  /** The name that the parent's phone shows. */
  readonly label: string;
}

/** The whole world, as `GET /api/phones` and the first event of the stream tell it. */
export interface WorldView {
  readonly numbers: readonly SchoolNumber[];
  readonly phones: readonly Phone[];
  readonly templates: readonly TemplateView[];
  /** The stand-in's clock: milliseconds since 1970. */
  readonly now: number;
}

/** One event of `GET /api/events`; the event's name is its kind. */
export type PageEvent =
  | { readonly kind: 'world'; readonly world: WorldView }
  /** A phone is new, or its knobs have changed. It comes without its messages. */
  | { readonly kind: 'phone'; readonly phone: Omit<Phone, 'messages'> }
  /** A message is new or its status has changed. */
  | { readonly kind: 'message'; readonly phoneId: string; readonly message: ChatMessage }
  | { readonly kind: 'typing'; readonly phoneId: string; readonly number: string; readonly isTyping: boolean }
  /** Meta has done something to a template. */
  | { readonly kind: 'templates'; readonly templates: readonly TemplateView[] }
  | { readonly kind: 'clock'; readonly now: number };
