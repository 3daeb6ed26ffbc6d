import * as fc from 'fast-check';
import { BUCKETS, bucketsOf, rarityOf, vectorOf } from '#core/understanding/features.ts';
import { leaderOf, type PackedModel, unpackModel } from '#core/understanding/linear-model.ts';
import { normalise } from '#core/understanding/normalise.ts';
import { type Example, trainedModel, trainModel } from '../../bin/content/train-svm.ts';
import { text as anyText, SEED } from '../support/arbitrary.ts';

const EXAMPLES: readonly Example[] = [
  { text: 'the bus is late', label: 'bus' },
  { text: 'what time does the bus come', label: 'bus' },
  { text: 'my son missed the bus', label: 'bus' },
  { text: 'what is for lunch', label: 'lunch' },
  { text: 'is lunch free', label: 'lunch' },
  { text: 'my daughter did not eat lunch', label: 'lunch' },
  { text: 'where can I find a job' },
  { text: 'tell me a joke' },
];
const CLASSES = ['bus', 'lunch'];

const base64 = (bytes: Uint8Array | Int8Array) => Buffer.from(bytes).toString('base64');

/** Weights between -1 and 1 that look random and are the same every time. */
const weightAt = (index: number, at: number) => Math.sin(1 + index * 7 + at * 13);

/** A model of two classes, as it is and as it is stored. */
const handMade = () => {
  const rarity = Uint8Array.from({ length: BUCKETS }, (_, bucket) => bucket % 256);
  const scale = 1 / 127;
  const packed: PackedModel = {
    classes: CLASSES,
    rarity: base64(rarity),
    rarityScale: 0.02,
    weights: base64(
      Int8Array.from({ length: BUCKETS * CLASSES.length }, (_, at) => {
        const [bucket, index] = [Math.floor(at / CLASSES.length), at % CLASSES.length];
        return Math.round(weightAt(index, bucket) / scale);
      }),
    ),
    scales: [scale, scale],
    biases: [0.25, -0.5],
  };
  const exact = (text: string) => {
    const { buckets, values } = vectorOf(normalise(text), rarityOf(rarity, packed.rarityScale));
    const all = Array.from(buckets, (bucket, at) => [bucket, values[at] ?? 0] as const);
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

        for (const [index, score] of model.score(text).scores.entries()) {
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
        const { scores, known } = model.score(text);
        const first = { scores: [...scores], known };
        model.score(other);

        expect(model.score(text)).toEqual(first);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('survives JSON', () => {
    const { packed } = handMade();

    expect(unpackModel(JSON.parse(JSON.stringify(packed)) as PackedModel).score('a bus')).toEqual(
      unpackModel(packed).score('a bus'),
    );
  });
});

describe('training', () => {
  it('gives the same bytes for the same examples', () => {
    expect(trainModel(EXAMPLES, CLASSES)).toEqual(trainModel(EXAMPLES, CLASSES));
  });

  it('gives a model that scores finite numbers for any text', () => {
    const model = trainedModel(EXAMPLES, CLASSES);
    fc.assert(
      fc.property(anyText, (text) => {
        const { scores, known } = model.score(text);

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
    const { scores } = trainedModel(EXAMPLES, CLASSES).score(text);

    expect(CLASSES[leaderOf(scores).at]).toBe(label);
  });

  it('knows what share of a text it has seen', () => {
    const model = trainedModel(EXAMPLES, CLASSES);

    expect(model.score('the bus is late').known).toBe(1);
    expect(model.score('qwxz jkvq').known).toBeLessThan(0.2);
  });
});

describe('the features of a text', () => {
  it('are buckets within bounds, each once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const buckets = bucketsOf(normalise(text));

        expect(new Set(buckets).size).toBe(buckets.length);
        expect(buckets.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS)).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('see the order of words and the letters within them', () => {
    expect(bucketsOf('bus late')).not.toEqual(bucketsOf('late bus'));
    expect(bucketsOf('buses').filter((bucket) => bucketsOf('bus').includes(bucket)).length).toBeGreaterThan(0);
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
