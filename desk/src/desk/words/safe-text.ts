/** Texts of strangers, made harmless for the eye. Pure. */

/** A run of plain text, or the name of a mark that would have turned the text around. */
export interface TextPiece {
  readonly text: string;
  readonly isMark: boolean;
}

/** Marks that force the direction of what follows: with them ".exe" reads as "jpg". */
const FORCING: Readonly<Record<string, string>> = {
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for; tab and line feed stay.
const MARKS = /([\u202A-\u202E]|[\u0000-\u0008\u000B-\u001F\u007F-\u009F])/u;

const nameOf = (mark: string): string =>
  FORCING[mark] ?? `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Splits a text so that marks can be shown by name. Isolates and joiners stay: languages need them. */
export const safePieces = (text: string): TextPiece[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(MARKS)
    .flatMap((text, index) => {
      if (text === '') return [];
      return [index % 2 === 1 ? { text: nameOf(text), isMark: true } : { text, isMark: false }];
    });

const ALL_MARKS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const NOT_IN_NAMES = /[\\/:*?"<>|]/gu;
const LONGEST_NAME = 80;
/** Endings that a computer opens without running anything. */
const HARMLESS =
  /\.(?:pdf|txt|csv|rtf|docx?|xlsx?|pptx?|odt|ods|odp|jpe?g|png|webp|gif|heic|mp3|m4a|ogg|oga|opus|aac|wav|mp4|mov|3gp)$/iu;

/**
 * A name under which a stranger's file can be stored: no marks, no folders, not too long, and where its ending is
 * not one of documents or pictures, with `.bin` behind it, so that opening it by mistake runs nothing.
 */
export const safeFileName = (name: string | undefined, fallback: string): string => {
  const plain = (name ?? '').replace(ALL_MARKS, '').replace(NOT_IN_NAMES, '_').replace(/^\.+/u, '').trim();
  const known = plain === '' ? fallback : plain;
  const dot = known.lastIndexOf('.');
  const ending = dot > 0 ? known.slice(dot).slice(0, 12) : '';
  const stem = [...known.slice(0, dot > 0 ? dot : undefined)].slice(0, LONGEST_NAME).join('');
  const short = `${stem}${ending}`;
  return HARMLESS.test(short) ? short : `${short}.bin`;
};
