/** Thrown where a text is no table: its message is a sentence for a person. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  /** As a spreadsheet counts: the line of names is 1. */
  readonly row: number | undefined;

  constructor(message: string, row?: number) {
    super(message);
    this.row = row;
  }
}

/** Reads and writes tables of comma-separated values (RFC 4180). */
export interface Csv {
  /**
   * Every row, the empty ones too, so that their places are the numbers of a spreadsheet less one.
   * @throws CsvError
   */
  read(text: string, delimiter: string): readonly (readonly string[])[];
  write(rows: readonly (readonly string[])[]): string;
}
