import type { ContactId, NumberId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';
import type { RequestId } from '#core/request.ts';

/** A mail as it leaves: one subject, and the same words as plain text and as HTML. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A request on its way to one address. */
export interface OutgoingRequest extends ComposedMail {
  readonly to: string;
  /** As the sender is called: "Homeroom for Riverbend High School". */
  readonly fromName: string;
  /** Names the thread; answers and bounces go to the address that is made of it. */
  readonly token: string;
}

/**
 * What became of a mail that was given to be sent. `refused`: it was not taken, and will not be. `later`: it was not
 * taken now. `unknown`: the answer was lost, it may have been taken.
 */
export type MailOutcome =
  | { readonly kind: 'accepted'; readonly id: string }
  | { readonly kind: 'refused' | 'later' | 'unknown'; readonly error: string };

export interface RequestMailer {
  /** One try. Never throws for what the service answers. */
  send(mail: OutgoingRequest): Promise<MailOutcome>;
}

/** What stands behind the address that a request's answers go to. */
export interface ReplyAddress {
  readonly contact: ContactId;
  readonly number: NumberId;
  readonly request: RequestId;
  readonly lang: Lang;
}

/**
 * Whether a request may be given to be sent now. `go`: yes, the attempt is written down. `busy`: somebody is at it.
 * `sent`: it was taken before. `given_up`: the outcome of two attempts stayed unknown.
 */
export type SendPermit = 'go' | 'busy' | 'sent' | 'given_up';

/** The addresses that answers come back to, one for each request, and what was sent from them. */
export interface ReplyAddresses {
  /** Makes the address unless it is there, and writes an attempt down; see `SendPermit`. */
  beginSending(token: string, address: ReplyAddress, now: number): Promise<SendPermit>;
  /** The attempt does not count: nothing was sent. */
  releaseSending(token: string): Promise<void>;
  /** It was sent; nobody sends it again. */
  markSent(token: string, mailId: string): Promise<void>;
  /** Strongly consistent. */
  find(token: string): Promise<ReplyAddress | undefined>;
  /** Counts a mail that came to the address. @returns how many different ones have come within this clock hour */
  countMail(token: string, mailId: string, now: number): Promise<number>;
  /** Removes every address of a person. */
  forget(contact: ContactId): Promise<void>;
}

/** The bytes of a mail, from its beginning. */
export interface RawMail {
  readonly bytes: Uint8Array;
  /** False where there is more than was asked for. */
  readonly isWhole: boolean;
}

/** A file that is kept for the desk. */
export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** Mails as they came in, and the files that came with them. */
export interface MailStore {
  /** At most so many bytes of a mail; undefined where it is there no more. */
  raw(key: string, mostBytes: number): Promise<RawMail | undefined>;
  removeRaw(key: string): Promise<void>;
  /** Keys of mails that came in before a time and are still there, some at once. */
  leftOver(before: number): Promise<readonly string[]>;
  saveFile(key: string, file: KeptFile): Promise<void>;
  /** Undefined where it is there no more. */
  file(key: string): Promise<KeptFile | undefined>;
  /** Removes every file of a person. */
  forget(contact: ContactId): Promise<void>;
}

/** A file as a mail brought it: name and type are the sender's word. */
export interface MailFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** A mail taken apart. Nothing of it is proven but what `headers` hold at their top. */
export interface ReadMail {
  /** The same for the same mail, however often it comes. */
  readonly id: string;
  /** In small letters; empty where there is none. */
  readonly from: string;
  /** Every address that it was sent to, in small letters. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** The newest first, as they stand in the mail: by name in small letters. */
  headers(name: string): readonly string[];
  /** Of a machine's report on a mail: that it could not be delivered, is late, was delivered, or is not wanted. */
  readonly report?: 'failed' | 'delayed' | 'delivered' | 'complaint';
  /** All visible words. */
  readonly text: string;
  /** Those that are new: without what is quoted, and without signature. */
  readonly reply: string;
  readonly files: readonly MailFile[];
  /** False where it could not be taken apart: only the recipients are known then. */
  readonly isReadable: boolean;
}

export interface MailReader {
  /** Never throws, whatever it is given. */
  read(raw: Uint8Array): Promise<ReadMail>;
}
