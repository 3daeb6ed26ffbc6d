import type { Conversation } from './conversation.ts';
import type { Effect, Outcome } from './decision.ts';
import type { Translation } from './handoff.ts';
import type { MailReceived } from './inbound.ts';
import type { Reply } from './reply.ts';
import type { Speaker } from './speak.ts';

/** What an event other than a message of the family comes to. */
export interface Acted {
  readonly conversation: Conversation;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  readonly outcome: Outcome;
}

const isByMachine = (translation: Translation): boolean => translation === 'machine' || translation === 'checked';

/** Words around a person's words, so that the family knows who writes and how the words came to be. */
export const signed = (words: Pick<MailReceived, 'text' | 'translation'>, by: string, speaker: Speaker): string =>
  [
    words.text,
    `— ${by}`,
    ...(isByMachine(words.translation) ? [`_${speaker.words('machineTranslated')}_`] : []),
    ...(words.translation === 'none' ? [`_${speaker.words('notTranslated')}_`] : []),
  ].join('\n\n');
