import * as fc from 'fast-check';
import { durationInShort, durationInWords } from '../../desk/src/desk/charts/durations.ts';
import { type FigureData, foldRest, hasFigures, largestFirst, total } from '../../desk/src/desk/charts/figure-data.ts';
import { labelLines } from '../../desk/src/desk/charts/label-lines.ts';
import { counted, shareInWords } from '../../desk/src/desk/charts/shares.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a length of time', () => {
  it.each([
    [-5 * MINUTE, 'less than a minute', '<\u00A01\u00A0min'],
    [29_999, 'less than a minute', '<\u00A01\u00A0min'],
    [MINUTE, '1 minute', '1\u00A0min'],
    [59.6 * MINUTE, '1 hour', '1\u00A0h'],
    [2 * HOUR + 5 * MINUTE, '2 hours 5 minutes', '2\u00A0h 5\u00A0min'],
    [DAY - 20_000, '1 day', '1\u00A0d'],
    [2 * DAY - 20 * MINUTE, '2 days', '2\u00A0d'],
    [3 * DAY + 4 * HOUR + 10 * MINUTE, '3 days 4 hours', '3\u00A0d 4\u00A0h'],
  ])('of %d ms is said as “%s” and written as “%s”', (ms, words, short) => {
    expect(durationInWords(ms)).toBe(words);
    expect(durationInShort(ms)).toBe(short);
  });
});

describe('a share', () => {
  it.each([
    [1, 3, '33%'],
    [0, 10, '0%'],
    [10, 10, '100%'],
    [1, 1000, 'under 1%'],
    [999, 1000, 'over 99%'],
    [0, 0, '–'],
  ])('%d of %d is %s', (part, whole, words) => {
    expect(shareInWords(part, whole)).toBe(words);
  });

  it('one thing is told apart from several, and an odd plural is kept', () => {
    expect([counted(1, 'question'), counted(0, 'question'), counted(1204, 'entry', 'entries')]).toEqual([
      '1 question',
      '0 questions',
      '1,204 entries',
    ]);
  });
});

const figureOf = (counts: readonly number[]): FigureData => ({
  rowName: 'Topic',
  series: ['Conversations'],
  noteNames: ['Share'],
  rows: counts.map((count, index) => ({ id: `${index}`, label: `topic ${index}`, counts: [count], notes: ['x'] })),
});

describe('the rows of a figure', () => {
  it('beyond the first few are added up in one', () => {
    const folded = foldRest(figureOf([9, 5, 3, 2, 1]), 2, 'other topics', (rest) => [`${rest} in all`]);

    expect(folded.rows.map(({ label, counts, notes }) => [label, counts, notes])).toEqual([
      ['topic 0', [9], ['x']],
      ['topic 1', [5], ['x']],
      ['3 other topics', [6], ['6 in all']],
    ]);
  });

  it('stay as they are where only one would be folded away', () => {
    const figure = figureOf([3, 2, 1]);

    expect(foldRest(figure, 2, 'other topics', () => [])).toBe(figure);
  });

  it('add up to the same, folded or not', () => {
    const counts = fc.array(fc.nat({ max: 1000 }), { maxLength: 40 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 12 }), (all, most) => {
        const folded = foldRest(figureOf(all), most, 'other topics', () => ['']);
        expect(total(folded.rows, 0)).toBe(total(figureOf(all).rows, 0));
        expect(folded.rows.length).toBeLessThanOrEqual(most + 1);
      }),
      { seed: 4 },
    );
  });

  it('stand with the largest first, alike ones by name', () => {
    const rows = largestFirst([
      { id: 'b', label: 'Beta', counts: [2], notes: [] },
      { id: 'c', label: 'Gamma', counts: [7], notes: [] },
      { id: 'a', label: 'Alpha', counts: [2], notes: [] },
    ]);

    expect(rows.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('of nothing but zeros are no figures', () => {
    expect([hasFigures(figureOf([])), hasFigures(figureOf([0, 0])), hasFigures(figureOf([0, 1]))]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('a name at the axis of a chart', () => {
  it.each([
    ['School bus', ['School bus']],
    ['Lincoln Elementary School', ['Lincoln Elementary', 'School']],
    ['Washington International High School', ['Washington', 'International High…']],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifffah…']],
  ])('“%s” takes two short lines at most', (name, lines) => {
    expect(labelLines(name, 'lying')).toEqual(lines);
  });

  it('a date stands under its weekday, the end of a week under its beginning', () => {
    expect(labelLines('Mon, Nov 23', 'upright')).toEqual(['Mon', 'Nov 23']);
    expect(labelLines('Nov 17 – Nov 23', 'upright')).toEqual(['Nov 17 –', 'Nov 23']);
  });
});
