import type { Conversation, Profile } from '#core/conversation.ts';
import type { AnswerKind, Effect, Outcome } from '#core/decision.ts';
import type { Handoff } from '#core/handoff.ts';
import type { ContactId, HandoffId, MessageId, NumberId, TopicId } from '#core/ids.ts';
import type { Address, ContactEvent, OutreachDue, PlanChanged, SurveyAsked, TurnEvent } from '#core/inbound.ts';
import type { Lang } from '#core/language.ts';
import type { OpportunityId } from '#core/opportunities/opportunity.ts';
import type { TemplateState } from '#core/outreach/outreach.ts';
import type { Announcement, Reply } from '#core/reply.ts';
import type { FamilyRequest, RequestId } from '#core/request.ts';
import type { Tombstone } from '#core/tombstone.ts';

/** Milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/**
 * How far a reply has come. Forward only:
 * `sending` (a worker holds the lease) → `sent` | `failed` | `waiting` (told to slow down, or parked until
 * an operator acts) | `unknown` (nobody knows whether it went) | `held` (the 24-hour window has closed; it
 * goes out with the next turn). `waiting` and `unknown` are looked at again at `dueAt`. `given_up`: its
 * outcome stayed unknown twice, or the window or STOP came before it could be sent again.
 * `attempt` counts the leases taken, `doubts` the sends whose outcome nobody knows.
 */
export type Delivery = { readonly attempt: number; readonly doubts: number } & (
  | { readonly status: 'sending'; readonly leaseUntil: number }
  | { readonly status: 'waiting'; readonly dueAt: number; readonly code: number }
  | { readonly status: 'unknown'; readonly since: number; readonly dueAt: number }
  | { readonly status: 'sent'; readonly id: MessageId; readonly at: number }
  | { readonly status: 'failed'; readonly code: number; readonly at: number }
  | { readonly status: 'held'; readonly at: number }
  | { readonly status: 'given_up'; readonly at: number }
);

/** One turn of a conversation as stored: what came in, the state after it, what goes out and how far it got. */
export interface Turn {
  readonly contact: ContactId;
  readonly number: NumberId;
  /** 1, 2, 3 … without gaps as long as turns are kept. */
  readonly turn: number;
  readonly at: number;
  readonly events: readonly TurnEvent[];
  /** One for each event, in the same order. */
  readonly outcomes: readonly Outcome[];
  readonly conversation: Conversation;
  readonly replies: readonly Reply[];
  /** One for each reply, in the same order. */
  readonly deliveries: readonly Delivery[];
  readonly effects: readonly Effect[];
  /** All effects are done; until then a redelivery does them again. */
  readonly effectsDone: boolean;
  /** Which replies of the turn before go out with this one, by index. */
  readonly tookOver: readonly number[];
  /** Whether the messages of the turn before were read together with these. */
  readonly readsLast: boolean;
  /** What the words were taken for. */
  readonly taken?: { readonly kind: AnswerKind; readonly topic?: string };
}

/** What the store knows of a contact: the latest turn, or the profile alone where the turns have expired. */
export type Loaded =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'profile'; readonly profile: Profile; readonly lastTurn: number }
  | { readonly kind: 'nobody' }
  /** Everything was removed; `owed` are replies of the last turn that could not go out before. */
  | { readonly kind: 'erased'; readonly tombstone: Tombstone; readonly owed?: readonly Reply[] };

/** A handoff as the queue of staff holds it: written by turns, the newest turn wins. */
export interface StoredHandoff extends Handoff {
  readonly contact: ContactId;
  readonly number: NumberId;
  /** The turn that wrote it. */
  readonly turn: number;
  readonly changedAt: number;
  readonly lang: Lang;
}

/** A request as it is kept beside the conversation: written by turns, the newest turn wins. */
export interface StoredRequest extends FamilyRequest {
  readonly contact: ContactId;
  readonly number: NumberId;
  /** The turn that wrote it. */
  readonly turn: number;
}

/** A question that the bot could not answer, for whoever improves the content. */
export interface UnansweredQuestion {
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly turn: number;
  readonly at: number;
  readonly lang: Lang;
  /** What is private has been removed. */
  readonly text: string;
  readonly candidates: readonly TopicId[];
  readonly linked?: TopicId;
}

/** A step forward of the reply at `index`. */
export interface DeliveryChange {
  readonly index: number;
  readonly from: Delivery;
  readonly to: Delivery;
}

/** The table of conversations. Every write is conditional or harmless to repeat. */
export interface ConversationStore {
  /** One strongly consistent read. */
  load(contact: ContactId, now: number): Promise<Loaded>;
  /** A turn by its number, strongly consistent. */
  turn(contact: ContactId, turn: number): Promise<Turn | undefined>;
  /** A turn by its number, maybe a moment old, at half the price. */
  turnEventually(contact: ContactId, turn: number): Promise<Turn | undefined>;
  /** Writes the turn unless its number is taken. */
  commit(turn: Turn): Promise<'committed' | 'conflict'>;
  /**
   * Replaces deliveries by index, each only if it still stands as `from`, and marks the effects as done
   * where asked. All or nothing; `stale` where another worker was faster.
   */
  settle(turn: Turn, changes: readonly DeliveryChange[], effectsDone: boolean): Promise<'settled' | 'stale'>;
  /** Writes what lasts, unless a later turn has already written it. */
  saveProfile(contact: ContactId, profile: Profile, turn: number): Promise<void>;
  /** Writes the handoff, unless a later turn has already written it. */
  saveHandoff(handoff: StoredHandoff): Promise<void>;
  /** Removes a handoff that goes on under another id of the same person. */
  dropHandoff(contact: ContactId, id: HandoffId): Promise<void>;
  /** Writes the question; the same one again changes nothing. */
  saveQuestion(question: UnansweredQuestion): Promise<void>;
  /** Writes the request, unless a later turn has already written it. */
  saveRequest(request: StoredRequest): Promise<void>;
  /** Strongly consistent. */
  request(contact: ContactId, id: RequestId): Promise<StoredRequest | undefined>;
  /** Requests of a number whose `dueAt` is not later than `now`, the earliest first. Maybe a moment old. */
  requestsDue(number: NumberId, now: number, limit: number): Promise<readonly StoredRequest[]>;
  /** Writes anew what a stored turn says, words that are not kept left out. Its deliveries stand as they are. */
  rewrite(turn: Turn): Promise<void>;
  /**
   * Removes everything of a contact up to the tombstone's turn, that turn last, and leaves the tombstone. What a later
   * turn has written stays.
   */
  erase(contact: ContactId, tombstone: Tombstone): Promise<void>;
}

/** What a status webhook says of a message that we sent. */
export interface StatusChanged {
  readonly kind: 'status_changed';
  readonly number: NumberId;
  readonly id: MessageId;
  readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';
  readonly at: number;
  /** Our own tag, as given with the send. */
  readonly tag?: string;
  readonly codes: readonly number[];
}

/** A look at a delivery that is due later; it comes back on the contact's own queue. */
export interface LookAgain {
  readonly kind: 'look_again';
  readonly contact: ContactId;
  readonly turn: number;
}

/** A change at WhatsApp's side that an operator should know of. Holds ids and words of WhatsApp only. */
export interface PlatformNotice {
  readonly kind: 'platform_notice';
  /** WhatsApp's field, e.g. `account_update`. */
  readonly field: string;
  /** WhatsApp's word for what happened, e.g. `DISABLED_UPDATE`. */
  readonly event: string;
  readonly needsOperator: boolean;
}

/** Staff are to hear of a handoff outside the desk. It holds no words of the family. */
export interface StaffNotice {
  readonly kind: 'staff_notice';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly handoff: HandoffId;
  /** `opened`: a new one. `late`: nobody has answered in time. `danger`: somebody may be in danger. */
  readonly about: 'opened' | 'late' | 'danger';
  /** Which step of the ladder is told, from 0; beyond the last one it is the last one. */
  readonly step: number;
  readonly lang: Lang;
}

/** A request is to go out by mail. */
export interface RequestMail {
  readonly kind: 'request_mail';
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly request: RequestId;
}

/** The files that schools sent a family are to be removed. */
export interface ForgetFiles {
  readonly kind: 'forget_files';
  readonly contact: ContactId;
}

/** An event for a contact's own queue that waits for its second, so that not too many come at once. */
export interface PassOn {
  readonly kind: 'pass_on';
  readonly event: OutreachDue | PlanChanged | SurveyAsked;
  /** When it is to be passed on. */
  readonly at: number;
}

/** Staff or a calendar have changed something that families may plan to come to. */
export interface OpportunityChanged {
  readonly kind: 'opportunity_changed';
  readonly opportunity: OpportunityId;
  /** Of the opportunity, after the change. */
  readonly version: number;
  /** `room`: more people fit than before. */
  readonly changes: readonly { readonly occurrence: string; readonly change: 'cancelled' | 'moved' | 'room' }[];
  /** How many may come after the change; absent: as many as like. */
  readonly capacity?: number;
}

/** WhatsApp has changed how a template of ours stands. */
export interface TemplateChanged {
  readonly kind: 'template_changed';
  readonly name: string;
  /** WhatsApp's code. */
  readonly language: string;
  readonly status?: TemplateState['status'];
  readonly category?: NonNullable<TemplateState['category']>;
}

export type TrackEvent =
  | StatusChanged
  | LookAgain
  | PlatformNotice
  | StaffNotice
  | RequestMail
  | ForgetFiles
  | PassOn
  | OpportunityChanged
  | TemplateChanged;

/** Both queues, seen from the sender. Each call returns only when everything was accepted, else throws. */
export interface Queues {
  /** In order per contact. The same event sent twice within five minutes arrives once. */
  sendContactEvents(events: readonly ContactEvent[]): Promise<void>;
  sendTrackEvents(events: readonly TrackEvent[], delaySeconds?: number): Promise<void>;
}

/** What WhatsApp answered to a send. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly id: MessageId }
  /** It was not sent and will not be: retrying cannot help. */
  | { readonly kind: 'rejected'; readonly code: number }
  /** It was not sent now; try after `afterMs`. `scope` says what is to slow down or stop. */
  | {
      readonly kind: 'slow_down';
      readonly code: number;
      readonly scope: 'pair' | 'number' | 'account' | 'app' | 'service';
      readonly afterMs: number;
    }
  /** Nobody can send until an operator acts: token, payment, policy. The reply is kept. */
  | { readonly kind: 'halted'; readonly code: number }
  /** The connection broke after the request left: it may have been sent. */
  | { readonly kind: 'unknown' };

/** WhatsApp, seen from a turn. Never throws for what WhatsApp answers. */
export interface Messenger {
  /**
   * Brings replies into a form in which each is exactly one message within the channel's limits, in the
   * same order, losing no word and no choice: choices that do not fit become numbered lines. Pure.
   */
  fit(replies: readonly Reply[], numberedHint: (lang: Reply['lang']) => string): readonly Reply[];
  /** Sends one fitted reply; `tag` comes back in its statuses. `attempt` counts from 1: it slows retries down. */
  send(to: Address, from: NumberId, reply: Reply, tag: string, attempt: number): Promise<SendOutcome>;
  /** Sends an announcement in the place of a reply that the closed window holds back. */
  announce(to: Address, from: NumberId, announcement: Announcement, tag: string, attempt: number): Promise<SendOutcome>;
  /** Ticks the message as read and shows that somebody is typing. Best effort: never throws. */
  markRead(from: NumberId, id: MessageId): Promise<void>;
}

/** The only fields a log line may have: ids, kinds, counts and times. No words, names or numbers of people. */
export interface LogFields {
  readonly contact?: ContactId;
  readonly turn?: number;
  readonly number?: NumberId;
  readonly handoff?: HandoffId;
  readonly kind?: string;
  readonly outcome?: string;
  readonly code?: number;
  readonly count?: number;
  readonly ms?: number;
  readonly attempt?: number;
  /** The name of an error's class, never its text. */
  readonly error?: string;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Something an operator must look at: every event name stands in the RUNBOOK. */
  alarm(event: string, fields?: LogFields): void;
}
