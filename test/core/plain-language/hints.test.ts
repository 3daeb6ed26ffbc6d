import * as fc from 'fast-check';
import { DEFICIT_WORDS } from '#core/plain-language/deficit-words.ts';
import { hintsFor } from '#core/plain-language/hints.ts';
import { JARGON } from '#core/plain-language/jargon.ts';
import { sentencesOf } from '#core/plain-language/sentences.ts';
import { text as anyText, SEED } from '../../support/arbitrary.ts';

const told = (text: string) => hintsFor(text).map(({ kind, words, instead }) => [kind, words, instead]);
const forms = [...JARGON, ...DEFICIT_WORDS].flatMap((phrase) => phrase.forms);

describe('the words to think again about', () => {
  it('are enough, each with a substitute and a reason, and none stands twice', () => {
    expect(JARGON.length).toBeGreaterThanOrEqual(80);
    expect(DEFICIT_WORDS.length).toBeGreaterThanOrEqual(50);
    expect([...JARGON, ...DEFICIT_WORDS].every(({ instead, reason }) => instead !== '' && reason !== '')).toBe(true);
    expect(new Set(forms.map((form) => form.toLowerCase())).size).toBe(forms.length);
  });

  it.each(forms)('“%s” is found in a text', (form) => {
    const found = hintsFor(`We say ${form}, and mean well.`);

    expect(found.map(({ words }) => words)).toContain(form);
  });

  it('are found in other case, in the plural and over a line break', () => {
    expect(told('Tardies are At-Risk\nbehavior. Fails\nto come.')).toEqual([
      ['jargon', 'Tardies', 'late'],
      ['deficit', 'At-Risk', 'who would do well with more support'],
      ['deficit', 'Fails\nto', 'has not yet'],
    ]);
    expect(told('Two IEPs are ready.').map(([, words]) => words)).toEqual(['IEPs']);
  });

  it('are short names only in capitals, and no part of other words', () => {
    expect(told('An idea: the map of the pta and a lazybones.')).toEqual([]);
  });

  it('are told once where a kind and a plain one meet', () => {
    expect(told('He refused to submit it.')).toEqual([
      ['deficit', 'refused to', 'did not want to'],
      ['jargon', 'submit', 'send'],
    ]);
  });
});

describe('a long text', () => {
  const long = `${'word '.repeat(20)}end.`;

  it('has a hint for each sentence of more than twenty words', () => {
    expect(hintsFor(`Short. ${long} Short again.`).filter(({ kind }) => kind === 'long_sentence')).toEqual([
      {
        kind: 'long_sentence',
        start: 7,
        end: 7 + long.length,
        words: long,
        message: 'This sentence has 21 words. Two short ones are easier to read and to translate.',
      },
    ]);
    expect(hintsFor(`${'word '.repeat(19)}end.`)).toEqual([]);
  });

  it('is told to be hard to read by its grade, and a plain one is not', () => {
    const hard =
      'Documentation pertaining to residential verification necessitates notarization by an authorized representative.';

    expect(hintsFor(`${hard} Thank you.`).find(({ kind }) => kind === 'grade')?.message).toMatch(
      /^This reads like grade \d+\./,
    );
    expect(
      hintsFor('Your son had a good day. He read a book and ate his lunch. See you at 3:30 p.m. on Monday!'),
    ).toEqual([]);
  });
});

describe('sentences', () => {
  it('end at a mark or a line, and not after a title or within a time', () => {
    const text = 'Ask Ms. Rivera at 3 p.m. or later. Is it at 4 p.m.? Come at 5 p.m. Bring No. 7 …\nThank you';

    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
      'Ask Ms. Rivera at 3 p.m. or later.',
      'Is it at 4 p.m.?',
      'Come at 5 p.m.',
      'Bring No. 7 …',
      'Thank you',
    ]);
  });
});

describe('hints on any text', () => {
  const school = fc.array(fc.oneof(fc.constantFrom(...forms), anyText, fc.constantFrom('. ', '\n', ' ', '’', '-')), {
    maxLength: 30,
  });
  const any = fc.oneof(
    anyText,
    school.map((parts) => parts.join(' ')),
  );

  it('point at their words, stand in order and say something', () => {
    fc.assert(
      fc.property(any, (text) => {
        const hints = hintsFor(text);
        for (const { start, end, words, message } of hints) {
          expect(text.slice(start, end)).toBe(words);
          expect(words).not.toBe('');
          expect(message).not.toBe('');
        }
        const starts = hints.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      }),
      { seed: SEED },
    );
  });

  it('are found in 4,000 characters of the worst', () => {
    for (const piece of ['.', '. ', 'IEP ', 'fails to', "'", 'a.m', 'no\n', ' ', 'é']) {
      const text = piece.repeat(4000 / piece.length);
      expect(hintsFor(text).every(({ start, end, words }) => text.slice(start, end) === words)).toBe(true);
    }
  });
});
