import type { Grade } from '../directory.ts';
import type { Lang } from '../language.ts';
import type { Category, OccurrenceRef } from '../opportunities/opportunity.ts';
import type { Outcome, Party } from '../opportunities/seats.ts';

/**
 * What Homeroom writes of its own accord. Each kind passes `admit`.
 * - `correction`: an event that the family planned to come to is cancelled, moved, or has a place for it now.
 * - `reminder`, `afterwards`: of an event that the family planned to come to.
 * - `news`: something came up that the family asked to be told of.
 * - `digest`, `tip`, `survey`: what the family follows.
 */
export const OUTREACH_KINDS = ['correction', 'reminder', 'afterwards', 'news', 'digest', 'tip', 'survey'] as const;
export type OutreachKind = (typeof OUTREACH_KINDS)[number];

/** What a family can agree to get without asking each time. */
export const FOLLOWS = ['digest', 'tip', 'survey', 'news'] as const;
export type Follow = (typeof FOLLOWS)[number];

/** That a family agreed: when, to which words, in which language. */
export interface Consent {
  readonly at: number;
  /** The name of the text that it agreed to, in `events.yaml`. */
  readonly words: string;
  readonly lang: Lang;
  /** The turn in which it did. */
  readonly turn: number;
}

/** One occurrence that a family plans for. */
export interface Plan extends OccurrenceRef {
  /** As the family was told last. Where it has moved, the family is told. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Absent: only a reminder was asked for. */
  readonly seat?: 'yes' | 'waiting';
  readonly party?: Party;
  /** Moments at which to remind, still to come, as wished: quiet hours are looked at when they come. */
  readonly remindAt: readonly number[];
  /** When `remindAt` was last set: nothing goes out at a moment before it. */
  readonly setAt: number;
  readonly consent: Consent;
  /** A place came free for it, which the family has not been told yet. */
  readonly isSeatNews?: boolean;
  readonly cameAt?: number;
  /** That it was asked how it was. */
  readonly askedAt?: number;
  readonly outcome?: Outcome;
}

/** What a family looks for and is to be told of. */
export interface Wish {
  readonly category?: Category;
  readonly at: number;
}

/** All that Homeroom may write of its own accord, kept with the profile. */
export interface Outreach {
  /** At most 12; the oldest past ones go first. */
  readonly plans: readonly Plan[];
  readonly follows: Readonly<Partial<Record<Follow, Consent>>>;
  readonly wishes: readonly Wish[];
  /** When each thing that comes regularly was last sent or skipped. */
  readonly lastAt: Readonly<Partial<Record<Follow, number>>>;
  /** Surveys that were asked or answered, the newest last; at most 12. */
  readonly surveys: readonly SurveyTaken[];
  /** Ids of opportunities of which news was sent; at most 40. */
  readonly told: readonly string[];
  /** When digests, tips and surveys were sent in the last seven days. */
  readonly regularAt?: readonly number[];
}

export interface SurveyTaken {
  readonly survey: string;
  readonly askedAt: number;
  /** Index of the answer to each question so far. */
  readonly answers: readonly number[];
  /** It came at a time at which nothing more could be written: it is asked when it may be. */
  readonly isOwed?: boolean;
  /** That the family was told what others said. */
  readonly isTold?: boolean;
}

export const NO_OUTREACH: Outreach = { plans: [], follows: {}, wishes: [], lastAt: {}, surveys: [], told: [] };

/** Bands that weekly tips are written for. */
export const TIP_BANDS = ['early', 'elementary', 'middle', 'high'] as const;
export type TipBand = (typeof TIP_BANDS)[number];
export const bandOf = (grade: Grade): TipBand => {
  if (grade === 'pk' || grade === 'k' || grade === '1' || grade === '2') return 'early';
  if (grade === '3' || grade === '4' || grade === '5') return 'elementary';
  return grade === '6' || grade === '7' || grade === '8' ? 'middle' : 'high';
};

/** A tip of the week: a fact, something to do today without cost in under ten minutes, a step further. */
export interface Tip {
  readonly fact: string;
  readonly activity: string;
  readonly further: string;
}

/** One to three questions to families who follow surveys. */
export interface Survey {
  readonly id: string;
  readonly version: number;
  /** `draft` → `running` → `stopped` ↔ `running` → `closed`. */
  readonly state: 'draft' | 'running' | 'stopped' | 'closed';
  readonly questions: readonly SurveyQuestion[];
  readonly audience: SurveyAudience;
  /** Answers after this are told that it is over. */
  readonly closesAt: number;
  /** Results as whole percents, by question and answer, once it is closed; families who answered are told them. */
  readonly results?: readonly (readonly number[])[];
}

export interface SurveyQuestion {
  /** Words by language; a family whose language is missing is not asked. */
  readonly texts: Readonly<Partial<Record<Lang, { readonly question: string; readonly answers: readonly string[] }>>>;
}

/** Whom a survey goes to; an empty list is everybody who follows surveys. */
export interface SurveyAudience {
  readonly schools: readonly string[];
  readonly grades: readonly Grade[];
  readonly languages: readonly Lang[];
}

export const TEMPLATE_STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled', 'missing'] as const;
export const TEMPLATE_CATEGORIES = ['utility', 'marketing', 'authentication'] as const;

/** How a template of WhatsApp stands, as its webhooks and answers have told. Absent: nothing has been heard, and it is tried. */
export interface TemplateState {
  readonly status: (typeof TEMPLATE_STATUSES)[number];
  /** `marketing` is not delivered to U.S. numbers. */
  readonly category?: (typeof TEMPLATE_CATEGORIES)[number];
  readonly at: number;
}
/** By name and WhatsApp's language code: `event_reminder:es`. */
export type TemplateStates = Readonly<Record<string, TemplateState>>;
export const templateKey = (name: string, language: string): string => `${name}:${language}`;

/** When families are not written to besides the night: a holy day, a national day of mourning. */
export interface Observance {
  readonly name: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
}
