/** What became of messages, and how they came to be, in the words of staff. */
import type { ThreadEntry } from '#contract/desk-api.ts';
import type { Translation } from '#core/handoff.ts';

type StaffEntry = Extract<ThreadEntry, { kind: 'staff' }>;
type Delivery = StaffEntry['delivery'];

/** Delivery in words, and whether somebody should look. */
export const DELIVERIES: Readonly<Record<Delivery, { readonly words: string; readonly isTrouble: boolean }>> = {
  sending: { words: 'On its way', isTrouble: false },
  waiting: { words: 'Goes out in a moment', isTrouble: false },
  sent: { words: 'Sent', isTrouble: false },
  failed: { words: 'Did not arrive', isTrouble: true },
  held: { words: 'Ready; goes out when the family writes or taps', isTrouble: false },
  unknown: { words: 'Not known yet whether it arrived', isTrouble: false },
  given_up: { words: 'Was not sent', isTrouble: true },
};

/** Where English comes from. */
export const SOURCES = { machine: 'Machine translation', content: 'Reviewed text' } as const;

/** How the words that the family reads came to be. */
export const TRANSLATION_WORDS: Readonly<Record<Translation, string>> = {
  same: 'Written in English',
  machine: 'Machine translation; the family was told so',
  checked: 'Machine translation, checked by somebody who reads it',
  saved: 'Saved reply',
  none: 'Sent in English; the family was told so',
};
