import fc from 'fast-check';
import { previewOf } from '#core/preview.ts';
import { removePrivate } from '#core/private-words/private-words.ts';
import { text as anyText, SEED, WORDS } from '../support/arbitrary.ts';

const preview = (text: string) => previewOf(text, 'parent').text;
const lengthOf = (text: string) => [...text].length;

describe('the words that a line of the queue shows', () => {
  it.each([
    ['short ones stand as they are', 'my son is sick', 'my son is sick'],
    ['lines become one', 'my son\nis\r\n\tsick  today ', 'my son is sick today'],
    ['ninety characters stand whole', 'x'.repeat(90), 'x'.repeat(90)],
    ['one more is cut', 'x'.repeat(91), `${'x'.repeat(89)}…`],
    ['nothing is nothing', '', ''],
    ['blanks are nothing', ' \n ', ''],
    ['characters beyond 16 bits count once', '𠮷'.repeat(90), '𠮷'.repeat(90)],
    ['a face at the edge is not cut in half', `${'x'.repeat(88)}😀😀😀`, `${'x'.repeat(88)}😀…`],
    ['a government number is removed', 'my number is 123-45-6789 ok', 'my number is [removed] ok'],
    ['and so it is where the cut falls into it', `${'x '.repeat(40)}123-45-6789 ok`, `${'x '.repeat(40)}[removed]…`],
    ['what somebody says of their papers is removed', 'we have no papers, may she come', '[removed], may she come'],
  ])('%s', (_, text, shown) => {
    expect(preview(text)).toBe(shown);
  });

  it('say whose they are', () => {
    expect(previewOf('hello', 'staff')).toEqual({ text: 'hello', by: 'staff' });
  });

  it.each(Object.entries(WORDS))('%s: at most ninety characters on one line', (_, text) => {
    expect(lengthOf(preview(text.repeat(20)))).toBeLessThanOrEqual(90);
    expect(preview(text.repeat(20))).not.toMatch(/[\n\r\u2028\u2029]/);
  });

  it('are a beginning of the text without private words, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        const shown = preview(text);
        const whole = removePrivate(text).replace(/\s+/g, ' ').trim();

        expect(lengthOf(shown)).toBeLessThanOrEqual(90);
        expect(shown).not.toMatch(/[\n\r]/);
        if (lengthOf(whole) <= 90) expect(shown).toBe(whole);
        else expect(shown.endsWith('…') && whole.startsWith(shown.slice(0, -1))).toBe(true);
        // No half of a pair is left alone that was whole before.
        if (whole.isWellFormed()) expect(shown.isWellFormed()).toBe(true);
      }),
      { seed: SEED },
    );
  });
});
