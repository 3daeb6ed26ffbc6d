const BREAKS = /<\s*(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi;
/** What is no text although it stands between tags. */
const HIDDEN = /<(script|style)\b[\s\S]*?<\/\1\s*>/gi;
const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /<\/?[a-z][^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ ndash: '–', mdash: '—', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', hellip: '…', bull: '•' },
};
const MOST_CODE = 0x10ffff;

const decoded = (whole: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= MOST_CODE ? String.fromCodePoint(code) : '';
};

/** What cannot be seen, but line breaks. */
const UNSEEN = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\u200B\u2060\uFEFF]/gu;

const withoutHtml = (text: string): string =>
  text.replace(HIDDEN, ' ').replace(COMMENT, ' ').replace(BREAKS, '\n').replace(TAG, ' ').replace(ENTITY, decoded);

/** Cuts at a word where one is near. */
const shortened = (text: string, most: number): string => {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 1).join('');
  const word = cut.replace(/\s+\S*$/u, '');
  return `${(word.length > cut.length / 2 ? word : cut).trimEnd()}…`;
};

/** What somebody wrote, as plain text of several lines: without HTML, at most so many characters. */
export const plainText = (text: string, most: number): string => {
  const plain = withoutHtml(text.toWellFormed().replace(/\r\n?/g, '\n'))
    .replace(UNSEEN, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
  return shortened(plain, most);
};

/** The same as one line. */
export const plainLine = (text: string, most: number): string =>
  shortened(plainText(text, Number.POSITIVE_INFINITY).replace(/\s+/g, ' '), most);
