import ICAL from 'ical.js';
import type { CalendarProblem } from '#app/opportunities/import/calendar.ts';
import { contentLines } from './lines.ts';

/** One line of a component, taken apart. */
export interface Property {
  /** Small letters. */
  readonly name: string;
  readonly line: number;
  /** A parameter, by its name in small letters: the first where it has several. */
  parameter(name: string): string | undefined;
  /** `date`, `date-time`, `text` and so on. */
  readonly type: string;
  readonly values: readonly unknown[];
  /** As it stood in the file. */
  readonly raw: string;
}

/** What stands between BEGIN and END. */
export interface CalendarComponent {
  /** Small letters. */
  readonly name: string;
  /** That of its BEGIN. */
  readonly line: number;
  readonly properties: readonly Property[];
  readonly children: readonly CalendarComponent[];
}

interface Draft extends CalendarComponent {
  readonly properties: Property[];
  readonly children: Draft[];
}

type Jcal = readonly [string, Readonly<Record<string, string | readonly string[]>>, string, ...unknown[]];

/** Only these are read: others may hold what they like. */
const READ: readonly string[] = [
  ...['uid', 'dtstart', 'dtend', 'duration', 'rrule', 'rdate', 'exdate', 'recurrence-id', 'sequence', 'status'],
  ...['summary', 'description', 'location', 'url', 'class', 'dtstamp', 'last-modified'],
  ...['x-wr-timezone', 'tzid', 'x-lic-location', 'tzoffsetfrom', 'tzoffsetto'],
];
const NAME = /^[A-Za-z0-9-]+(?=[;:])/;
const MARK = /^(BEGIN|END):\s*([\w-]+)\s*$/i;

/** @throws what the parser throws */
const propertyOf = (text: string, line: number): Property => {
  const [name, parameters, type, ...values] = ICAL.parse.property(text) as Jcal;
  return {
    ...{ name, line, type, values, raw: text },
    parameter: (wanted) => {
      const value = parameters[wanted];
      return typeof value === 'string' ? value : value?.[0];
    },
  };
};

const NOT_A_LINE = 'This line is not one of a calendar and was left out. Maybe the one before it was broken in two.';
const UNREADABLE = 'This line cannot be read and was left out.';

/** Puts components into each other as they begin and end. */
class Tree {
  readonly root: Draft = { name: '', line: 0, properties: [], children: [] };
  private readonly open: Draft[] = [this.root];
  readonly problems: CalendarProblem[] = [];

  begin(name: string, line: number): void {
    const draft: Draft = { name, line, properties: [], children: [] };
    this.open.at(-1)?.children.push(draft);
    this.open.push(draft);
  }

  /** Ends the innermost one of that name, and with it those inside that were not ended. */
  end(name: string, line: number): void {
    const at = this.open.findLastIndex((draft) => draft.name === name);
    if (at > 0) this.open.length = at;
    else this.problems.push({ line, message: `This ends a ${name.toUpperCase()} that did not begin.` });
  }

  add(line: number, text: string): void {
    const name = NAME.exec(text)?.[0].toLowerCase();
    if (name === undefined) this.problems.push({ line, message: NOT_A_LINE });
    else if (READ.includes(name)) {
      try {
        this.open.at(-1)?.properties.push(propertyOf(text, line));
      } catch {
        this.problems.push({ line, message: UNREADABLE });
      }
    }
  }

  /** What has not ended: the last one begun is not whole, and is taken away. */
  close(): boolean {
    const broken = this.open.at(-1);
    if (this.open.length === 1 || !broken) return true;
    const message = `The calendar breaks off in the middle: this ${broken.name.toUpperCase()} has no end.`;
    this.problems.push({ line: broken.line, message });
    if (broken.name !== 'vcalendar') this.open.at(-2)?.children.pop();
    return false;
  }
}

/** The components of a calendar, with what was wrong by line. `isWhole`: everything that began has ended. */
export const readComponents = (
  text: string,
): {
  readonly calendars: readonly CalendarComponent[];
  readonly problems: CalendarProblem[];
  readonly isWhole: boolean;
} => {
  const tree = new Tree();
  for (const { line, text: content } of contentLines(text)) {
    const [, mark, name = ''] = MARK.exec(content) ?? [];
    if (mark === undefined) tree.add(line, content);
    else if (mark.toUpperCase() === 'BEGIN') tree.begin(name.toLowerCase(), line);
    else tree.end(name.toLowerCase(), line);
  }
  const isWhole = tree.close();
  const calendars = tree.root.children.filter(({ name }) => name === 'vcalendar');
  return { calendars, problems: tree.problems, isWhole: isWhole && calendars.length > 0 };
};

/** The first property of that name. */
export const propertyIn = ({ properties }: CalendarComponent, name: string): Property | undefined =>
  properties.find((property) => property.name === name);

/** Its text; undefined where there is none. */
export const textIn = (component: CalendarComponent, name: string): string | undefined => {
  const value = propertyIn(component, name)?.values[0];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};
