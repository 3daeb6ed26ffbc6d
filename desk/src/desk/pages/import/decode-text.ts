/** Turns the bytes of a table into text. Pure. */

/** What stands in the way of an import; the message says what to do. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';
}

export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16';
}

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((value, index) => bytes[index] === value);

const AS_UTF8 =
  'In Excel: File, Save As, choose “CSV UTF-8 (Comma delimited)”. In Google Sheets: File, Download, “Comma-separated values”. Then choose it again.';

const isWorkbook = (bytes: Uint8Array): boolean =>
  begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const decodeAs = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** @throws FileTrouble where the bytes are not text in an encoding that can be told for sure */
export const decodeText = (bytes: Uint8Array, name: string): Decoded => {
  if (isWorkbook(bytes)) throw new FileTrouble(`${name} is a workbook, not a CSV file. ${AS_UTF8}`);
  const isLittle = begins(bytes, 0xff, 0xfe);
  const is16 = isLittle || begins(bytes, 0xfe, 0xff);
  const text = is16 ? decodeAs(bytes, isLittle ? 'utf-16le' : 'utf-16be') : decodeAs(bytes, 'utf-8');
  // Text of two bytes a letter without its mark reads as UTF-8 with a zero after each letter.
  if (text === undefined || text.includes('\0')) {
    throw new FileTrouble(`${name} is not saved as UTF-8, so that names such as Peña would be spoilt. ${AS_UTF8}`);
  }
  return { text, encoding: is16 ? 'UTF-16' : 'UTF-8' };
};
