import { wordsOf } from './normalise.ts';

/** Buckets that features are hashed into. 2^14 lost nothing against unhashed features (CLINC150, 2026-11). */
export const BUCKETS = 2 ** 14;
const WORD_WEIGHT = 0.6;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;

/** FNV-1a, 32 bits, of a run of UTF-16 units, cut to a bucket. */
const bucketOf = (text: string, seed: number): number => {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
};

const addCounts = (counts: Map<number, number>, bucket: number) => counts.set(bucket, (counts.get(bucket) ?? 0) + 1);

const wordCounts = (words: readonly string[]) => {
  const counts = new Map<number, number>();
  const marked = ['<', ...words, '>'];
  for (let index = 1; index < marked.length; index += 1) {
    const word = marked[index] ?? '';
    if (word !== '>') addCounts(counts, bucketOf(word, 1));
    addCounts(counts, bucketOf(`${marked[index - 1]} ${word}`, 2));
  }
  return counts;
};

const gramCounts = (words: readonly string[]) => {
  const counts = new Map<number, number>();
  for (const word of words) {
    const marked = `<${word}>`;
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size += 1) {
      for (let start = 0; start + size <= marked.length; start += 1) {
        addCounts(counts, bucketOf(marked.slice(start, start + size), 3));
      }
    }
  }
  return counts;
};

/** Sparse vector: bucket numbers and their values. */
export interface Vector {
  readonly buckets: readonly number[];
  readonly values: readonly number[];
}

/** The weight of a bucket: how rare it is among the training questions. */
export type Rarity = (bucket: number) => number;

const weighBlock = (counts: ReadonlyMap<number, number>, rarity: Rarity, blockWeight: number): [number, number][] => {
  const weighed = [...counts].map(([bucket, count]): [number, number] => [
    bucket,
    (1 + Math.log(count)) * rarity(bucket),
  ]);
  const length = Math.sqrt(weighed.reduce((sum, [, value]) => sum + value * value, 0));
  return length === 0 ? [] : weighed.map(([bucket, value]) => [bucket, (value / length) * blockWeight]);
};

/** The buckets that a normalised text falls into, without weights. */
export const bucketsOf = (normalised: string): readonly number[] => {
  const words = wordsOf(normalised);
  return [...new Set([...wordCounts(words).keys(), ...gramCounts(words).keys()])];
};

/**
 * A normalised text as numbers: words and pairs of words, and runs of 3–5 letters within words, each block
 * scaled to its own length (see `BUCKETS` for the measurements behind the choice).
 */
export const vectorOf = (normalised: string, rarity: Rarity): Vector => {
  const words = wordsOf(normalised);
  const entries = [
    ...weighBlock(wordCounts(words), rarity, WORD_WEIGHT),
    ...weighBlock(gramCounts(words), rarity, 1 - WORD_WEIGHT),
  ];
  return { buckets: entries.map(([bucket]) => bucket), values: entries.map(([, value]) => value) };
};
