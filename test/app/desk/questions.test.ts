import { Questions } from '#contract/desk-api.ts';
import { newContact } from '../../support/stored.ts';
import { HIGH, jsonOf, MIDDLE } from './desk-requests.ts';
import { createDeskWorld } from './desk-world.ts';

const asked = async (...texts: readonly string[]) => {
  const desk = createDeskWorld();
  for (const [at, text] of texts.entries()) {
    desk.forward(60_000);
    await desk.writes(`f${at}x`, text);
  }
  const questionsOf = (person = 'editor') => desk.ask(person, Questions, { path: '/v1/questions' });
  const idsOf = async () => (await questionsOf()).groups.flatMap(({ questions }) => questions.map(({ id }) => id));
  const link = (json: object, person = 'editor') =>
    desk.call(person, { method: 'POST', path: '/v1/questions/link', json });
  const exported = async () => (await desk.call('editor', { path: '/v1/questions/export' })).body;
  return { desk, questionsOf, idsOf, link, exported };
};

describe('questions that the bot could not answer', () => {
  it('are shown to the editor, and only to people of the school', async () => {
    const { questionsOf } = await asked('english nonsense words');
    const { groups } = await questionsOf();
    expect(groups).toMatchObject([{ questions: [{ text: 'english nonsense words', lang: 'en', candidates: [] }] }]);
    expect((await questionsOf('moss')).groups).toEqual([]);
  });

  it('are linked to a topic, seen so, and exported as training questions', async () => {
    const { desk, link, idsOf, exported } = await asked('english nonsense words');
    const questions = await idsOf();
    expect(await exported()).toBe('lang\ttopic\tquestion\n');
    for (let times = 0; times < 2; times += 1) {
      const answer = await link({ questions, topic: 'bus' });
      expect(Questions.parse(jsonOf(answer)).groups).toMatchObject([
        { key: 'linked:bus', questions: [{ linked: { id: 'bus', title: 'en:bus' } }] },
      ]);
    }
    expect(await exported()).toBe('lang\ttopic\tquestion\nen\tbus\tenglish nonsense words\n');
    const { items } = await desk.record.read(10);
    expect(items.map(({ what }) => what)).toEqual([
      'questions_exported',
      'questions_linked',
      'questions_linked',
      'questions_exported',
    ]);
  });

  it.each([
    ['=HYPERLINK("http://evil.example")', '\'=HYPERLINK("http://evil.example")'],
    ['+1 312 555', "'+1 312 555"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['a\tb\nc\r\nd', 'a b c d'],
    ['¿cómo?', '¿cómo?'],
  ])('are exported so that no spreadsheet runs them: %j', async (text, cell) => {
    const { desk, idsOf, link, exported } = await asked();
    const contact = newContact();
    await desk.store.saveQuestion({ contact, number: HIGH, turn: 1, at: desk.now(), lang: 'en', text, candidates: [] });
    await link({ questions: await idsOf(), topic: 'bus' });
    expect((await exported())?.split('\n')[1]?.split('\t').at(-1)).toBe(cell);
  });

  it('come as a file to be saved', async () => {
    const { desk } = await asked();
    const { headers } = await desk.call('editor', { path: '/v1/questions/export' });
    expect(headers).toMatchObject({
      'content-type': 'text/tab-separated-values; charset=utf-8',
      'content-disposition': 'attachment; filename="questions.tsv"',
      'cache-control': 'no-store',
    });
  });

  it('of another school cannot be linked', async () => {
    const { desk, idsOf, link } = await asked('english nonsense words');
    await desk.writes('m', 'palabras sin sentido', MIDDLE);
    const questions = await idsOf();
    expect(questions).toHaveLength(2);
    expect((await link({ questions, topic: 'bus' }, 'rivera')).status).toBe(404);
    expect(desk.store.allQuestions().every(({ linked }) => linked === undefined)).toBe(true);
  });

  it.each<[string, object, number]>([
    ['to a topic that is not there', { questions: ['100000000000001.1.a.1'], topic: 'nothing' }, 400],
    [
      'to a topic with the name of something that every object has',
      { questions: ['100000000000001.1.a.1'], topic: 'constructor' },
      400,
    ],
    ['with an id that is none', { questions: ['x'], topic: 'bus' }, 404],
    ['without a question', { questions: [], topic: 'bus' }, 400],
    ['more than a hundred', { questions: Array.from({ length: 101 }, () => 'x'), topic: 'bus' }, 400],
  ])('cannot be linked %s', async (_what, json, status) => {
    const { link } = await asked();
    expect((await link(json)).status).toBe(status);
  });

  it('that have expired in between are no error', async () => {
    const { link } = await asked();
    expect((await link({ questions: ['100000000000001.1.a.1'], topic: 'bus' })).status).toBe(200);
  });
});
