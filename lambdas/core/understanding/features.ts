import { isHan, wordsOf } from './normalise.ts';

/** Buckets that features are hashed into. 2^14 lost nothing against 2^17 (CLINC150, 2026-11). */
export const BUCKETS = 2 ** 14;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
/** Chinese words have one to four characters. */
const LONGEST_HAN_GRAM = 4;
/** Two words count as said together if at most so many stand between them. */
const TOGETHER = 6;
const SPACE = 32;

/** FNV-1a, 32 bits, of one more UTF-16 unit. */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

const hashedText = (hash: number, text: string, start = 0, end = text.length): number => {
  let after = hash;
  for (let index = start; index < end; index += 1) after = hashed(after, text.charCodeAt(index));
  return after;
};

const seeded = (seed: number): number => 0x811c9dc5 ^ seed;
const WORD = seeded(1);
const PAIR = seeded(2);
const GRAM = seeded(3);
const TOGETHER_SEED = seeded(4);

/** A hash cut to a bucket. */
export const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1);

/**
 * A text as its features, before a model weighs them: computed once, however many models look at it. They come
 * in blocks, each scaled to its own length by the model, and in each the buckets in the order of appearance.
 */
export interface Features {
  readonly buckets: readonly number[];
  readonly counts: readonly number[];
  /** Where each block ends. */
  readonly ends: readonly number[];
  /** A number for each word, repeats included: what tells known words from unknown ones. */
  readonly words: readonly number[];
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

/** A number that stands for a word, 32 bits, unsigned. */
export const wordNumber = (word: string): number => hashedText(WORD, word) >>> 0;

/** Features of blocks of buckets, repeats counted. */
export const blocksOf = (blocks: readonly (readonly number[])[], words: readonly number[]): Features => {
  const buckets: number[] = [];
  const counts: number[] = [];
  const ends = blocks.map((block) => {
    countInto(buckets, counts, block);
    return buckets.length;
  });
  return { buckets, counts, ends, words };
};

/** Words, pairs that follow each other, and pairs that are said together whatever stands between. */
const wordBucketsOf = (words: readonly string[]): number[] => {
  const buckets: number[] = [];
  const hashes = words.map((word) => hashedText(WORD, word));
  let previous = '<';
  for (const [at, word] of words.entries()) {
    const own = hashes[at] ?? 0;
    buckets.push(bucketOf(own), bucketOf(hashedText(hashed(hashedText(PAIR, previous), SPACE), word)));
    for (let later = at + 1; later < words.length && later <= at + 1 + TOGETHER; later += 1) {
      // The order does not matter: "sick boy" and "boy is sick".
      buckets.push(bucketOf(TOGETHER_SEED ^ Math.imul(own + (hashes[later] ?? 0), 0x9e3779b1)));
    }
    previous = word;
  }
  buckets.push(bucketOf(hashedText(hashed(hashedText(PAIR, previous), SPACE), '>')));
  return buckets;
};

const addGrams = (buckets: number[], text: string, shortest: number, longest: number): void => {
  for (let size = shortest; size <= longest; size += 1) {
    for (let start = 0; start + size <= text.length; start += 1) {
      buckets.push(bucketOf(hashedText(GRAM, text, start, start + size)));
    }
  }
};

/** Runs of letters within words; of Chinese characters across them. */
const gramBucketsOf = (words: readonly string[]): number[] => {
  const buckets: number[] = [];
  let run = '';
  for (const word of words) {
    if (isHan(word)) run += word;
    else {
      addGrams(buckets, run, 1, LONGEST_HAN_GRAM);
      run = '';
      addGrams(buckets, `<${word}>`, SHORTEST_GRAM, LONGEST_GRAM);
    }
  }
  addGrams(buckets, run, 1, LONGEST_HAN_GRAM);
  return buckets;
};

/** Beyond these a message is a story; what is asked stands in its beginning. Keeps the time bounded. */
const MOST_WORDS = 120;

/** The features of a normalised text's words: what is said, and how it is spelt. */
export const featuresOf = (words: readonly string[]): Features => {
  const read = words.length > MOST_WORDS ? words.slice(0, MOST_WORDS) : words;
  return blocksOf([wordBucketsOf(read), gramBucketsOf(read)], read.map(wordNumber));
};

/** What a model makes of the blocks of `featuresOf`. Words 0.5–0.6 measured best (CLINC150, 2026-11). */
export const TEXT_BLOCKS: readonly number[] = [0.55, 0.45];

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

/** Features as numbers: each block scaled to its own length, then by its weight. */
export const weigh = (features: Features, rarity: Rarity, blockWeights: readonly number[]): Vector => {
  const { buckets, ends } = features;
  const values = new Float64Array(buckets.length);
  let start = 0;
  for (const [block, end] of ends.entries()) {
    weighBlock(values, features, [start, end], rarity, blockWeights[block] ?? 0);
    start = end;
  }
  return { buckets, values };
};

/** The features of a normalised text. */
export const featuresOfText = (normalised: string): Features => featuresOf(wordsOf(normalised));
