/**
 * Text as it is compared: compatibility forms unified, lower case, accents and punctuation gone, words
 * parted by one space. Letters and digits of every script stay.
 */
export const normalise = (text: string): string =>
  // The same for what has no accents and no other scripts, in a fraction of the time.
  ASCII.test(text)
    ? text
        .toLowerCase()
        .replace(/['`]/g, '')
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : normaliseAny(text);

const ASCII = /^[\0-\x7f]*$/;

const normaliseAny = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[’'`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of a normalised text. */
export const wordsOf = (normalised: string): readonly string[] => (normalised === '' ? [] : normalised.split(' '));
