import { Summary } from '#contract/desk-api.ts';
import { total } from '../../desk/src/desk/charts/figure-data.ts';
import { byDayFigure, byDayInWords } from '../../desk/src/desk/pages/summary/days.ts';
import {
  byLanguageFigure,
  byReasonFigure,
  hasAnyFigures,
  mostInWords,
  ratingsFigure,
  ratingsInWords,
  type SummaryFigures,
} from '../../desk/src/desk/pages/summary/figures.ts';
import { firstReplyInWords } from '../../desk/src/desk/pages/summary/waits.ts';

const MINUTE = 60_000;

const EMPTY: SummaryFigures = Summary.parse({
  days: 7,
  waiting: 0,
  urgent: 0,
  opened: 0,
  resolved: 0,
  firstReply: {},
  byLanguage: [],
  bySchool: [],
  byTopic: [],
  byReason: [],
  byDay: [],
  ratings: { good: 0, bad: 0 },
  unanswered: 0,
});

/** So many days up to Monday, November 23, 2026; on the n-th, n are opened. */
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.UTC(2026, 10, 23 - (count - 1 - index))).toISOString().slice(0, 10),
    opened: index + 1,
    resolved: 1,
  }));

describe('the first reply in words', () => {
  it.each([
    [{}, 'No family has had a first reply in this time yet.'],
    [{ medianMs: 12 * MINUTE }, 'Half of the families had a first reply within 12 minutes.'],
    [
      { medianMs: 12 * MINUTE, p95Ms: 190 * MINUTE },
      'Half of the families had a first reply within 12 minutes, 95 of 100 within 3 hours 10 minutes.',
    ],
  ])('%j', (waits, words) => {
    expect(firstReplyInWords(waits)).toBe(words);
  });
});

describe('the days of a summary', () => {
  it('stand one by one within a month, each on its date in every zone', () => {
    const figure = byDayFigure(days(7));

    expect(figure.rowName).toBe('Day');
    expect(figure.rows.map(({ label }) => label).slice(-2)).toEqual(['Sun, Nov 22', 'Mon, Nov 23']);
    expect(byDayInWords(figure)).toBe('28 opened, 7 resolved. The most were opened on Mon, Nov 23: 7.');
  });

  it('of three months stand by week, the newest week full, and none is lost', () => {
    const figure = byDayFigure(days(90));

    expect(figure.rowName).toBe('Week');
    expect(figure.rows.at(-1)).toMatchObject({
      label: 'Nov 17 – Nov 23',
      counts: [84 + 85 + 86 + 87 + 88 + 89 + 90, 7],
    });
    expect([total(figure.rows, 0), total(figure.rows, 1)]).toEqual([(90 * 91) / 2, 90]);
  });

  it('without anything say so without a busiest day', () => {
    expect(byDayInWords(byDayFigure([{ date: '2026-11-23', opened: 0, resolved: 2 }]))).toBe('0 opened, 2 resolved.');
  });
});

describe('a figure of the summary', () => {
  const summary: SummaryFigures = {
    ...EMPTY,
    byLanguage: [
      { lang: 'es', count: 3, medianMs: 5 * MINUTE, p95Ms: 65 * MINUTE },
      { lang: 'so', count: 9 },
    ],
    byReason: [
      { reason: 'asked', count: 3 },
      { reason: 'danger', count: 1 },
    ],
    ratings: { good: 9, bad: 1 },
  };

  it('names languages, the most frequent first; where nobody had a reply there is a dash', () => {
    const figure = byLanguageFigure(summary, new Map([['so', 'Somali']]));

    expect(figure.rows.map(({ label, counts, notes }) => [label, counts[0], ...notes])).toEqual([
      ['Somali', 9, '–', '–'],
      ['es', 3, '5\u00A0min', '1\u00A0h 5\u00A0min'],
    ]);
    expect(mostInWords(figure, 'language')).toBe('2 languages. The most: Somali: 9 conversations.');
  });

  it('gives reasons in words with their share', () => {
    expect(byReasonFigure(summary).rows.map(({ label, notes }) => [label, notes[0]])).toEqual([
      ['Asked for a person', '75%'],
      ['May be in danger', '25%'],
    ]);
  });

  it('says how many families were helped', () => {
    expect(ratingsFigure(summary).rows.map(({ counts }) => counts[0])).toEqual([9, 1]);
    expect(ratingsInWords(summary)).toBe('10 families have rated: 90% say that it helped.');
  });

  it('is missing only where nothing has happened at all', () => {
    expect([hasAnyFigures(EMPTY), hasAnyFigures({ ...EMPTY, unanswered: 1 }), hasAnyFigures(summary)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
