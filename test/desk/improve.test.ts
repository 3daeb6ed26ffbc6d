import {
  choose,
  countsOf,
  languagesIn,
  type QuestionGroups,
  type QuestionView,
  shownGroups,
  withLinked,
} from '../../desk/src/desk/pages/improve/question-list.ts';

const BUS = { id: 'bus', title: 'School bus' };
const MEALS = { id: 'meals', title: 'Free meals' };

const question = (id: string, lang: QuestionView['lang'], linked?: typeof BUS): QuestionView => ({
  id,
  text: `question ${id}`,
  lang,
  at: 0,
  candidates: [],
  ...(linked ? { linked } : {}),
});

const LIST: QuestionGroups = {
  groups: [
    { key: 'a', questions: [question('1', 'so'), question('2', 'ar', BUS), question('3', 'so')] },
    { key: 'b', questions: [question('4', 'ar')] },
  ],
};

const shownIds = (list: QuestionGroups, filter: Parameters<typeof shownGroups>[1]) =>
  shownGroups(list, filter).map(({ questions }) => questions.map(({ id }) => id));

describe('the questions that the bot could not answer', () => {
  it('are filtered by language and by link, and a group that is left empty is gone', () => {
    expect(shownIds(LIST, { show: 'all' })).toEqual([['1', '2', '3'], ['4']]);
    expect(shownIds(LIST, { show: 'open' })).toEqual([['1', '3'], ['4']]);
    expect(shownIds(LIST, { show: 'linked' })).toEqual([['2']]);
    expect(shownIds(LIST, { show: 'open', lang: 'ar' })).toEqual([['4']]);
  });

  it('are counted by language, the most frequent first', () => {
    const more = { groups: [...LIST.groups, { key: 'c', questions: [question('5', 'ar')] }] };

    expect(languagesIn(more)).toEqual([
      { lang: 'ar', count: 3 },
      { lang: 'so', count: 2 },
    ]);
  });

  it('are linked, and linked to another topic to undo it; others stay as they were', () => {
    const once = withLinked(LIST, new Set(['1', '4']), BUS);
    const twice = withLinked(once, new Set(['4']), MEALS);

    expect(countsOf(LIST)).toEqual({ all: 4, linked: 1 });
    expect(countsOf(twice)).toEqual({ all: 4, linked: 3 });
    expect(twice.groups.flatMap(({ questions }) => questions.map(({ linked }) => linked?.id))).toEqual([
      'bus',
      'bus',
      undefined,
      'meals',
    ]);
  });

  it('are chosen and let go of by the group', () => {
    const chosen = choose(new Set(['4']), ['1', '3'], true);

    expect([...chosen]).toEqual(['4', '1', '3']);
    expect([...choose(chosen, ['4', '3'], false)]).toEqual(['1']);
  });
});
