import { LANGS } from '#core/language.ts';
import { type Line, linesOf } from './support/tables.ts';

/** Of a hundred expressions at most two are neither read rightly nor asked back. */
const AT_LEAST = 0.98;

const described = ({ kind, text, wanted, found }: Line) => `${kind}: ${text} = ${wanted}, and not ${found}`;

describe.each(LANGS)('days, times, grades and names as families write them in %s', (lang) => {
  const first = linesOf('first', lang);
  const second = linesOf('second', lang);
  const all = [...first, ...second];

  it('are at least forty expressions of days and times, and ten that were written after the words', () => {
    expect(first.filter(({ kind }) => kind === 'day' || kind === 'time').length).toBeGreaterThanOrEqual(40);
    expect(second.length).toBeGreaterThanOrEqual(10);
  });

  it('are never read as something else without a question', () => {
    expect(all.filter(({ outcome }) => outcome === 'wrong').map(described)).toEqual([]);
  });

  it('are read as they are meant', () => {
    const right = all.filter(({ outcome }) => outcome === 'right');

    expect(right.length / all.length).toBeGreaterThanOrEqual(AT_LEAST);
  });
});
