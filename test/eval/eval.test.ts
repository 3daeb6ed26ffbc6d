import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '#adapters/content/compiled.ts';
import { DANGERS } from '#core/content.ts';
import { LANGS } from '#core/language.ts';
import { compileContent, ROOT } from '../../bin/content/compile-content.ts';
import { areaUnder } from '../../bin/eval/compare.ts';
import { ask, type Figures, figuresOf } from '../../bin/eval/measure.ts';
import { missesOf } from '../../bin/eval/misses.ts';
import { testQuestions } from '../../bin/eval/test-questions.ts';

const { content, understand } = loadContent(compileContent());

/**
 * What every language has to hold on questions that never entered training. Some points below what was measured:
 * a change of the content moves single questions. The aims stand in `bin/eval/report.ts`.
 */
const AT_LEAST = {
  top1: 0.85,
  top3: 0.93,
  abstained: 0.84,
  dangerFound: 0.65,
  dangerFoundOrAsked: 0.8,
  languageShort: 0.9,
  languageLong: 0.98,
} as const satisfies Partial<Record<keyof Figures, number>>;
const AT_MOST = { wrong: 0.03, wrongHarmful: 0.01, falseAlarms: 0.03 } as const satisfies Partial<
  Record<keyof Figures, number>
>;

describe.each(LANGS)('unseen questions in %s', (lang) => {
  const questions = testQuestions(lang);
  const figures = figuresOf(ask(questions, understand), lang, content);

  it('are enough, and of all kinds', () => {
    expect(questions.length).toBeGreaterThanOrEqual(lang === 'en' ? 120 : 60);
    expect(new Set(questions.map(({ expected }) => expected)).size).toBe(6);
    const dangers = questions.flatMap((question) => (question.expected === 'danger' ? [question.danger] : []));
    expect(new Set(dangers)).toEqual(new Set(DANGERS));
  });

  it('ask for topics that there are', () => {
    const asked = questions.flatMap((question) => (question.expected === 'topic' ? [question.topic] : []));

    expect(asked.filter((topic) => content.packs.en.topics[topic] === undefined)).toEqual([]);
  });

  it('never entered training', () => {
    const folder = join(ROOT, 'lambdas', 'content', lang);
    const trained = Object.keys(content.packs[lang].topics).map((id) =>
      readFileSync(join(folder, 'topics', `${id}.md`), 'utf8'),
    );
    const whole = new Set(trained.flatMap((text) => text.split('\n').map((line) => line.replace(/^ *- /, '').trim())));
    const same = questions.filter(({ text, expected }) => expected === 'topic' && whole.has(text.trim()));

    // The shortest questions have only one wording.
    expect(same.length / questions.length).toBeLessThan(0.04);
  });

  it.each(Object.entries(AT_LEAST))('%s is at least %d', (name, least) => {
    expect(figures[name as keyof Figures]).toBeGreaterThanOrEqual(least);
  });

  it.each(Object.entries(AT_MOST))('%s is at most %d', (name, most) => {
    expect(figures[name as keyof Figures]).toBeLessThanOrEqual(most);
  });
});

describe('the figures', () => {
  const answered = ask(
    [
      { text: 'my boy has fever can he go school', expected: 'topic', topic: 'sick-child' },
      { text: 'is there a bus for my daughter', expected: 'topic', topic: 'sick-child' },
      { text: 'he has a gun and he is coming to the school', expected: 'danger', danger: 'violence' },
      { text: 'qwxz plof brrr', expected: 'none' },
    ],
    understand,
  );

  it('count what was right and what was confidently wrong', () => {
    expect(figuresOf(answered, 'en', content)).toMatchObject({
      asked: 4,
      top1: 0.5,
      wrong: 0.5,
      abstained: 1,
      dangerFound: 1,
      falseAlarms: 0,
    });
  });

  it('list what was missed', () => {
    const [miss, ...others] = missesOf(answered, 'en');

    expect(miss).toMatch(/^sick-child\ttopic:school-bus:/);
    expect(others).toEqual([]);
  });

  it.each([
    [[2, 3], [0, 1], 1],
    [[0, 1], [2, 3], 0],
    [[1, 3], [0, 2], 0.75],
  ])('the area of %j over %j', (ours, foreign, area) => {
    expect(areaUnder(ours, foreign)).toBe(area);
  });
});

describe('npm run eval', () => {
  it('prints a table and writes the report and its picture', () => {
    const { stdout, status } = spawnSync(process.execPath, ['bin/eval.ts', '--lang', 'en'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const report = JSON.parse(readFileSync(join(ROOT, 'build', 'eval', 'report.json'), 'utf8'));

    expect(status).toBe(0);
    expect(stdout).toContain('top-1: met in');
    expect(report.languages.map(({ lang }: { lang: string }) => lang)).toEqual(['en']);
    expect(readFileSync(join(ROOT, 'build', 'eval', 'report.svg'), 'utf8')).toContain('<svg');
  });
});
