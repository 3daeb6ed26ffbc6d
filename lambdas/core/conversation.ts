import type { Child } from './directory.ts';
import type { FlowState } from './flows/flow.ts';
import type { HandoffState } from './handoff.ts';
import type { ContactId, TopicId } from './ids.ts';
import type { Address } from './inbound.ts';
import type { Lang } from './language.ts';
import type { EventTalk } from './opportunities/event-talk.ts';
import type { Outreach } from './outreach/outreach.ts';
import type { Choice } from './reply.ts';
import type { FamilyRequest } from './request.ts';

/** What lasts: kept when the turns have expired, written only when it changes. */
export interface Profile {
  readonly address: Address;
  /**
   * The language to answer in, and how we know: `chosen` by the person, `detected` from what they wrote, or
   * only `guessed` because that gave no hint.
   */
  readonly language?: { readonly lang: Lang; readonly source: 'chosen' | 'detected' | 'guessed' };
  /** `stopped` after STOP: nothing is sent but the safety text, until START. */
  readonly consent: { readonly status: 'unasked' | 'started' | 'stopped'; readonly at: number };
  readonly welcomedAt?: number;
  /** Told by the family where a task needed it; absent until then. */
  readonly children?: readonly Child[];
  /** What the family plans to come to, and what it agreed to be sent; absent where that is nothing. */
  readonly outreach?: Outreach;
  /** Ids that the person had before WhatsApp gave them a new one: what was kept under them is theirs too. */
  readonly formerly?: readonly ContactId[];
}

/** How much the bot has said lately, so that two machines never talk to each other without end. */
export interface Pace {
  readonly tenMinutesFrom: number;
  readonly inTenMinutes: number;
  readonly dayFrom: number;
  readonly inDay: number;
}

/** Free words that follow each other fast: since when, and the last of them. */
export interface Burst {
  readonly from: number;
  readonly lastAt: number;
}

/**
 * All that Homeroom knows of a talk between two turns. Plain data that survives JSON unchanged; the
 * store writes and reads it as such.
 */
export interface Conversation {
  readonly profile: Profile;
  readonly handoff: HandoffState;
  /** The choices of the last reply, so that typing `2` or the words of a choice counts as a tap. */
  readonly offered: readonly Choice[];
  readonly lastTopic?: TopicId;
  /** A task of several turns that is not finished. */
  readonly flow?: FlowState | undefined;
  /** The child spoken of last, by its id in the profile. */
  readonly lastChild?: string;
  /** What the family asked the school for, the newest last. */
  readonly requests?: readonly FamilyRequest[];
  /** What was last said of what is coming up, and asked about it. */
  readonly eventTalk?: EventTalk | undefined;
  /** When Homeroom wrote of its own accord in the last seven days, the newest last. */
  readonly outreachSentAt?: readonly number[];
  /** When the family was last told that status, numbers and addresses are not needed. */
  readonly notNeededAt?: number;
  /** When the family was asked whether everything about it is to be deleted. */
  readonly eraseAskedAt?: number | undefined;
  /** What came close besides the last answer, to offer where that was not it. */
  readonly alternatives: readonly TopicId[];
  /** When the parent last wrote, by WhatsApp's clock: the 24-hour window counts from here. */
  readonly lastInboundAt: number;
  /** Marks of the messages seen last, see `seen.ts`. */
  readonly seen: readonly string[];
  /** Marks of what else came in: actions of staff, and times that fell due. */
  readonly seenActions: readonly string[];
  readonly pace: Pace;
  readonly burst: Burst;
}

/** The conversation of somebody who has never written. */
export const newConversation = (address: Address): Conversation => ({
  profile: { address, consent: { status: 'unasked', at: 0 } },
  handoff: { status: 'none' },
  offered: [],
  alternatives: [],
  lastInboundAt: 0,
  seen: [],
  seenActions: [],
  pace: { tenMinutesFrom: 0, inTenMinutes: 0, dayFrom: 0, inDay: 0 },
  burst: { from: 0, lastAt: 0 },
});

/** The conversation of somebody whose turns have expired. */
export const resumedConversation = (profile: Profile): Conversation => ({
  ...newConversation(profile.address),
  profile,
});
