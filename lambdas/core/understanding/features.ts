import { wordsOf } from './normalise.ts';

/** Buckets that features are hashed into. 2^14 lost nothing against unhashed features (CLINC150, 2026-11). */
export const BUCKETS = 2 ** 14;
const WORD_WEIGHT = 0.6;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const SPACE = 32;

/** FNV-1a, 32 bits, of one more UTF-16 unit. */
const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

const hashedText = (hash: number, text: string, start = 0, end = text.length): number => {
  let after = hash;
  for (let index = start; index < end; index += 1) after = hashed(after, text.charCodeAt(index));
  return after;
};

const seeded = (seed: number): number => 0x811c9dc5 ^ seed;
const WORD = seeded(1);
const PAIR = seeded(2);
const GRAM = seeded(3);

/** A hash cut to a bucket. */
const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1);

/**
 * A text as its features, before a model weighs them: computed once, however many models look at it. The
 * buckets that its words fall into, then those of its letters, each block in the order of first appearance.
 */
export interface Features {
  readonly buckets: readonly number[];
  readonly counts: readonly number[];
  /** How many of the buckets are the words'. */
  readonly wordBuckets: number;
}

// One slot for each bucket, empty between two calls: a map would take most of the time that counting takes.
const slots = new Uint32Array(BUCKETS);

const countInto = (buckets: number[], counts: number[], bucketsWithRepeats: readonly number[]): void => {
  const first = buckets.length;
  for (const bucket of bucketsWithRepeats) {
    const before = slots[bucket] ?? 0;
    if (before === 0) buckets.push(bucket);
    slots[bucket] = before + 1;
  }
  for (let at = first; at < buckets.length; at += 1) {
    const bucket = buckets[at] ?? 0;
    counts.push(slots[bucket] ?? 0);
    slots[bucket] = 0;
  }
};

const wordBucketsOf = (words: readonly string[]): number[] => {
  const buckets: number[] = [];
  let previous = '<';
  for (const word of words) {
    buckets.push(
      bucketOf(hashedText(WORD, word)),
      bucketOf(hashedText(hashed(hashedText(PAIR, previous), SPACE), word)),
    );
    previous = word;
  }
  buckets.push(bucketOf(hashedText(hashed(hashedText(PAIR, previous), SPACE), '>')));
  return buckets;
};

const gramBucketsOf = (words: readonly string[]): number[] => {
  const buckets: number[] = [];
  for (const word of words) {
    const marked = `<${word}>`;
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size += 1) {
      for (let start = 0; start + size <= marked.length; start += 1) {
        buckets.push(bucketOf(hashedText(GRAM, marked, start, start + size)));
      }
    }
  }
  return buckets;
};

/** The features of a normalised text's words: words and pairs of words, and runs of 3–5 letters within words. */
export const featuresOf = (words: readonly string[]): Features => {
  const buckets: number[] = [];
  const counts: number[] = [];
  countInto(buckets, counts, wordBucketsOf(words));
  const wordBuckets = buckets.length;
  countInto(buckets, counts, gramBucketsOf(words));
  return { buckets, counts, wordBuckets };
};

/** Sparse vector: bucket numbers and their values. */
export interface Vector {
  readonly buckets: readonly number[];
  readonly values: Float64Array;
}

/** How rare each bucket is among the training questions: one byte each, 0 = never seen, and what a byte weighs. */
export interface Rarity {
  readonly bytes: Uint8Array;
  readonly weights: Float64Array;
}

export const rarityOf = (bytes: Uint8Array, scale: number): Rarity => {
  let rarest = 1;
  for (let bucket = 0; bucket < bytes.length; bucket += 1) rarest = Math.max(rarest, bytes[bucket] ?? 0);
  // A feature that training never saw weighs like the rarest one: it dilutes what is known.
  return { bytes, weights: Float64Array.from({ length: 256 }, (_, byte) => (byte || rarest) * scale) };
};

const weighBlock = (
  values: Float64Array,
  { buckets, counts }: Features,
  [start, end]: readonly [number, number],
  { bytes, weights }: Rarity,
  blockWeight: number,
): void => {
  let squares = 0;
  for (let at = start; at < end; at += 1) {
    const count = counts[at] ?? 1;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (weights[bytes[buckets[at] ?? 0] ?? 0] ?? 0);
    values[at] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let at = start; at < end; at += 1) values[at] = ((values[at] ?? 0) / length) * blockWeight;
};

/**
 * Features as numbers: each block, words and letters, scaled to its own length (see `BUCKETS` for the
 * measurements behind the choice).
 */
export const weigh = (features: Features, rarity: Rarity): Vector => {
  const { buckets, wordBuckets } = features;
  const values = new Float64Array(buckets.length);
  weighBlock(values, features, [0, wordBuckets], rarity, WORD_WEIGHT);
  weighBlock(values, features, [wordBuckets, buckets.length], rarity, 1 - WORD_WEIGHT);
  return { buckets, values };
};

/** The buckets that a normalised text falls into, each once, without weights. */
export const bucketsOf = (normalised: string): readonly number[] => [
  ...new Set(featuresOf(wordsOf(normalised)).buckets),
];

/** A normalised text as numbers. */
export const vectorOf = (normalised: string, rarity: Rarity): Vector => weigh(featuresOf(wordsOf(normalised)), rarity);
