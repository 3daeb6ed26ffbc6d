import { LANGS } from '#core/language.ts';
import { calendarOf } from '../core/dates/support/calendars.ts';
import { problemsIn, withFile } from './support/small-content.ts';

const FILE = 'so/calendar.yaml';
const NAMED = `lambdas/content/${FILE}`;
const changed = (from: string | RegExp, to: string) => withFile(FILE, (text) => text.replace(from, to));

describe('one thing wrong in the words for days and times', () => {
  it.each([
    ['a missing file', withFile(FILE, () => undefined), ':1: error: the file is missing: create it'],
    ['a missing weekday', changed('3: weekday 3, ', ''), ':3: error: values.weekday.3 is missing or wrong'],
    [
      'an unknown kind of word',
      changed('\nmarks:\n', '\nmarks:\n  soon: shortly\n'),
      'error: soon is no field of marks: remove it',
    ],
    [
      'a kind of word that is left out',
      changed(/ {2}gradeWord: .*\n/, ''),
      'error: marks.gradeWord is missing or wrong: write the words, parted by commas',
    ],
    [
      'a word that means two things of one kind',
      changed('2: weekday 2', '2: "weekday 2, Weekday 1"'),
      ':3: error: Weekday 1 stands in values.weekday.1 too: keep it once',
    ],
    [
      'a word that is written twice',
      changed('  next: next', '  next: next, NEXT'),
      'error: NEXT stands in marks.next too: keep it once',
    ],
    [
      'a comma too many',
      changed('  next: next', '  next: next,'),
      'error: a word is missing in marks.next: write it, or remove the comma',
    ],
  ])('%s is named with its file and line', (_, files, expected) => {
    const problems = problemsIn(files);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(NAMED);
    expect(problems[0]).toContain(expected);
  });
});

describe('the real words for days and times', () => {
  it.each(LANGS)('are small enough to be read with the rest of the language in %s', (lang) => {
    expect(Buffer.byteLength(JSON.stringify(calendarOf(lang)))).toBeLessThan(16_000);
  });
});
