/** Names at the axis of a chart. Pure. */

/** `upright` for what goes on in time, `lying` for what has names. */
export type BarShape = 'upright' | 'lying';

/** So much of a name stands in one line beside its bar. */
const MOST_LETTERS = 20;

const cut = (line: string) => (line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1).trimEnd()}…` : line);

/** Two lines at most, broken between words; what is longer is cut: the table has all of it. */
const wrapped = (name: string): readonly string[] => {
  if (name.length <= MOST_LETTERS) return [name];
  const end = name.lastIndexOf(' ', MOST_LETTERS);
  return end < 0 ? [cut(name)] : [name.slice(0, end), cut(name.slice(end + 1))];
};

/** The lines of a name: a date under its weekday, the end of a week under its beginning, other names wrapped. */
export const labelLines = (name: string, shape: BarShape): string[] => {
  if (shape === 'lying') return [...wrapped(name)];
  return name.replace(', ', '\n').replace(' – ', ' –\n').split('\n');
};
