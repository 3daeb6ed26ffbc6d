/** Stands where a letter was lost. */
const LOST = '\uFFFD';
/** What cannot be seen, and line breaks, as one space: names and rooms are one line. */
const BLANKS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * A cell or a field as it is kept: one line, without blanks around it, its letters composed. Done again it changes
 * nothing, so that what is exported comes back the same.
 */
export const tidy = (text: string): string =>
  text.toWellFormed().replaceAll(LOST, '').replace(BLANKS, ' ').trim().normalize('NFC').trim();

/** `tidy`, and nothing at all where nothing is left. */
export const tidyOr = (text: string | undefined): string | undefined => tidy(text ?? '') || undefined;

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** An id for somebody whose file gives none: the same words give the same id (FNV-1a, 64 bits). */
export const idFrom = (...words: readonly string[]): string => {
  let hash = FNV_OFFSET;
  for (const char of words.join('\n')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * FNV_PRIME);
  }
  return `p-${hash.toString(16).padStart(16, '0')}`;
};
