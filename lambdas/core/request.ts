import type { Grade, InterpreterWish, PersonId, PersonRole, SchoolId } from './directory.ts';
import type { Lang } from './language.ts';

/** What a family asks the school for, or tells it. */
export const REQUEST_KINDS = [
  'absence',
  'late',
  'early_pickup',
  'meeting',
  'message',
  'about_child',
  'interpreter',
  'language_problem',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Unique for its contact: turn and time of its making. */
export type RequestId = string & { readonly __brand: 'RequestId' };
export const requestId = (turn: number, at: number): RequestId => `${turn}-${at.toString(36)}` as RequestId;

/** Reasons of an absence that a family can tap. */
export const REASONS = ['ill', 'appointment', 'family', 'religious', 'transport', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** What a meeting or a message is about. */
export const SUBJECTS = ['progress', 'homework', 'behavior', 'friends', 'health', 'special_help', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The six prompts of "tell the teacher about my child". */
export const LETTER_PARTS = ['strengths', 'languages', 'calms', 'worries', 'hopes', 'home'] as const;
export type LetterPart = (typeof LETTER_PARTS)[number];

/** Words of a family that no list holds. `english` is there only where a translation service made it. */
export interface FreeWords {
  readonly text: string;
  readonly lang: Lang;
  readonly english?: string;
}

/** All that a request says, built from choices and slots; only `words` and `letter` are free. */
export interface RequestDetails {
  readonly child?: { readonly name: string; readonly grade?: Grade };
  /** ISO dates: days of the absence, or that suit for a meeting. */
  readonly days?: readonly string[];
  /** `HH:MM`, in the school's zone: when the child comes or is fetched. */
  readonly time?: string;
  /** Parts of the day that suit. */
  readonly parts?: readonly ('morning' | 'noon' | 'afternoon' | 'evening')[];
  readonly reason?: Reason;
  readonly subject?: Subject;
  readonly words?: FreeWords;
  readonly letter?: Readonly<Partial<Record<LetterPart, FreeWords>>>;
  readonly interpreter?: InterpreterWish;
}

/** Whom a request goes to. */
export interface RequestTo {
  readonly person?: PersonId;
  /** As the family reads it: "Ms. Alvarez", or the name of the school for its office. */
  readonly name: string;
  readonly role: PersonRole;
  readonly email?: string;
}

/**
 * How far a request has come: `sending` → `sent` | `refused` (the mail could not be sent) → `bounced` | `answered` |
 * `unanswered` (silence past the school's limit). An interpreter's is `confirmed` once somebody has said so.
 */
export const REQUEST_STATES = ['sending', 'sent', 'refused', 'bounced', 'answered', 'unanswered', 'confirmed'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Something that a family asked a school, on its way by e-mail. Only turns change it. */
export interface FamilyRequest {
  readonly id: RequestId;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly school: SchoolId;
  readonly to: RequestTo;
  readonly lang: Lang;
  readonly at: number;
  readonly details: RequestDetails;
  /** Of a letter: the turn in which it was begun. Its words are forgotten when it has gone. */
  readonly fromTurn?: number;
  readonly sentAt?: number;
  readonly answeredAt?: number;
  /** When somebody must look again: silence, or an interpreter who is not confirmed. */
  readonly dueAt?: number;
  /** The family has been told that nobody is there. */
  readonly toldAway?: boolean;
  /** How many times `dueAt` has come. */
  readonly reminders: number;
}
