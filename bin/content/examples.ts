import { DANGERS } from '#core/content.ts';
import type { Features } from '#core/understanding/features.ts';
import { ANY_DANGER, dangerClass } from '#core/understanding/match-topics.ts';
import { normalise, wordsOf } from '#core/understanding/normalise.ts';
import type { WrittenLanguage } from './read-content.ts';
import type { Example } from './train-svm.ts';

/**
 * A text to learn from. Questions, danger and what is out of scope are what people write: they are also what the
 * confidence is fitted on. Cues and sentences of the answers only teach words. What only sounds like danger tells
 * of no danger, and nothing more: it may well be a question of ours.
 */
export interface WrittenExample {
  readonly text: string;
  readonly from: 'question' | 'danger' | 'lookalike' | 'foreign' | 'cue' | 'answer';
  /** The topic, or the kind of danger as a class of the model; none where it is about nothing of ours. */
  readonly label?: string;
}

/** The cues of a topic; `*` at the end of a word means any ending, and teaches its beginning. */
export const cuesOf = (written: string | undefined): readonly string[] =>
  (written ?? '')
    .split(/[,،、，;؛\n]/u)
    .map((cue) => cue.replaceAll('*', '').trim())
    .filter((cue) => normalise(cue) !== '');

const sentencesOf = (body: string): readonly string[] =>
  body
    .replace(/\{\{[^|{}]*\|([^{}]*)\}\}/g, '$1')
    .split(/[.!?\n؟。！？]+/u)
    .filter((line) => wordsOf(normalise(line)).length > 1);

/** A phrase as somebody might write it. */
const withoutSigns = (phrase: string): string =>
  phrase.replaceAll('...', ' ').replaceAll('*', '').replace(/\s+/g, ' ').trim();

/** Everything that a language's matcher learns from. */
export const examplesOf = (language: WrittenLanguage): readonly WrittenExample[] => [
  ...language.topics.flatMap(({ topic: { id: label }, front, source }): WrittenExample[] => [
    ...front.questions.map((text) => ({ text, from: 'question', label }) as const),
    ...cuesOf(front.cues).map((text) => ({ text, from: 'cue', label }) as const),
    ...[front.title, ...sentencesOf(source.body)].map((text) => ({ text, from: 'answer', label }) as const),
  ]),
  ...language.safety.flatMap(({ danger, front }): WrittenExample[] => [
    ...front.examples.map((text) => ({ text, from: 'danger', label: dangerClass(danger) }) as const),
    ...[...new Set([...front.phrases, ...front.hints].map(withoutSigns))].map(
      (text) => ({ text, from: 'cue', label: dangerClass(danger) }) as const,
    ),
    ...front.lookalikes.map((text) => ({ text, from: 'lookalike' }) as const),
  ]),
  ...language.outOfScope.map((text) => ({ text, from: 'foreign' }) as const),
];

const DANGER_CLASSES = [...DANGERS.map(dangerClass), ANY_DANGER];

/** An example as training wants it. */
export const exampleOf = (written: WrittenExample, features: Features): Example => ({
  features,
  labels: labelsOf(written),
  ...(written.from === 'lookalike' ? { about: DANGER_CLASSES } : {}),
});

/** The classes that an example is one of. */
const labelsOf = ({ label }: WrittenExample): readonly string[] => {
  if (label === undefined) return [];
  return label.startsWith(`${ANY_DANGER}:`) ? [label, ANY_DANGER] : [label];
};

/** Two texts with this share of their words in common are one question in two wordings. */
const ALIKE = 0.6;

const wordSet = (text: string) => new Set(wordsOf(normalise(text)));

const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return common / (one.size + other.size - common || 1);
};

/**
 * For each example the part (0 to `parts` - 1) with which it is held out. Wordings of one question go together:
 * a model that has seen one of them is not asked another. Cues and answers belong to no part (-1): they only teach.
 */
export const partsOf = (examples: readonly WrittenExample[], parts: number): readonly number[] => {
  const families: { readonly label: string | undefined; readonly words: ReadonlySet<string>; readonly part: number }[] =
    [];
  const byLabel = new Map<string | undefined, typeof families>();
  const sizes = new Map<string | undefined, number>();
  return examples.map(({ text, from, label }) => {
    if (from === 'cue' || from === 'answer') return -1;
    const words = wordSet(text);
    const known = byLabel.get(label) ?? [];
    byLabel.set(label, known);
    // What is out of scope has no families worth the search among hundreds of lines.
    const family = label === undefined ? undefined : known.find((one) => likeness(one.words, words) >= ALIKE);
    const count = sizes.get(label) ?? 0;
    if (!family) sizes.set(label, count + 1);
    const part = family?.part ?? count % parts;
    known.push({ label, words, part });
    return part;
  });
};
