import { groupQuestions } from '#app/desk/group-questions.ts';
import type { UnansweredQuestion } from '#app/ports.ts';
import { topicId } from '#core/ids.ts';
import { NOW, NUMBER, newContact } from '../../support/stored.ts';

const question = (text: string, parts: Partial<UnansweredQuestion> = {}): UnansweredQuestion => ({
  contact: newContact(),
  number: NUMBER,
  turn: 1,
  at: NOW,
  lang: 'en',
  text,
  candidates: [],
  ...parts,
});
const textsOf = (questions: readonly UnansweredQuestion[]) =>
  groupQuestions(questions).map((group) => group.questions.map(({ text }) => text));

describe('questions stand together', () => {
  it('by the topic that staff linked them to, before what came closest', () => {
    const groups = groupQuestions([
      question('a', { candidates: [topicId('bus-late')] }),
      question('b', { candidates: [topicId('bus-late')], linked: topicId('laptop-internet') }),
      question('c', { candidates: [topicId('library')], linked: topicId('laptop-internet') }),
    ]);
    expect(groups.map(({ key, questions }) => [key, questions.map(({ text }) => text)])).toEqual([
      ['linked:laptop-internet', ['b', 'c']],
      ['near:bus-late', ['a']],
    ]);
  });

  it('by their words where nothing came close: capitals, accents, signs and order make no difference', () => {
    expect(
      textsOf([
        question('¿Dónde está la piscina?'),
        question('Is there a chess club?'),
        question('donde esta LA piscina'),
        question('chess club: is there one?'),
        question('something else entirely'),
      ]),
    ).toEqual([
      ['¿Dónde está la piscina?', 'donde esta LA piscina'],
      ['Is there a chess club?', 'chess club: is there one?'],
      ['something else entirely'],
    ]);
  });

  it('in Chinese by their characters', () => {
    expect(
      textsOf([question('学校有游泳池吗？', { lang: 'zh' }), question('有游泳池吗', { lang: 'zh' })]),
    ).toHaveLength(1);
  });

  it('never in two languages, and never where nothing but signs is in common', () => {
    expect(
      textsOf([question('chess?'), question('chess?', { lang: 'fr' }), question('???'), question('!!!')]),
    ).toHaveLength(4);
  });

  it('with keys that differ', () => {
    const groups = groupQuestions([question('one'), question('two'), question('three')]);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(3);
  });
});
