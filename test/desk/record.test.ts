import { entriesOf, peopleIn, type RecordEntry } from '../../desk/src/desk/pages/record/record-people.ts';
import { whatHappened } from '../../desk/src/desk/pages/record/what-happened.ts';

const entry = (by: string, name: string, at: number): RecordEntry => ({ at, by, name, what: 'reply' });

/** The newest first: Ms. Rivera was Ms. Diaz before. */
const ENTRIES = [entry('r', 'Ms. Rivera', 3), entry('o', 'Mr. Okafor', 2), entry('r', 'Ms. Diaz', 1)];

describe('the record', () => {
  it('knows each person once, by name, under the newest one', () => {
    expect(peopleIn(ENTRIES)).toEqual([
      { id: 'o', name: 'Mr. Okafor' },
      { id: 'r', name: 'Ms. Rivera' },
    ]);
  });

  it('shows what one person did under whatever name, or all of it', () => {
    expect(entriesOf(ENTRIES, 'r').map(({ at }) => at)).toEqual([3, 1]);
    expect(entriesOf(ENTRIES, undefined)).toHaveLength(3);
  });

  it.each([
    ['thread_seen', 'Read a conversation'],
    ['questions_exported', 'Exported questions'],
    ['school_closed_early', 'School closed early'],
    ['constructor', 'Constructor'],
  ])('says of %s “%s”: what it does not know, it shows as it is', (what, words) => {
    expect(whatHappened(what)).toBe(words);
  });
});
