import type { Danger } from './content.ts';
import { type HandoffId, handoffId, type StaffId, type TopicId } from './ids.ts';
import type { Lang } from './language.ts';
import type { RequestId } from './request.ts';

/** What staff may do: `agent` answers, `lead` also takes over and reads the record, `admin` also names people, `editor` only improves the content. */
export const ROLES = ['agent', 'lead', 'admin', 'editor'] as const;
export type Role = (typeof ROLES)[number];

/** Why a member of staff is wanted. */
export const HANDOFF_REASONS = [
  'asked',
  'not_understood',
  'danger',
  'out_of_date',
  'pace',
  // Of requests that went out by mail: it came back, nobody answered in time, somebody is away, the answer cannot go
  // to the family by itself, an interpreter is not confirmed.
  'bounced',
  'unanswered',
  'away',
  'mail',
  'interpreter',
] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/**
 * How the words of a reply came into the family's language: `same` as they were written, by `machine`, by a machine
 * and `checked` by somebody who reads the language, as a `saved` reply, or `none`: they stand in English.
 */
export const TRANSLATIONS = ['same', 'machine', 'checked', 'saved', 'none'] as const;
export type Translation = (typeof TRANSLATIONS)[number];

/**
 * Why an action was not done: somebody else owns the conversation, the actor does not own it, it is resolved, or
 * not resolved, it is no longer there, or the family has said STOP.
 */
export const REFUSALS = ['owned', 'not_owner', 'resolved', 'not_resolved', 'gone', 'stopped'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A member of staff, in the words that a family reads: "Ms. Rivera, front office". */
export interface StaffRef {
  readonly id: StaffId;
  readonly name: string;
  readonly title: string;
}

export type StaffAction =
  | { readonly kind: 'claim' }
  | { readonly kind: 'release' }
  | { readonly kind: 'assign'; readonly to: StaffRef }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'reopen' }
  | {
      readonly kind: 'reply';
      /** As it was written. */
      readonly original: string;
      /** As the family reads it. */
      readonly text: string;
      readonly lang: Lang;
      readonly translation: Translation;
    }
  /** For colleagues; it never reaches the family. */
  | { readonly kind: 'note'; readonly text: string }
  /** An interpreter will be there. */
  | { readonly kind: 'confirm'; readonly request: RequestId }
  /** Everything about the family is removed. */
  | { readonly kind: 'erase' };

/** What became of an action, by the id that its request gave it. */
export interface ActionOutcome {
  readonly id: string;
  /** Absent where it was done. */
  readonly refused?: Refusal;
}

/** A conversation that a person is wanted in, or has been. Only turns change it. */
export interface Handoff {
  readonly id: HandoffId;
  readonly status: 'open' | 'claimed' | 'resolved';
  readonly reason: HandoffReason;
  readonly isUrgent: boolean;
  readonly danger?: Danger;
  readonly topic?: TopicId;
  readonly openedAt: number;
  /** Present exactly while it is claimed. */
  readonly owner?: StaffRef;
  readonly claimedAt?: number;
  readonly firstReplyAt?: number;
  readonly resolvedAt?: number;
  /** When the family wrote last. */
  readonly heardAt: number;
  /** Since when the family waits for an answer; absent where nobody waits. */
  readonly waitingSince?: number;
  /** When the family was told that it would hear from somebody, at the latest. */
  readonly replyBy?: number;
  /** When somebody must be told that the family still waits. */
  readonly dueAt?: number;
  /** How many steps of the ladder have been told. */
  readonly escalations: number;
  /** The parent has been told that what they write is passed on; it is said once. */
  readonly toldPassedOn: boolean;
  /** The parent has been told that nobody came in time; it is said once. */
  readonly toldLate: boolean;
  /** The family has been told, outside the window, that an answer is ready; since then it has not written. */
  readonly announcedAt?: number;
  readonly rating?: 'good' | 'bad';
  /** The last words, cut short; what is private has been removed. */
  readonly preview?: { readonly text: string; readonly by: 'parent' | 'staff' | 'homeroom' };
  /** What became of the last actions. */
  readonly actions: readonly ActionOutcome[];
}

export type HandoffState = { readonly status: 'none' } | Handoff;

/** How often staff are told again of somebody who may be in danger, until one of them takes it. Homeroom's choice. */
export const DANGER_AGAIN_MS = 5 * 60_000;
/** Results of actions are remembered for as long as a desk may ask again. */
const MOST_ACTIONS = 12;

/** What is known of the office at the time of a turn. */
export interface OfficeTime {
  readonly isOpen: boolean;
  /** When it opens next; absent while it is open, and where its hours are not known. */
  readonly opensAt?: number;
  /** By when a family that asks now hears from a person, in office time. */
  readonly replyBy: number;
}

interface Opening {
  readonly turn: number;
  readonly now: number;
  readonly office: OfficeTime;
}

/** A new handoff, opened by the turn at `now`. */
export const openedHandoff = (
  { turn, now, office }: Opening,
  about: Pick<Handoff, 'reason' | 'danger' | 'topic'>,
): Handoff => ({
  id: handoffId(turn, now),
  status: 'open',
  ...about,
  isUrgent: about.danger !== undefined,
  openedAt: now,
  heardAt: now,
  waitingSince: now,
  replyBy: office.replyBy,
  dueAt: about.danger === undefined ? office.replyBy : now + DANGER_AGAIN_MS,
  escalations: 0,
  toldPassedOn: false,
  toldLate: false,
  actions: [],
});

/** The handoff that staff still have to do with, if there is one. */
export const pendingHandoff = (handoff: HandoffState): Handoff | undefined =>
  handoff.status === 'open' || handoff.status === 'claimed' ? handoff : undefined;

/** The family is here again, without a wish: it has only tapped to read an answer. */
export const seenAgain = ({ announcedAt: _, ...rest }: Handoff, now: number): Handoff => ({ ...rest, heardAt: now });

/** The family has written again: somebody waits from now on, if nobody did. */
export const heardAgain = (handoff: Handoff, now: number, office: OfficeTime): Handoff => {
  const seen = seenAgain(handoff, now);
  return seen.waitingSince === undefined
    ? { ...seen, waitingSince: now, replyBy: office.replyBy, dueAt: office.replyBy }
    : seen;
};

/** Nobody waits any more. */
export const notWaiting = ({ waitingSince: _, replyBy: __, dueAt: ___, ...rest }: Handoff): Handoff => ({
  ...rest,
  escalations: 0,
  toldLate: false,
});

/** The handoff with the result of one more action. */
export const withAction = (handoff: Handoff, outcome: ActionOutcome): Handoff => ({
  ...handoff,
  actions: [...handoff.actions, outcome].slice(-MOST_ACTIONS),
});
