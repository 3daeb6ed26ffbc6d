import * as fc from 'fast-check';
import { splitByBytes } from '#adapters/translate/split-text.ts';
import { text as anyText, SEED } from '../../support/arbitrary.ts';

describe('a text in pieces', () => {
  it('is cut where a sentence ends', () => {
    expect(splitByBytes('One two. Three four! Five', 14)).toEqual(['One two. ', 'Three four! ', 'Five']);
  });

  it('is cut between words where a sentence is too long, and anywhere where there are none', () => {
    expect(splitByBytes('one two three', 9)).toEqual(['one two ', 'three']);
    expect(splitByBytes('学校明天', 7)).toEqual(['学校', '明天']);
  });

  it('is whole again when joined, and no piece is too long', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 60 }), (text, most) => {
        const pieces = splitByBytes(text, most);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece !== '' && Buffer.byteLength(piece) <= most)).toBe(true);
      }),
      { seed: SEED },
    );
  });
});
