import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGS } from '#core/language.ts';
import { EVENT_LISTENS, EVENT_SECTIONS } from '#core/opportunities/event-words.ts';
import { TEMPLATES } from '#core/outreach/templates.ts';
import { checkEventWords, readEventWords } from '../../bin/content/event-words.ts';
import { type Problem, problemText } from '../../bin/content/problem.ts';
import { checkTemplates, readTemplates } from '../../bin/content/templates.ts';
import { readTips } from '../../bin/content/tips.ts';
import { wordsIn } from '../../bin/content/words-file.ts';

const REVIEW = 'review: { state: draft, due: 2027-05-24 }\n';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  for (const lang of LANGS) mkdirSync(join(folder, lang));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
/** What is said of the languages that have the file. */
const texts = (problems: readonly Problem[]) =>
  problems.map(problemText).filter((text) => !text.includes('create the file'));

const events = (change: (line: string) => string | undefined = (line) => line) =>
  [
    ...Object.entries(EVENT_SECTIONS).flatMap(([section, names]) => [
      `${section}:`,
      ...names.map((name) => `  ${name}: "${name === 'wishKept' ? '{category} {stop}' : 'word'}"`),
    ]),
    'listens:',
    ...EVENT_LISTENS.map((name) => `  ${name}: [word]`),
  ]
    .flatMap((line) => change(line) ?? [])
    .join('\n');

describe('the words about what is coming up', () => {
  const read = () => {
    const written = readEventWords(folder, folder);
    return { written, problems: texts([...written.problems, ...checkEventWords(written)]) };
  };

  it('a language without the file says them in English, with a warning', () => {
    put('en/events.yaml', REVIEW + events());
    const written = readEventWords(folder, folder);

    expect(written.problems).toHaveLength(LANGS.length - 1);
    expect(new Set(written.problems.map(({ severity, message }) => `${severity}: ${message}`))).toEqual(
      new Set(['warning: not translated yet: create the file']),
    );
    expect(wordsIn(written, 'so')?.says.list).toBe('word');
  });

  it('without the English file nothing can be said', () => {
    expect(readEventWords(folder, folder).problems[0]).toEqual({
      file: 'en/events.yaml',
      line: 1,
      severity: 'error',
      message: 'the file is missing: create it',
    });
  });

  it('a text that is missing is said in English, with a warning', () => {
    put('en/events.yaml', REVIEW + events());
    put('es/events.yaml', REVIEW + events((line) => (line.startsWith('  wishKept') ? undefined : line)));
    const { written, problems } = read();

    expect(problems).toEqual([
      expect.stringMatching(/^es\/events\.yaml:\d+: warning: says\.wishKept is not translated yet: write the words$/),
    ]);
    expect(wordsIn(written, 'es')?.says.wishKept).toBe('{category} {stop}');
  });

  it.each([
    ['a title too long to tap', 'fair: "word"', 'fair: "a title of more than 24 letters"', 'at most 24 characters'],
    [
      'another field',
      'wishKept: "{category} {stop}"',
      'wishKept: "{stop}"',
      'the fields are stop, and category, stop in en',
    ],
    ['an unknown text', 'listens:', 'listens:\n  nobody: [word]', 'nobody is no field of listens: remove it'],
  ])('%s is named', (_, from, to, expected) => {
    put('en/events.yaml', REVIEW + events());
    put('es/events.yaml', REVIEW + events().replace(from, to));

    expect(read().problems).toEqual([expect.stringContaining(expected)]);
  });
});

const template = (name: string, parameters: readonly string[]) =>
  `  ${name}: { body: "${parameters.map((one) => `{{${one}}}`).join(' ')} words", button: "Open" }\n`;
const templates = Object.entries(TEMPLATES).map(([name, { parameters }]) => template(name, parameters));

describe('the texts of templates', () => {
  const problemsOf = (text: string) => {
    put('en/templates.yaml', `${REVIEW}templates:\n${text}`);
    const written = readTemplates(folder, folder);
    return texts([...written.problems, ...checkTemplates(written)]);
  };

  it('that hold what is filled in have nothing wrong', () => {
    expect(problemsOf(templates.join(''))).toEqual([]);
  });

  it.each([
    ['a parameter too many', '{{title}} words', '{{title}} {{nobody}} words', 'the parameters are'],
    ['a body too long', 'words', 'x'.repeat(1025), 'a body has at most 1024 characters'],
    ['a button too long', '"Open"', '"Open this long, long button"', 'a button has at most 25 characters'],
  ])('%s is named', (_, from, to, expected) => {
    expect(problemsOf(templates.join('').replace(from, to))).toEqual([expect.stringContaining(expected)]);
  });
});

describe('tips', () => {
  it('a language without them has none, and is no error', () => {
    put(
      'en/tips.yaml',
      `${REVIEW}tips: { early: [{ fact: a, activity: b, further: c }], elementary: [], middle: [], high: [] }`,
    );
    const { languages, problems } = readTips(folder, folder);

    expect(languages.map(({ lang }) => lang)).toEqual(['en']);
    expect(languages[0]?.words.early[0]?.activity).toBe('b');
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('a tip without something to do is named', () => {
    put('en/tips.yaml', `${REVIEW}tips: { early: [{ fact: a, further: c }], elementary: [], middle: [], high: [] }`);

    expect(texts(readTips(folder, folder).problems)).toEqual([
      expect.stringContaining('tips.early.0.activity is missing'),
    ]);
  });
});
