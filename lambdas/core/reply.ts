import type { MessageId } from './ids.ts';
import type { Lang } from './language.ts';

/** Something to tap. `id` comes back when tapped; it means the same whenever it is tapped. */
export interface Choice {
  /** Printable ASCII without spaces, at most 200 characters. */
  readonly id: string;
  /** The words to tap. Beyond WhatsApp's 20 (button) or 24 (row) characters rendering finds another form. */
  readonly title: string;
  readonly description?: string;
}

/** An approved template with one button, by its name and one of the languages that it exists in. */
export interface Announcement {
  readonly template: string;
  /** WhatsApp's code of the language, such as `pt_BR`. */
  readonly language: string;
  /** Comes back when its button is tapped. */
  readonly choice: string;
  /** What its text has places for, by their names: no line breaks in them. */
  readonly parameters?: readonly { readonly name: string; readonly text: string }[];
  /** That it says all there is to say: the reply itself is then not sent later. */
  readonly isWhole?: boolean;
}

/** A file that goes with a reply: the reply's text stands below it. */
export interface ReplyDocument {
  /** With its ending: `calendar.ics`. */
  readonly fileName: string;
  readonly mimeType: string;
  readonly text: string;
  /** What stands below the reply's text where the file cannot be sent: words with a link that does the same. */
  readonly instead?: string;
}

/**
 * What to say, without knowing any channel. One reply is one message unless it is too long for one.
 * WhatsApp bills each message delivered.
 */
export interface Reply {
  /** Why it is said: `safety` is never dropped or merged away, whatever comes after; `staff` are a person's words. */
  readonly purpose: 'answer' | 'choices' | 'safety' | 'notice' | 'staff';
  readonly lang: Lang;
  readonly body: string;
  readonly choices: readonly Choice[];
  /** The words on the button that opens a list of choices, in `lang`. */
  readonly choicesLabel: string;
  /** An approved template of WhatsApp that says it is ready, sent in its place while the 24-hour window is closed. */
  readonly announcement?: Announcement;
  /** Sent as this file, with the body as its caption; choices then follow as a reply of their own. */
  readonly document?: ReplyDocument;
  /** Not sent after this moment: it would come too late to be of use. */
  readonly until?: number;
  /** The parent's message that this answers, quoted above it. */
  readonly quotes?: MessageId;
}
