import type { StoredHandoff, Turn, UnansweredQuestion } from '#app/ports.ts';
import type { Role, StaffRef } from '#core/handoff.ts';
import type { ContactId, HandoffId, NumberId, StaffId, TopicId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';

/** A piece of a longer list; `cursor` asks for the next one. It is opaque and holds nothing secret. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

/** What the desk reads of conversations. Each list is one query. */
export interface HandoffStore {
  /** Open and claimed ones of a number: urgent first, then the longest waiting, then those where nobody waits. Maybe a moment old. */
  waiting(number: NumberId, limit: number, cursor?: string): Promise<Page<StoredHandoff>>;
  /** Resolved ones of a number, the newest first. Maybe a moment old. */
  resolved(number: NumberId, limit: number, cursor?: string): Promise<Page<StoredHandoff>>;
  /** What a number's handoffs have become since a time (`changedAt` greater or equal), the oldest change first. Maybe a moment old. */
  changedSince(number: NumberId, since: number, limit: number): Promise<readonly StoredHandoff[]>;
  /** Strongly consistent. */
  handoff(contact: ContactId, id: HandoffId): Promise<StoredHandoff | undefined>;
  /** The turns before a number, the newest first; all of them without it. Strongly consistent. */
  turnsBefore(contact: ContactId, before: number | undefined, limit: number): Promise<readonly Turn[]>;
  /** Questions that the bot could not answer since a time, the newest first. */
  questions(number: NumberId, since: number, limit: number): Promise<readonly UnansweredQuestion[]>;
  /** @returns false where there is no such question any more */
  linkQuestion(number: NumberId, at: number, contact: ContactId, turn: number, topic: TopicId): Promise<boolean>;
}

/** A member of staff. */
export interface StaffMember extends StaffRef {
  readonly email?: string;
  readonly role: Role;
  /** Ids of the schools that they belong to. */
  readonly schools: readonly string[];
  readonly isActive: boolean;
}

export interface StaffStore {
  /** Strongly consistent: a role that was just taken away is gone. */
  person(id: StaffId): Promise<StaffMember | undefined>;
  people(): Promise<readonly StaffMember[]>;
  savePerson(person: StaffMember): Promise<void>;
}

/** Who saw, claimed, answered, exported what. Entries are only ever added. */
export interface RecordEntry {
  readonly at: number;
  readonly by: StaffId;
  readonly name: string;
  /** A word such as `thread_seen` or `reply`. */
  readonly what: string;
  /** The code by which colleagues speak of the family; its id would outlast the family. */
  readonly family?: string;
  readonly handoff?: HandoffId;
}

export interface StaffRecord {
  append(entry: RecordEntry): Promise<void>;
  /** The newest first. */
  read(limit: number, cursor?: string): Promise<Page<RecordEntry>>;
}

/** Thrown where no translation can be had now: the service is down, slow, or does not know the language. */
export class TranslationFailedError extends Error {
  override readonly name = 'TranslationFailedError';
}

/** A translation service. */
export interface Translator {
  /** @throws TranslationFailedError */
  translate(text: string, from: Lang, to: Lang): Promise<string>;
}

/** A file that a family sent. */
export interface MediaFile {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** Where files of families are fetched from. */
export interface MediaStore {
  /** `gone`: WhatsApp no longer has it. `too_large`: more than `mostBytes`. */
  fetch(mediaId: string, mostBytes: number): Promise<MediaFile | 'gone' | 'too_large'>;
}
