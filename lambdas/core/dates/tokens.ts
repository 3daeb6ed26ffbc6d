import { plainText } from '../translation/plain-text.ts';
import { normalise } from '../understanding/normalise.ts';

/** A word, a number or a Chinese character as it is compared, and where it stands in the text. */
export interface Token {
  readonly text: string;
  /** The same with its accents. */
  readonly accented: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

/** What is not seen may stand in a word; the non-joiner of Persian parts two. */
const TOKEN = /\p{Nd}+|\p{Script=Han}|(?:(?!\p{Script=Han}|\u200c)[\p{L}\p{M}\p{Nl}\p{Cf}'’‘`´ʼʻ′])+/gu;
const NUMBER = /^\p{Nd}/u;

const comparable = (word: string): string =>
  NUMBER.test(word) ? plainText(word) : normalise(word).replaceAll(' ', '');

/** The tokens of a text, in order. A number is parted from the letters beside it: "3rd" is two. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const word = comparable(match[0]);
    if (word === '') continue;
    const end = match.index + match[0].length;
    tokens.push({
      text: word,
      accented: match[0].toLowerCase().normalize('NFC'),
      start: match.index,
      end,
      gap: text.slice(from, match.index),
    });
    from = end;
  }
  return tokens;
};

const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;

/** Whether a word of Latin letters is written with accents. */
export const hasAccents = ({ accented }: Token): boolean => ACCENTED.test(accented);

/** The value of a token of digits. */
export const digitsOf = (token: Token | undefined): number | undefined =>
  token && /^\d{1,4}$/.test(token.text) ? Number(token.text) : undefined;
