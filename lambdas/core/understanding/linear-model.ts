import { type Features, rarityOf, weigh } from './features.ts';

/** One linear score for each class over hashed features, as it is stored. */
export interface PackedModel {
  readonly classes: readonly string[];
  /** What each block of features weighs. */
  readonly blocks: readonly number[];
  /** Rarity of each bucket, one byte each, times `rarityScale`; 0 = never seen in training. */
  readonly rarity: Uint8Array;
  readonly rarityScale: number;
  /** The words of training as `Features` numbers them, sorted, each once. */
  readonly vocabulary: Uint32Array;
  /** Where each bucket's weights begin; one more for the end of the last. */
  readonly starts: Uint32Array;
  /** The class of each weight, by its place among the classes. Small weights are left out. */
  readonly columns: Uint8Array;
  /** One byte each, times the class's scale. */
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/** Scores in the order of the classes, and the share of the text's words that training had seen (0–1). */
export interface Scored {
  readonly scores: Float64Array;
  readonly known: number;
}

/** A model ready for use. */
export interface LinearModel {
  readonly classes: readonly string[];
  score(features: Features): Scored;
}

/** The first of the best scores, where it stands, and how far it leads: by all it has where it is alone. */
export const leaderOf = (scores: ArrayLike<number>): { at: number; best: number; lead: number } => {
  let at = -1;
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (score > best) {
      second = best;
      best = score;
      at = index;
    } else if (score > second) {
      second = score;
    }
  }
  if (at === -1) return { at, best: 0, lead: 0 };
  return { at, best, lead: scores.length > 1 ? best - second : best };
};

/** Whether a number stands in a sorted list. A set of them would take ten times the memory. */
const isIn = (sorted: Uint32Array, number: number): boolean => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === number;
};

/** A class's place is stored in one byte. */
export const MOST_CLASSES = 256;

/** Makes a stored model ready. */
export const unpackModel = ({ classes, blocks, rarityScale, scales, biases, ...bytes }: PackedModel): LinearModel => {
  const rarity = rarityOf(bytes.rarity, rarityScale);
  const { starts, columns, weights } = bytes;
  const { vocabulary } = bytes;
  const sums = new Float64Array(classes.length);
  const addRow = (bucket: number, value: number) => {
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at += 1) {
      const column = columns[at] ?? 0;
      sums[column] = (sums[column] ?? 0) + (weights[at] ?? 0) * value;
    }
  };
  return {
    classes,
    score: (features) => {
      const { buckets, values } = weigh(features, rarity, blocks);
      sums.fill(0);
      for (let at = 0; at < buckets.length; at += 1) addRow(buckets[at] ?? 0, values[at] ?? 0);
      let known = 0;
      for (const word of features.words) if (isIn(vocabulary, word)) known += 1;
      return {
        scores: sums.map((sum, index) => sum * (scales[index] ?? 0) + (biases[index] ?? 0)),
        known: features.words.length === 0 ? 0 : known / features.words.length,
      };
    },
  };
};
