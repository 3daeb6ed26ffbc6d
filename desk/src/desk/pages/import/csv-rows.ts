/** Reads CSV (RFC 4180) just so far that rows can be told apart and left out. What is kept stays as it was. Pure. */

export interface CsvRow {
  readonly fields: readonly string[];
  /** The row as it stands in the file, with its line end. */
  readonly raw: string;
}

export type Delimiter = ',' | ';' | '\t';

const QUOTED = /"(?:[^"]|"")*"?/y;
const PLAIN: Readonly<Record<Delimiter, RegExp>> = { ',': /[^,\r\n]*/y, ';': /[^;\r\n]*/y, '\t': /[^\t\r\n]*/y };
const LINE_END = /\r\n|\n|\r/y;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** What stands between the names of the first line: spreadsheets of some countries write semicolons. */
export const delimiterOf = (text: string): Delimiter => {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (delimiter: Delimiter) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
};

const matchAt = (form: RegExp, text: string, at: number): string | undefined => {
  form.lastIndex = at;
  return form.exec(text)?.[0];
};

const unquoted = (field: string): string => field.slice(1, field.endsWith('"') ? -1 : undefined).replaceAll('""', '"');

interface Field {
  readonly value: string;
  readonly end: number;
}

const fieldAt = (text: string, at: number, plain: RegExp): Field => {
  if (text[at] !== '"') {
    const value = matchAt(plain, text, at) ?? '';
    return { value, end: at + value.length };
  }
  const field = matchAt(QUOTED, text, at) ?? '';
  // Letters after the closing quote belong to no rule; they are kept with the field.
  const rest = matchAt(plain, text, at + field.length) ?? '';
  return { value: unquoted(field) + rest, end: at + field.length + rest.length };
};

/** The rows of a table, the line of names first. A line feed between quotes does not end a row. */
export function* csvRows(text: string, delimiter = delimiterOf(text)): Generator<CsvRow> {
  let start = 0;
  let at = 0;
  let fields: string[] = [];
  while (start < text.length) {
    const field = fieldAt(text, at, PLAIN[delimiter]);
    fields.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    at += (matchAt(LINE_END, text, at) ?? '').length;
    yield { fields, raw: text.slice(start, at) };
    start = at;
    fields = [];
  }
}
