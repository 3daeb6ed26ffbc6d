/** What a chart draws and its table says, shaped from the same rows so that they cannot differ. Pure. */
import { countInWords } from './shares.ts';

/** One row of a figure: what is counted, and its numbers, one for each series. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly counts: readonly number[];
  /** Cells of the table that the chart does not draw. */
  readonly notes: readonly string[];
  /** Several rows that were put together. */
  readonly isRest?: boolean;
}

/** A figure: a chart and its table. */
export interface FigureData {
  /** What the rows are: "Language". */
  readonly rowName: string;
  /** What each series counts: "Opened". */
  readonly series: readonly string[];
  /** Heads of the columns of the notes. */
  readonly noteNames: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** What a series adds up to. */
export const total = (rows: readonly Pick<FigureRow, 'counts'>[], series: number): number =>
  rows.reduce((sum, row) => sum + (row.counts[series] ?? 0), 0);

/**
 * The first rows, and one that adds up all others. One row too many is not worth folding away.
 *
 * @param most how many rows stay by themselves
 * @param restName what the others are called: "other topics"
 * @param restNotes their notes, from what they add up to
 */
export const foldRest = (
  data: FigureData,
  most: number,
  restName: string,
  restNotes: (count: number) => readonly string[],
): FigureData => {
  if (data.rows.length <= most + 1) return data;
  const rest = data.rows.slice(most);
  const row: FigureRow = {
    id: 'rest',
    label: `${countInWords(rest.length)} ${restName}`,
    counts: data.series.map((_, series) => total(rest, series)),
    notes: restNotes(total(rest, 0)),
    isRest: true,
  };
  return { ...data, rows: [...data.rows.slice(0, most), row] };
};

/** Whether there is anything to draw. */
export const hasFigures = (data: FigureData): boolean => data.rows.some((row) => row.counts.some((count) => count > 0));

/** Rows by their first number, the largest first; alike ones by name. */
export const largestFirst = (rows: readonly FigureRow[]): readonly FigureRow[] =>
  rows.toSorted((a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0) || a.label.localeCompare(b.label, 'en'));
