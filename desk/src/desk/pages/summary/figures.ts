/** The summary's figures, each shaped for a chart and its table. Pure. */
import type { z } from 'zod/mini';
import type { Summary } from '#contract/desk-api.ts';
import { type FigureData, type FigureRow, largestFirst, total } from '../../charts/figure-data.ts';
import { counted, shareInWords } from '../../charts/shares.ts';
import { reasonOf } from '../../words/handoffs.ts';
import { waitCell } from './waits.ts';

export type SummaryFigures = z.infer<typeof Summary>;

const WAIT_NAMES = ['Half had a reply in', '95 of 100 in'];
const waitNotes = (row: { readonly medianMs?: number | undefined; readonly p95Ms?: number | undefined }) => [
  waitCell(row.medianMs),
  waitCell(row.p95Ms),
];

const SERIES = ['Conversations'];

/** @param names names of languages by code */
export const byLanguageFigure = (summary: SummaryFigures, names: ReadonlyMap<string, string>): FigureData => ({
  rowName: 'Language',
  series: SERIES,
  noteNames: WAIT_NAMES,
  rows: largestFirst(
    summary.byLanguage.map((row) => ({
      id: row.lang,
      label: names.get(row.lang) ?? row.lang,
      counts: [row.count],
      notes: waitNotes(row),
    })),
  ),
});

/** @param names names of schools by id */
export const bySchoolFigure = (summary: SummaryFigures, names: ReadonlyMap<string, string>): FigureData => ({
  rowName: 'School',
  series: SERIES,
  noteNames: WAIT_NAMES,
  rows: largestFirst(
    summary.bySchool.map((row) => ({
      id: row.school,
      label: names.get(row.school) ?? row.school,
      counts: [row.count],
      notes: waitNotes(row),
    })),
  ),
});

const withShares = (rows: readonly Omit<FigureRow, 'notes'>[]): readonly FigureRow[] => {
  const all = total(rows, 0);
  return largestFirst(rows.map((row) => ({ ...row, notes: [shareInWords(row.counts[0] ?? 0, all)] })));
};

export const byTopicFigure = (summary: SummaryFigures): FigureData => ({
  rowName: 'Topic',
  series: SERIES,
  noteNames: ['Share'],
  rows: withShares(summary.byTopic.map((row) => ({ id: row.topic, label: row.title, counts: [row.count] }))),
});

export const byReasonFigure = (summary: SummaryFigures): FigureData => ({
  rowName: 'Reason',
  series: SERIES,
  noteNames: ['Share'],
  rows: withShares(
    summary.byReason.map((row) => ({ id: row.reason, label: reasonOf({ reason: row.reason }), counts: [row.count] })),
  ),
});

export const ratingsFigure = ({ ratings: { good, bad } }: SummaryFigures): FigureData => ({
  rowName: 'Rating',
  series: ['Families'],
  noteNames: ['Share'],
  rows: [
    { id: 'good', label: 'It helped', counts: [good], notes: [shareInWords(good, good + bad)] },
    { id: 'bad', label: 'It did not help', counts: [bad], notes: [shareInWords(bad, good + bad)] },
  ],
});

/** One sentence for those who do not see the chart: what stands out. @param rowName what a row is: "language" */
export const mostInWords = (data: FigureData, rowName: string): string => {
  const [first] = data.rows;
  if (!first) return '';
  const most = `${first.label}: ${counted(first.counts[0] ?? 0, 'conversation')}`;
  return data.rows.length === 1 ? `${most}.` : `${counted(data.rows.length, rowName)}. The most: ${most}.`;
};

export const ratingsInWords = ({ ratings: { good, bad } }: SummaryFigures): string =>
  `${counted(good + bad, 'family has', 'families have')} rated: ${shareInWords(good, good + bad)} say that it helped.`;

/** Whether anything happened in the time chosen. */
export const hasAnyFigures = (summary: SummaryFigures): boolean =>
  summary.opened > 0 ||
  summary.resolved > 0 ||
  summary.unanswered > 0 ||
  summary.ratings.good + summary.ratings.bad > 0;
