import type { Danger, WordGroup } from '../content.ts';
import type { TopicId } from '../ids.ts';
import type { Lang } from '../language.ts';

/** A topic that a text may be about. `confidence` is 0–1 and comparable between texts and languages. */
export interface Candidate {
  readonly topic: TopicId;
  readonly confidence: number;
}

/**
 * What a text means to Homeroom.
 * - `danger`: words that tell of danger; the most urgent one found.
 * - `words`: the whole text is a command or small talk.
 * - `topic`: best candidate is good enough to answer with.
 * - `unsure`: some candidates are worth offering.
 * - `unknown`: nothing fits.
 */
export type Understanding = {
  readonly lang: Lang;
  /** How sure the language is; `none` where the text gives no hint (digits, emoji, one foreign word). */
  readonly langCertainty: 'sure' | 'likely' | 'none';
  /** At most ten, best first. */
  readonly candidates: readonly Candidate[];
} & (
  | { readonly kind: 'danger'; readonly danger: Danger }
  | { readonly kind: 'words'; readonly group: WordGroup }
  | { readonly kind: 'topic' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'unknown' }
);

/** The port of understanding: pure, total, no model service. */
export type Understand = (text: string, context: { readonly lang?: Lang }) => Understanding;
