import { CsvError as ParseError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Csv, CsvError } from '#app/district/csv/ports.ts';

/** Longer than any row of a school's lists: a quotation mark that is never closed must not swallow a whole file. */
const MOST_ROW_CHARACTERS = 100_000;

const QUOTES: readonly string[] = [
  'CSV_QUOTE_NOT_CLOSED',
  'INVALID_OPENING_QUOTE',
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_MAX_RECORD_SIZE',
];

const sentenceFor = (code: string): string =>
  QUOTES.includes(code)
    ? 'A quotation mark (") opens here and is not closed, or stands inside a text. Put the text in quotation marks and double those inside it.'
    : 'This row cannot be read. Save the file again as CSV UTF-8.';

/** Tables of comma-separated values, by the csv packages. */
export const createCsv = (): Csv => ({
  read: (text, delimiter) => {
    let rows = 0;
    try {
      return parse(text, {
        delimiter,
        bom: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        max_record_size: MOST_ROW_CHARACTERS,
        on_record: (record: string[]) => {
          rows += 1;
          return record;
        },
      });
    } catch (error) {
      throw error instanceof ParseError ? new CsvError(sentenceFor(error.code), rows + 1) : error;
    }
  },
  write: (rows) =>
    stringify(
      rows.map((row) => [...row]),
      { record_delimiter: 'windows' },
    ),
});
