import * as fc from 'fast-check';
import { decodeModel, encodeModel } from '#adapters/content/model-file.ts';
import { BUCKETS, featuresOfText, rarityOf, TEXT_BLOCKS, weigh } from '#core/understanding/features.ts';
import { leaderOf, type PackedModel, unpackModel } from '#core/understanding/linear-model.ts';
import { normalise } from '#core/understanding/normalise.ts';
import { type Example, trainModel } from '../../bin/content/train-svm.ts';
import { text as anyText, SEED } from '../support/arbitrary.ts';

const featuresOf = (text: string) => featuresOfText(normalise(text));

const EXAMPLES: readonly Example[] = [
  { features: featuresOf('the bus is late'), labels: ['bus'] },
  { features: featuresOf('what time does the bus come'), labels: ['bus'] },
  { features: featuresOf('my son missed the bus'), labels: ['bus'] },
  { features: featuresOf('what is for lunch'), labels: ['lunch'] },
  { features: featuresOf('is lunch free'), labels: ['lunch'] },
  { features: featuresOf('my daughter did not eat lunch'), labels: ['lunch'] },
  { features: featuresOf('where can I find a job'), labels: [] },
  { features: featuresOf('tell me a joke'), labels: [] },
];
const CLASSES = ['bus', 'lunch'];

const trained = () => unpackModel(trainModel(EXAMPLES, CLASSES, TEXT_BLOCKS));

/** Weights between -1 and 1 that look random and are the same every time. */
const weightAt = (index: number, at: number) => Math.sin(1 + index * 7 + at * 13);

/** A model of two classes, as it is and as it is stored. */
const handMade = () => {
  const rarity = Uint8Array.from({ length: BUCKETS }, (_, bucket) => bucket % 256);
  const scale = 1 / 127;
  const packed: PackedModel = {
    classes: CLASSES,
    blocks: TEXT_BLOCKS,
    rarity,
    rarityScale: 0.02,
    vocabulary: Uint32Array.of(...new Set(featuresOf('a bus').words)).sort(),
    starts: Uint32Array.from({ length: BUCKETS + 1 }, (_, bucket) => bucket * CLASSES.length),
    columns: Uint8Array.from({ length: BUCKETS * CLASSES.length }, (_, at) => at % CLASSES.length),
    weights: Int8Array.from({ length: BUCKETS * CLASSES.length }, (_, at) => {
      const [bucket, index] = [Math.floor(at / CLASSES.length), at % CLASSES.length];
      return Math.round(weightAt(index, bucket) / scale);
    }),
    scales: [scale, scale],
    biases: [0.25, -0.5],
  };
  const exact = (text: string) => {
    const { buckets, values } = weigh(featuresOf(text), rarityOf(rarity, packed.rarityScale), TEXT_BLOCKS);
    const all = buckets.map((bucket, at) => [bucket, values[at] ?? 0] as const);
    const sum = (index: number) => all.reduce((total, [bucket, value]) => total + weightAt(index, bucket) * value, 0);
    return {
      scores: packed.biases.map((bias, index) => sum(index) + bias),
      most: all.reduce((total, [, value]) => total + Math.abs(value), 0) * (scale / 2) + 1e-9,
    };
  };
  return { packed, exact };
};

describe('a stored model', () => {
  it('scores any text as the model before it was stored, but for the rounding of its weights', () => {
    const { packed, exact } = handMade();
    const model = unpackModel(packed);
    fc.assert(
      fc.property(anyText, (text) => {
        const { scores, most } = exact(text);

        for (const [index, score] of model.score(featuresOf(text)).scores.entries()) {
          expect(Math.abs(score - (scores[index] ?? Number.NaN))).toBeLessThanOrEqual(most);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('gives the same scores every time, whatever was scored in between', () => {
    const model = unpackModel(handMade().packed);
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const { scores, known } = model.score(featuresOf(text));
        const first = { scores: Float64Array.from(scores), known };
        model.score(featuresOf(other));

        expect(model.score(featuresOf(text))).toEqual(first);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('survives its file', () => {
    const { packed } = handMade();
    const { model, extra } = decodeModel(encodeModel(packed, { version: '1' }));

    expect(extra).toEqual({ version: '1' });
    expect(unpackModel(model).score(featuresOf('a bus'))).toEqual(unpackModel(packed).score(featuresOf('a bus')));
  });

  it('is refused where its file is cut short', () => {
    const file = encodeModel(handMade().packed, {});

    expect(() => decodeModel(file.subarray(0, file.length - 20))).toThrow();
  });
});

describe('training', () => {
  it('gives the same bytes for the same examples', () => {
    expect(trainModel(EXAMPLES, CLASSES, TEXT_BLOCKS)).toEqual(trainModel(EXAMPLES, CLASSES, TEXT_BLOCKS));
  });

  it('gives a model that scores finite numbers for any text', () => {
    const model = trained();
    fc.assert(
      fc.property(anyText, (text) => {
        const { scores, known } = model.score(featuresOf(text));

        expect(scores).toHaveLength(CLASSES.length);
        expect(scores.every(Number.isFinite)).toBe(true);
        expect(known).toBeGreaterThanOrEqual(0);
        expect(known).toBeLessThanOrEqual(1);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it.each([
    ['the bus did not come', 'bus'],
    ['how much is lunch', 'lunch'],
  ])('is able to tell %s', (text, label) => {
    const { scores } = trained().score(featuresOf(text));

    expect(CLASSES[leaderOf(scores).at]).toBe(label);
  });

  it('knows what share of the words it has seen', () => {
    const model = trained();

    expect(model.score(featuresOf('the bus is late')).known).toBe(1);
    expect(model.score(featuresOf('the qwxz')).known).toBe(0.5);
    expect(model.score(featuresOf('qwxz jkvq')).known).toBe(0);
  });
});

describe('the features of a text', () => {
  it('are buckets within bounds, in each block once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { buckets, ends } = featuresOf(text);

        for (const [block, end] of ends.entries()) {
          const own = buckets.slice(ends[block - 1] ?? 0, end);
          expect(new Set(own).size).toBe(own.length);
        }
        expect(ends.at(-1)).toBe(buckets.length);
        expect(buckets.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS)).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('see the order of words and the letters within them', () => {
    const bus = featuresOf('bus').buckets;

    expect(featuresOf('bus late')).not.toEqual(featuresOf('late bus'));
    expect(featuresOf('buses').buckets.filter((bucket) => bus.includes(bucket)).length).toBeGreaterThan(0);
  });
});

describe('the leader of some scores', () => {
  it.each([
    [[1, 3, 2], { at: 1, best: 3, lead: 1 }],
    [[-3, -1], { at: 1, best: -1, lead: 2 }],
    [[2, 2], { at: 0, best: 2, lead: 0 }],
    [[5], { at: 0, best: 5, lead: 5 }],
    [[], { at: -1, best: 0, lead: 0 }],
  ])('%j', (scores, expected) => {
    expect(leaderOf(scores)).toEqual(expected);
  });
});
