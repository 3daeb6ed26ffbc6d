import { BUCKETS, type Vector, vectorOf } from './features.ts';
import { normalise } from './normalise.ts';

/** One linear score for each class over hashed features, as it is stored: numbers packed in base64. */
export interface PackedModel {
  readonly classes: readonly string[];
  /** Rarity of each bucket, one byte each, times `rarityScale`; 0 = never seen in training. */
  readonly rarity: string;
  readonly rarityScale: number;
  /** Signed bytes, one row of `BUCKETS` for each class, times the scale of the class. */
  readonly weights: string;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/** A model ready for use. */
export interface LinearModel {
  readonly classes: readonly string[];
  /** Scores in the order of `classes`, and the share of the text's features that training had seen (0–1). */
  score(text: string): { readonly scores: readonly number[]; readonly known: number };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const knownShare = (vector: Vector, rarity: Uint8Array) =>
  vector.buckets.length === 0
    ? 0
    : vector.buckets.filter((bucket) => rarity[bucket] !== 0).length / vector.buckets.length;

/** Makes a stored model ready. */
export const unpackModel = (packed: PackedModel): LinearModel => {
  const rarity = bytesOf(packed.rarity);
  const weights = new Int8Array(bytesOf(packed.weights).buffer);
  // A feature that training never saw weighs like the rarest one: it dilutes what is known.
  const rarest = rarity.reduce((most, value) => Math.max(most, value), 1);
  const rarityOf = (bucket: number) => (rarity[bucket] || rarest) * packed.rarityScale;
  const scoreClass = (vector: Vector, index: number) => {
    const row = index * BUCKETS;
    let sum = 0;
    for (let at = 0; at < vector.buckets.length; at += 1) {
      sum += (weights[row + (vector.buckets[at] ?? 0)] ?? 0) * (vector.values[at] ?? 0);
    }
    return sum * (packed.scales[index] ?? 0) + (packed.biases[index] ?? 0);
  };
  return {
    classes: packed.classes,
    score: (text) => {
      const vector = vectorOf(normalise(text), rarityOf);
      return { scores: packed.classes.map((_, index) => scoreClass(vector, index)), known: knownShare(vector, rarity) };
    },
  };
};
