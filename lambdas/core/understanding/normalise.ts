import { simplified } from './han.ts';

const ASCII = /^[\0-\x7f]*$/;
/** What is not seen and may stand inside a word: joiners, direction marks, soft hyphens, forms of emoji. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu;
/** In Persian scripts this parts what others write as two words. */
const NON_JOINER = /\u200c/g;
const APOSTROPHES = /['’‘`´ʼʻ′]/g;
const HAN = /\p{Script=Han}/gu;
const ARABIC = /[\u0600-\u06ff]/;
const CYRILLIC = /[\u0400-\u04ff]/;
/** "nooooo" means "no", however long; two of a letter are spelling. */
const STRETCHED = /(.)\1{2,}/gu;

/** Letters that are one letter to those who type: Arabic and Persian code points, Pashto's own, Latin's bars. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ێ: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'گ',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
  đ: 'd',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
};
const SAME = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'g');

/** Cyrillic letters that look like Latin ones; inside a word of Latin letters they are meant as those. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  к: 'k',
  т: 't',
  м: 'm',
  в: 'b',
  н: 'h',
};
const MIXED_WORD = /\p{L}*(?:[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z])\p{L}*/gu;

const unmixed = (word: string): string =>
  (word.match(/[a-z]/g)?.length ?? 0) * 2 >= word.length
    ? word.replace(/[\u0400-\u04ff]/g, (letter) => LOOKALIKES[letter] ?? letter)
    : word;

/** Digits of every script as 0–9. */
const plainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Marks stand for vowels or tones that people leave out; a script written with marks only keeps them. */
const MARKS = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]\p{M}*)\p{M}/gu;
const WRITTEN_MARK = /\p{M}/u;

const normaliseAny = (text: string): string => {
  let folded = text
    .normalize('NFKD')
    .replace(NON_JOINER, ' ')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/\u0640/g, '');
  if (WRITTEN_MARK.test(folded)) folded = folded.replace(MARKS, '');
  if (ARABIC.test(folded)) folded = plainDigits(folded);
  if (CYRILLIC.test(folded)) folded = folded.replace(MIXED_WORD, unmixed);
  return folded
    .replace(SAME, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(HAN, (character) => ` ${simplified(character)} `)
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC');
};

const normaliseAscii = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Text as it is compared: compatibility forms unified, lower case, accents and punctuation gone, what looks
 * alike made alike, words parted by one space. Letters and digits of every script stay. Every Chinese
 * character is a word of its own: Chinese is written without spaces.
 */
export const normalise = (text: string): string =>
  // The same for what has no accents and no other scripts, in a fraction of the time.
  (ASCII.test(text) ? normaliseAscii(text) : normaliseAny(text)).replace(STRETCHED, '$1$1');

/** The words of a normalised text. */
export const wordsOf = (normalised: string): readonly string[] => (normalised === '' ? [] : normalised.split(' '));

const HAN_START = /^\p{Script=Han}/u;

/** Whether a word of a normalised text is a Chinese character. */
export const isHan = (word: string): boolean => word.length <= 2 && HAN_START.test(word);
