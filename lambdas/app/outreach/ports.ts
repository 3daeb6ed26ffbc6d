import type { ContactId, NumberId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';
import type { Follow, Observance, Survey, TemplateState } from '#core/outreach/outreach.ts';

/** What senders must know of a family, kept beside its profile: written by turns, the newest turn wins. */
export interface StoredOutreach {
  readonly contact: ContactId;
  readonly number: NumberId;
  /** The turn that wrote it. */
  readonly turn: number;
  /** When Homeroom next has something to write; absent where nothing is planned. */
  readonly dueAt?: number;
  readonly lang: Lang;
  readonly schools: readonly string[];
  readonly grades: readonly string[];
  readonly follows: readonly Follow[];
}

/** Where senders look up whom to write to. */
export interface OutreachStore {
  /** Writes it, unless a later turn has; one that follows nothing and waits for nothing is removed. */
  saveOutreach(outreach: StoredOutreach): Promise<void>;
  /** Removes it, for when a family is erased or goes on under another id. */
  dropOutreach(contact: ContactId): Promise<void>;
  /** Those of a number whose `dueAt` is not later than `now`, the earliest first. Maybe a moment old. */
  outreachDue(number: NumberId, now: number, limit: number): Promise<readonly StoredOutreach[]>;
  /** All of a number who follow something, in an order that never changes, from a cursor on. */
  followers(
    number: NumberId,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly StoredOutreach[]; readonly cursor?: string }>;
}

/** How far a survey has been sent out on one number. Forward only. */
export interface Campaign {
  readonly survey: string;
  readonly number: NumberId;
  readonly version: number;
  /** Where to go on; absent at the beginning. */
  readonly cursor?: string;
  readonly asked: number;
  readonly isDone: boolean;
}

/** The answers to a survey, without names: who answered is known to the family's own conversation alone. */
export interface SurveyStore {
  /** Writes a survey if the version before it is the stored one. @returns false where somebody was faster */
  saveSurvey(survey: Survey): Promise<boolean>;
  campaign(survey: string, number: NumberId): Promise<Campaign | undefined>;
  /** @returns false where somebody was faster */
  saveCampaign(campaign: Campaign): Promise<boolean>;
  /** Counts a family's answers once, whatever comes twice. `key` tells two families apart and tells no one who it is. */
  saveAnswers(survey: string, key: string, answers: readonly number[], lang: Lang): Promise<void>;
  answers(survey: string): Promise<readonly { readonly answers: readonly number[]; readonly lang: Lang }[]>;
}

/** What was heard of a template, and when. */
export type TemplateWord = Partial<Omit<TemplateState, 'at'>> & Pick<TemplateState, 'at'>;

/** How WhatsApp's templates stand, and when families are not written to. */
export interface OutreachSettingsStore {
  /** The newest word on a template's status wins, and so of its category; what is left out stays as it is. */
  saveTemplateState(key: string, change: TemplateWord): Promise<void>;
  saveObservances(observances: readonly Observance[]): Promise<void>;
}
