import { type Features, featuresOf, rarityOf, weigh } from './features.ts';
import { normalise, wordsOf } from './normalise.ts';

/** One linear score for each class over hashed features, as it is stored: numbers packed in base64. */
export interface PackedModel {
  readonly classes: readonly string[];
  /** Rarity of each bucket, one byte each, times `rarityScale`; 0 = never seen in training. */
  readonly rarity: string;
  readonly rarityScale: number;
  /** Signed bytes, for each bucket one of each class (what one feature needs lies together), times the class's scale. */
  readonly weights: string;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/** Scores in the order of the classes, and the share of the text's features that training had seen (0–1). */
export interface Scored {
  readonly scores: readonly number[];
  readonly known: number;
}

/** A model ready for use. */
export interface LinearModel {
  readonly classes: readonly string[];
  score(text: string): Scored;
  /** The same for a text whose features are at hand. */
  scoreFeatures(features: Features): Scored;
}

/** The first of the best scores, where it stands, and how far it leads: by all it has where it is alone. */
export const leaderOf = (scores: readonly number[]): { at: number; best: number; lead: number } => {
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

// Decoded by Node in one go: with models for every language, loops of our own would be a good part of the start.
const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** Makes a stored model ready. */
export const unpackModel = (packed: PackedModel): LinearModel => {
  const { classes, rarityScale, scales, biases } = packed;
  const rarity = rarityOf(bytesOf(packed.rarity), rarityScale);
  const bytes = bytesOf(packed.weights);
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = classes.length;
  const sums = new Float64Array(count);
  const addRow = (bucket: number, value: number) => {
    const row = bucket * count;
    for (let index = 0; index < count; index += 1) {
      sums[index] = (sums[index] ?? 0) + (weights[row + index] ?? 0) * value;
    }
  };
  const scoreFeatures = (features: Features): Scored => {
    const { buckets, values } = weigh(features, rarity);
    sums.fill(0);
    let known = 0;
    for (let at = 0; at < buckets.length; at += 1) {
      const bucket = buckets[at] ?? 0;
      addRow(bucket, values[at] ?? 0);
      if (rarity.bytes[bucket] !== 0) known += 1;
    }
    return {
      scores: scales.map((scale, index) => (sums[index] ?? 0) * scale + (biases[index] ?? 0)),
      known: buckets.length === 0 ? 0 : known / buckets.length,
    };
  };

  return { classes, score: (text) => scoreFeatures(featuresOf(wordsOf(normalise(text)))), scoreFeatures };
};
