import type { Content, Danger } from './content.ts';
import type { Conversation } from './conversation.ts';
import type { DistrictFacts } from './facts.ts';
import type { HandoffId, TopicId } from './ids.ts';
import type { MessageReceived } from './inbound.ts';
import type { Lang } from './language.ts';
import type { Reply } from './reply.ts';
import type { Understanding } from './understanding/understanding.ts';

/** Why a member of staff is wanted. */
export type HandoffReason = 'asked' | 'not_understood' | 'danger' | 'out_of_date' | 'voice' | 'pace';

/** What else must happen because of a turn. Each can be done twice with the same result. */
export type Effect =
  | { readonly kind: 'save_profile' }
  | {
      readonly kind: 'open_handoff';
      readonly id: HandoffId;
      readonly reason: HandoffReason;
      readonly isUrgent: boolean;
      readonly danger?: Danger;
      readonly topic?: TopicId;
    }
  | { readonly kind: 'page_staff'; readonly handoff: HandoffId; readonly danger: Danger };

/** What became of a message: the one outcome that each of them ends in. */
export type Outcome =
  | 'answered'
  | 'appended_to_handoff'
  | 'not_answerable'
  | 'stale'
  | 'stopped'
  | 'paced'
  | 'identity_changed';

/** What was made of the parent's words; the same words as `npm run ask` prints. */
export type AnswerKind =
  | 'answer'
  | 'choices'
  | 'flow'
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
  readonly servesDrafts: boolean;
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
