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
 * - `danger_unsure`: it may be danger: worth asking, not worth alarm.
 * - `words`: the whole text is a command or small talk.
 * - `topic`: best candidate is good enough to answer with.
 * - `unsure`: some candidates are worth offering.
 * - `unknown`: nothing fits.
 */
export type Understanding = {
  readonly lang: Lang;
  /**
   * How sure the language is; `none` where the text gives no hint (digits, emoji, one foreign word), `foreign`
   * where it is in a language that Homeroom does not speak.
   */
  readonly langCertainty: 'sure' | 'likely' | 'none' | 'foreign';
  /** At most ten, best first. */
  readonly candidates: readonly Candidate[];
  /** Further questions in the same text, each clear enough to answer; none where there is only one. */
  readonly also?: readonly TopicId[];
} & (
  | { readonly kind: 'danger' | 'danger_unsure'; readonly danger: Danger }
  | { readonly kind: 'words'; readonly group: WordGroup }
  | { readonly kind: 'topic' | 'unsure' | 'unknown' }
);

/** The port of the understanding: `lang` is what the person wrote in so far. */
export type Understand = (text: string, context: { readonly lang?: Lang }) => Understanding;
