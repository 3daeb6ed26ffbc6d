import * as fc from 'fast-check';
import { normalise, wordsOf } from '#core/understanding/normalise.ts';
import { indexPhrases, mergeIndexes, stands, tells } from '#core/understanding/phrases.ts';
import { SEED } from '../support/arbitrary.ts';

const isToldIn = (text: string, phrases: readonly string[], unless: readonly string[] = []) =>
  tells(wordsOf(normalise(text)), indexPhrases(phrases), indexPhrases(unless));

describe('a phrase', () => {
  it.each([
    ['has a gun', 'My son says: he HAS A GUN!', true],
    ['has a gun', 'has gun', false],
    ['has a gun', 'a gun has', false],
    ['has a gun', 'has a gunther', false],
    ['has a gun', '', false],
    ['gun', 'gun', true],
    ['no puede respirar', '¡No puéde respirár!', true],
    ["can't breathe", 'he cant breathe', true],
    ['cant breathe', 'he can’t breathe', true],
    ['self-harm', 'she does self-harm', true],
    ['self-harm', 'she did it by herself', false],
    ['self-harm', 'he is full of self doubt', false],
    ['911/988', 'call 911 988', true],
    ['911/988', 'room 911', false],
  ])('%s in "%s": %s', (phrase, text, expected) => {
    expect(isToldIn(text, [phrase])).toBe(expected);
  });

  it.each([
    ['gun ... school', 'gun school', true],
    ['gun ... school', 'gun at the school', true],
    ['gun ... school', 'gun is at the school', true],
    ['gun ... school', 'gun is not at the school', false],
    ['gun ... school', 'school gun', false],
    ['gun ... school bus', 'gun at school on school bus', true],
    ['wants ... kill ... teacher', 'he wants to kill his old teacher', true],
    ['gun ...', 'the gun', true],
    ['... gun', 'the gun', true],
  ])('with a gap, %s in "%s": %s', (phrase, text, expected) => {
    expect(isToldIn(text, [phrase])).toBe(expected);
  });

  it.each([
    ['threat*', 'he threatened me', true],
    ['threat*', 'a threat', true],
    ['threat*', 'a treat', false],
    ['threat* to kill', 'he is threatening to kill', true],
    ['kill my kid*', 'he will kill my kids', true],
    ['bring* ... gun', 'bringing his gun', true],
    ['mat*', 'математика', false],
    ['мат*', 'математика', true],
  ])('with an open end, %s in "%s": %s', (phrase, text, expected) => {
    expect(isToldIn(text, [phrase])).toBe(expected);
  });

  it('of no words is never found', () => {
    for (const phrase of ['', '...', '*', '!?']) expect(isToldIn('any words at all', [phrase])).toBe(false);
  });
});

describe('a harmless phrase', () => {
  const unless = ['water gun*', 'in the game'];

  it.each([
    ['he has a gun', true],
    ['he has a water gun', false],
    ['he has a gun in the game', false],
    ['in the game he has a gun', false],
    ['in the game he always has a gun', false],
    ['in the game yesterday he says he has a gun', true],
    ['he has a gun and then we went home in the game', true],
    ['he has a gun and I know it is not in the game', true],
    ['the game has a gun', true],
  ])('near: %s', (text, expected) => {
    expect(isToldIn(text, ['has a gun'], [...unless, 'a water gun*'])).toBe(expected);
  });

  it('does not silence the same words further on', () => {
    expect(isToldIn('in the game he has a gun. My neighbour next door really has a gun', ['has a gun'], unless)).toBe(
      true,
    );
  });
});

const word = fc.stringMatching(/^[a-zñáé]{1,8}$/).filter((one) => normalise(one) !== '');
const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });
const check = { seed: SEED, numRuns: 1000 };

describe('any phrase', () => {
  it('is found in any text that contains it', () => {
    fc.assert(
      fc.property(words(0, 6), words(1, 5), words(0, 6), (before, phrase, after) => {
        expect(isToldIn([...before, ...phrase, ...after].join(' '), [phrase.join(' ')])).toBe(true);
      }),
      check,
    );
  });

  it('is found whatever fills its gap, up to three words, and whatever ends its open word', () => {
    fc.assert(
      fc.property(words(0, 4), words(1, 3), words(0, 3), words(1, 3), word, (before, first, gap, last, ending) => {
        const phrase = `${first.join(' ')} ... ${last.join(' ')}*`;
        const text = [...before, ...first, ...gap, ...last].join(' ') + ending;

        expect(isToldIn(text, [phrase])).toBe(true);
      }),
      check,
    );
  });

  it('is found among any others', () => {
    fc.assert(
      fc.property(fc.array(words(1, 4), { maxLength: 20 }), words(1, 4), (others, phrase) => {
        const all = [...others, phrase].map((one) => one.join(' '));

        expect(isToldIn(phrase.join(' '), all)).toBe(true);
      }),
      check,
    );
  });

  it('is not found where one of its words is missing', () => {
    fc.assert(
      fc.property(words(0, 8), words(1, 4), (text, phrase) => {
        const strangers = text.filter((one) => !phrase.includes(one));

        expect(isToldIn(strangers.join(' '), [phrase.join(' ')])).toBe(false);
      }),
      check,
    );
  });

  it('is found by the look at all phrases at once exactly where it is found by itself', () => {
    // Few different words, so that phrases stand in the texts and begin alike.
    const few = fc.constantFrom('no', 'not', 'no*', 'puede', 'pue*', 'respirar', '...', 'e-mail', 'mail');
    const some = (maxLength: number) => fc.array(few, { minLength: 1, maxLength }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        some(10),
        fc.array(some(4), { maxLength: 6 }),
        fc.array(some(4), { maxLength: 6 }),
        (text, one, other) => {
          const told = [...one, ...other].some((phrase) => isToldIn(text, [phrase]));

          expect(stands(wordsOf(normalise(text)), mergeIndexes([indexPhrases(one), indexPhrases(other)]))).toBe(told);
        },
      ),
      check,
    );
  });
});
