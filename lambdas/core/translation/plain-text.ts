/** Direction marks and the like: they are not seen. The non-joiner of Persian parts what is one word to its readers. */
const UNSEEN = /(?!\u200c)\p{Cf}/gu;
const NON_JOINER = /\u200c/g;
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const ARABIC_MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /[’‘`´ʼʻ′]/g;
/** A space within a number, which French, Russian and Ukrainian write: "1 350". */
const GROUP_SPACE = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

/** Letters that are one letter to those who type. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ...{ ى: 'ي', ی: 'ي', ې: 'ي', ۍ: 'ي', ک: 'ك', ګ: 'گ', ة: 'ه', ۀ: 'ه', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا' },
  ...{ '٫': '.', '٬': ',', '،': ',', '؛': ';', '؟': '?', '。': '.', '、': ',' },
};
const SAME = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'g');

/**
 * A text as its facts are read from it: digits of every script as 0–9, wide and narrow forms alike, one kind of
 * hyphen and apostrophe, no marks that are not seen. Case and accents stay.
 */
export const plainText = (text: string): string =>
  text
    .replace(GROUP_SPACE, '')
    .replace(NON_JOINER, ' ')
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(ARABIC_MARKS, '')
    .replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(SAME, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(HYPHENS, '-')
    .replace(APOSTROPHES, "'");

/** Words as they are compared: without case, accents and apostrophes. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|'/gu, '')
    .normalize('NFC');

/** As far as `read` sees what follows. */
const LOOK_AHEAD = 12;

/** What a pattern finds in a text, and the text without it. What `read` does not want stays. */
export const take = <Found>(
  text: string,
  pattern: RegExp,
  read: (match: readonly (string | undefined)[], after: string) => Found | undefined,
): { readonly found: readonly Found[]; readonly rest: string } => {
  const found: Found[] = [];
  let rest = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const one = read(match, text.slice(end, end + LOOK_AHEAD));
    if (one === undefined) continue;
    found.push(one);
    rest += `${text.slice(from, match.index)} `;
    from = end;
  }
  return { found, rest: rest + text.slice(from) };
};
