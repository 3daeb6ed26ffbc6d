import type { Content, Danger } from './content.ts';
import type { Conversation } from './conversation.ts';
import type { Directory } from './directory.ts';
import type { DistrictFacts } from './facts.ts';
import type { HandoffReason, OfficeTime } from './handoff.ts';
import type { ContactId, HandoffId, TopicId } from './ids.ts';
import type { MessageReceived } from './inbound.ts';
import type { Lang } from './language.ts';
import type { ComingUp } from './opportunities/coming-up.ts';
import type { OccurrenceRef } from './opportunities/opportunity.ts';
import type { Outcome as EventOutcome, SeatGiven } from './opportunities/seats.ts';
import type { Reply } from './reply.ts';
import type { FamilyRequest, RequestId } from './request.ts';
import type { Understanding } from './understanding/understanding.ts';

/** What else must happen because of a turn. Each can be done twice with the same result. */
export type Effect =
  | { readonly kind: 'save_profile' }
  /** The queue of staff shows the handoff as the conversation holds it now. */
  | { readonly kind: 'save_handoff' }
  /** It goes on under the person's new id. */
  | { readonly kind: 'drop_handoff'; readonly contact: ContactId; readonly handoff: HandoffId }
  /** Staff hear of a new handoff. */
  | {
      readonly kind: 'open_handoff';
      readonly id: HandoffId;
      readonly reason: HandoffReason;
      readonly isUrgent: boolean;
      readonly danger?: Danger;
      readonly topic?: TopicId;
    }
  /** Staff hear at once that somebody may be in danger; `step` counts how often, from 0. */
  | { readonly kind: 'page_staff'; readonly handoff: HandoffId; readonly danger: Danger; readonly step: number }
  /** The next step of the ladder hears that a family still waits. */
  | { readonly kind: 'report_late'; readonly handoff: HandoffId; readonly step: number }
  /** The request is kept as it is now. */
  | { readonly kind: 'save_request'; readonly request: FamilyRequest }
  /** The request goes out by mail. */
  | { readonly kind: 'send_request'; readonly request: RequestId }
  /** The words of the turns from here to this one are taken out of what is stored: a letter is not kept. */
  | { readonly kind: 'forget_words'; readonly fromTurn: number; readonly request: RequestId }
  /** What the family agreed to be written of, and when the next of it is due, is kept where senders look it up. */
  | {
      readonly kind: 'save_outreach';
      readonly dueAt?: number;
      /** What is kept under this former id is the same family's, and is removed. */
      readonly formerly?: ContactId;
    }
  /** A place has become free: whoever waits for it is told. */
  | { readonly kind: 'fill_seats'; readonly ref: OccurrenceRef }
  /** That the family came, or why it did not, is noted on the list of the occurrence. */
  | {
      readonly kind: 'note_seat';
      readonly ref: OccurrenceRef;
      readonly cameAt?: number;
      readonly outcome?: EventOutcome;
    }
  /** The answers of a survey are counted, without the name of the family. */
  | {
      readonly kind: 'save_answers';
      readonly survey: string;
      readonly answers: readonly number[];
      readonly lang: Lang;
    }
  /** When the replies are out, everything about the person is removed. */
  | { readonly kind: 'erase' }
  /** The question is kept for whoever improves the content. */
  | { readonly kind: 'save_question'; readonly candidates: readonly TopicId[] };

/** What became of a message: the one outcome that each of them ends in. */
export type Outcome =
  | 'answered'
  | 'appended_to_handoff'
  | 'not_answerable'
  | 'stale'
  | 'stopped'
  | 'paced'
  | 'identity_changed'
  | 'staff_done'
  | 'staff_refused'
  | 'late_told'
  | 'request_moved'
  | 'mail_passed_on'
  | 'mail_to_staff'
  | 'outreach_sent'
  | 'outreach_postponed'
  | 'outreach_dropped'
  | 'not_due';

/** What was made of the parent's words; the same words as `npm run ask` prints. */
export type AnswerKind =
  | 'answer'
  | 'choices'
  | 'flow'
  | 'event'
  | 'person'
  | 'danger'
  | 'smalltalk'
  | 'command'
  | 'declined'
  | 'unknown';

/** What a decision is given besides the conversation and the events: the world, as data. */
export interface DecisionContext {
  /** The number of the turn that is being decided. */
  readonly turn: number;
  readonly now: number;
  /** IANA time zone of the district, for "today". */
  readonly timeZone: string;
  readonly content: Content;
  readonly facts: DistrictFacts;
  readonly office: OfficeTime;
  /** The schools behind our number, and the people there. */
  readonly directory: Directory;
  /** What is coming up in the district, and what may be written of it. */
  readonly comingUp: ComingUp;
  /** What the list of an occurrence made of this turn's wish to come, or not to: see `seatWishIn`. */
  readonly seat?: SeatGiven;
  /** Whether all places are taken of what this turn's tap asks the details of. */
  readonly isFull?: boolean;
  /** This turn's words by a translation service, there and back, where one is configured and a task wants them. */
  readonly translated?: { readonly english: string; readonly back: string; readonly isChanged: boolean };
  readonly servesDrafts: boolean;
  /** How long messages are kept, in days: a family may ask. */
  readonly turnDays: number;
  readonly understand: (text: string, context: { readonly lang?: Lang }) => Understanding;
  /** Messages of the last turn whose reply still waits for more words: they are read together with the new ones. */
  readonly unanswered: readonly MessageReceived[];
  /** Where an `identity_changed` event brings somebody whom we knew: what we knew. */
  readonly previous?: Conversation;
}

/** The outcome of a turn. */
export interface Decision {
  readonly conversation: Conversation;
  readonly replies: readonly Reply[];
  /** How long the replies wait for more words of the parent; 0 = they are sent at once. */
  readonly waitMs: number;
  readonly effects: readonly Effect[];
  /** One for each event, in the same order. */
  readonly outcomes: readonly Outcome[];
  /** What the words were taken for, where there were words. */
  readonly taken?: { readonly kind: AnswerKind; readonly topic?: string };
}
