/** The days of a summary: put together into weeks where there are many, and named. Pure. */
import { type FigureData, total } from '../../charts/figure-data.ts';
import { countInWords } from '../../charts/shares.ts';

interface Day {
  /** ISO date. */
  readonly date: string;
  readonly opened: number;
  readonly resolved: number;
}

/** From so many days on a chart of days could not be read. */
const MOST_DAYS = 31;

// The dates are the district's, without a time: read and written in the same zone, they stay what they are.
const SHORT = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
const WITHOUT_WEEKDAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** `Mon, Nov 23`. */
const dayName = (date: string): string => SHORT.format(new Date(date));

const weekName = (days: readonly Day[]) => {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  return `${WITHOUT_WEEKDAY.format(new Date(first.date))} – ${WITHOUT_WEEKDAY.format(new Date(last.date))}`;
};

/** Runs of seven days, the last one full: the newest week is the one that people compare with. */
const weeksOf = (days: readonly Day[]) => {
  const weeks: (readonly Day[])[] = [];
  for (let end = days.length; end > 0; end -= 7) weeks.unshift(days.slice(Math.max(0, end - 7), end));
  return weeks;
};

const sum = (days: readonly Day[], what: 'opened' | 'resolved') => days.reduce((all, day) => all + day[what], 0);

const SERIES = ['Opened', 'Resolved'];

/** Opened and resolved by day, or, over more than a month, by week. @param days the oldest first, without gaps */
export const byDayFigure = (days: readonly Day[]): FigureData => {
  if (days.length <= MOST_DAYS) {
    const rows = days.map((day) => ({
      id: day.date,
      label: dayName(day.date),
      counts: [day.opened, day.resolved],
      notes: [],
    }));
    return { rowName: 'Day', series: SERIES, noteNames: [], rows };
  }
  const rows = weeksOf(days).map((week) => ({
    id: week[0]?.date ?? '',
    label: weekName(week),
    counts: [sum(week, 'opened'), sum(week, 'resolved')],
    notes: [],
  }));
  return { rowName: 'Week', series: SERIES, noteNames: [], rows };
};

/** One sentence for those who do not see the chart. */
export const byDayInWords = (figure: FigureData): string => {
  const opened = total(figure.rows, 0);
  const resolved = total(figure.rows, 1);
  const words = `${countInWords(opened)} opened, ${countInWords(resolved)} resolved.`;
  if (opened === 0) return words;
  const busiest = figure.rows.reduce((most, row) => ((row.counts[0] ?? 0) > (most.counts[0] ?? 0) ? row : most));
  const when = figure.rowName === 'Week' ? `in the week ${busiest.label}` : `on ${busiest.label}`;
  return `${words} The most were opened ${when}: ${countInWords(busiest.counts[0] ?? 0)}.`;
};
