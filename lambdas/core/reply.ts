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

/**
 * What to say, without knowing any channel. One reply is one message unless it is too long for one.
 * WhatsApp bills each message delivered.
 */
export interface Reply {
  /** Why it is said: `safety` is never dropped or merged away, whatever comes after. */
  readonly purpose: 'answer' | 'choices' | 'safety' | 'notice';
  readonly lang: Lang;
  readonly body: string;
  readonly choices: readonly Choice[];
  /** The words on the button that opens a list of choices, in `lang`. */
  readonly choicesLabel: string;
  /** The parent's message that this answers, quoted above it. */
  readonly quotes?: MessageId;
}
