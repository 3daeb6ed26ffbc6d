import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { SavedReply } from '#contract/desk-api.ts';
import { LANGS } from '#core/language.ts';
import { problemText } from '../../bin/content/problem.ts';
import {
  checkSavedReplies,
  compileSavedReplies,
  readSavedReplies,
  type WrittenSavedReplies,
} from '../../bin/content/saved-replies.ts';

const TODAY = '2026-11-23';
const ROOT = join(import.meta.dirname, '..', '..');
const REVIEWED = 'review: { state: reviewed, by: "A. Reader", on: 2026-11-01, due: 2027-03-01 }\n';

/** Two replies; their titles stand on lines 4 and 8, their texts on lines 5 and 9. */
const ENGLISH = `${REVIEWED}replies:
  bus-late:
    title: The bus is late
    text: |-
      Bus {route} is {minutes} minutes late. Wait 5 minutes.
  thank-you:
    title: Thank you
    text: Thank you for telling us.
`;
/** The same without titles: the texts stand on lines 4 and 7. */
const TRANSLATED = ENGLISH.replaceAll(/ {4}title: .*\n/g, '');

type Files = Readonly<Record<string, string | undefined>>;
const nameOf = (lang: string) => `lambdas/content/${lang}/saved-replies.yaml`;
const GOOD: Files = Object.fromEntries(LANGS.map((lang) => [lang, lang === 'en' ? ENGLISH : TRANSLATED]));
/** The files with one of them changed, or left out. */
const inOne = (lang: string, change: (text: string) => string | undefined): Files => ({
  ...GOOD,
  [lang]: change(GOOD[lang] ?? ''),
});
const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

const read = (files: Files): WrittenSavedReplies => {
  const root = mkdtempSync(join(tmpdir(), 'homeroom-saved-replies-'));
  try {
    for (const [lang, text] of Object.entries(files)) {
      if (text === undefined) continue;
      const path = join(root, nameOf(lang));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return readSavedReplies(join(root, 'lambdas', 'content'), root);
  } finally {
    rmSync(root, { recursive: true });
  }
};
const problemsOf = (written: WrittenSavedReplies) =>
  [...written.problems, ...checkSavedReplies(written, TODAY)].map(problemText);

describe('saved replies with nothing wrong in them', () => {
  it('have no problem', () => {
    expect(problemsOf(read(GOOD))).toEqual([]);
  });

  it('are compiled to what the desk is told', () => {
    const compiled = compileSavedReplies(read(GOOD));

    expect(z.array(SavedReply).parse(compiled)).toEqual(compiled);
    expect(compiled.map(({ id, title, fields }) => ({ id, title, fields }))).toEqual([
      { id: 'bus-late', title: 'The bus is late', fields: ['route', 'minutes'] },
      { id: 'thank-you', title: 'Thank you', fields: [] },
    ]);
    expect(Object.keys(compiled[0]?.texts ?? {})).toEqual([...LANGS]);
    expect(compiled[0]?.texts['ar']).toBe('Bus {route} is {minutes} minutes late. Wait 5 minutes.');
  });

  it('are reviewed when every language is', () => {
    const isReviewed = (files: Files) => compileSavedReplies(read(files)).map((reply) => reply.isReviewed);

    expect(isReviewed(GOOD)).toEqual([true, true]);
    expect(isReviewed(inOne('so', replaced(/review: .*/, 'review: { state: draft, due: 2027-03-01 }')))).toEqual([
      false,
      false,
    ]);
  });

  it('may name a field twice, and in another order', () => {
    const files = inOne('vi', replaced(/Bus .*/, '{minutes} / {route} / {minutes}: 5.'));

    expect(problemsOf(read(files))).toEqual([]);
  });
});

describe('one thing wrong', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    ['a missing file', inOne('ps', () => undefined), [`${nameOf('ps')}:1: error: the file is missing: create it`]],
    [
      'broken YAML',
      inOne('es', replaced('text: Thank', 'text: "Thank')),
      [expect.stringContaining(`${nameOf('es')}:8: error: this is not valid YAML: `)],
    ],
    [
      'an id that stands twice',
      inOne('es', (text) => `${text}  thank-you:\n    text: Again\n`),
      [expect.stringContaining(`${nameOf('es')}:8: error: this is not valid YAML: Map keys must be unique`)],
    ],
    [
      'no review',
      inOne('es', replaced(REVIEWED, '')),
      [expect.stringContaining(`${nameOf('es')}:1: error: review is missing or wrong: `)],
    ],
    [
      'an id with a capital letter',
      inOne('es', replaced('bus-late', 'Bus-Late')),
      [
        `${nameOf('es')}:3: error: replies.Bus-Late is missing or wrong: an id is small letters and dashes, like bus-late`,
      ],
    ],
    [
      'a reply without words',
      inOne('fr', replaced('text: Thank you for telling us.', 'text:')),
      [`${nameOf('fr')}:7: error: replies.thank-you.text is missing or wrong: write the words`],
    ],
    [
      'an unknown part of a reply',
      inOne('fr', replaced('    text: Thank', '    words: Thank\n    text: Thank')),
      [`${nameOf('fr')}:7: error: words is no field of replies.thank-you: remove it`],
    ],
    [
      'a title that is too long',
      inOne('en', replaced('title: Thank you', `title: ${'x'.repeat(41)}`)),
      [`${nameOf('en')}:8: error: replies.thank-you.title is missing or wrong: 40 characters at most`],
    ],
    [
      'no title in the source language',
      inOne('en', replaced('    title: Thank you\n', '')),
      [`${nameOf('en')}:7: error: the reply thank-you has no title: staff choose it by its title`],
    ],
    [
      'the same title twice',
      inOne('en', replaced('title: Thank you', 'title: the bus is late')),
      [`${nameOf('en')}:8: error: bus-late has this title too: staff cannot tell them apart`],
    ],
    [
      'a title in another language',
      inOne('ht', replaced('    text: Thank', '    title: Mèsi\n    text: Thank')),
      [`${nameOf('ht')}:7: error: the title is for staff and stands in en only: remove it`],
    ],
    [
      'a reply that is not translated',
      inOne('ru', replaced(/ {2}thank-you:\n.*\n/, '')),
      [`${nameOf('ru')}:2: error: the reply thank-you is missing: translate it`],
    ],
    [
      'a reply that the source language does not have',
      inOne('ru', (text) => `${text}  good-bye:\n    text: Good bye\n`),
      [`${nameOf('ru')}:8: error: there is no reply good-bye in en: write it there first, or remove it here`],
    ],
    [
      'a field that is lost',
      inOne('uk', replaced('{minutes} minutes', 'some minutes')),
      [`${nameOf('uk')}:4: error: the fields are route, and minutes, route in en: make them the same`],
    ],
    [
      'a field that is translated',
      inOne('es', replaced('{route}', '{ruta}')),
      [`${nameOf('es')}:4: error: the fields are minutes, ruta, and minutes, route in en: make them the same`],
    ],
    [
      'a number that has changed',
      inOne('sw', replaced('Wait 5', 'Wait 15')),
      [`${nameOf('sw')}:4: error: the numbers are 15, and 5 in en: make them the same`],
    ],
    [
      'a number in digits that nobody else writes',
      inOne('ar', replaced('Wait 5', 'Wait ٥')),
      [`${nameOf('ar')}:4: error: the numbers are none, and 5 in en: make them the same`],
    ],
    [
      'a number that the original does not have',
      inOne('pt', replaced('Thank you for', 'Thank you 2 for')),
      [`${nameOf('pt')}:7: error: the numbers are 2, and none in en: make them the same`],
    ],
    [
      'a text that is too long',
      inOne('zh', replaced('Thank you for telling us.', '好'.repeat(701))),
      [`${nameOf('zh')}:7: error: the text has 701 characters: at most 700`],
    ],
    [
      'a fact, which nobody fills in',
      inOne('zh', replaced('telling us', '{{officePhone|the office}}')),
      [`${nameOf('zh')}:7: error: no facts are filled in here: write the words, or a {field} for staff to fill in`],
    ],
    [
      'a field that is not closed',
      inOne('zh', replaced('telling us', '{child')),
      [`${nameOf('zh')}:7: error: a brace belongs to no field: write {field}, letters only`],
    ],
    [
      'a draft',
      inOne('so', replaced(/review: .*/, 'review: { state: draft, due: 2027-03-01 }')),
      [`${nameOf('so')}:1: warning: nobody has reviewed these texts yet`],
    ],
    [
      'a review that is overdue',
      inOne('so', replaced('2027-03-01', '2026-11-22')),
      [`${nameOf('so')}:1: warning: the review was due on 2026-11-22: read it again and set a new date`],
    ],
    [
      'a review by nobody',
      inOne('so', replaced('by: "A. Reader", ', '')),
      [`${nameOf('so')}:1: error: a reviewed text says by whom and on which day: add review.by and review.on`],
    ],
  ])('%s is named with its file and line, and nothing else is', (_, files, expected) => {
    expect(problemsOf(read(files))).toEqual(expected);
  });

  it('in the source language is all that is said while that cannot be read', () => {
    const written = read(inOne('en', () => undefined));

    expect(problemsOf(written)).toEqual([`${nameOf('en')}:1: error: the file is missing: create it`]);
    expect(compileSavedReplies(written)).toEqual([]);
  });
});

describe('the real saved replies', () => {
  const written = readSavedReplies(join(ROOT, 'lambdas', 'content'), ROOT);
  const compiled = compileSavedReplies(written);
  const texts = compiled.flatMap(({ id, texts }) =>
    Object.entries(texts).map(([lang, text]) => [`${lang} ${id}`, text] as const),
  );

  it('have no errors', () => {
    const problems = [...written.problems, ...checkSavedReplies(written, TODAY)];

    expect(problems.filter(({ severity }) => severity === 'error').map(problemText)).toEqual([]);
  });

  it('are at least 24, in every language', () => {
    expect(compiled.length).toBeGreaterThanOrEqual(24);
    expect(texts).toHaveLength(compiled.length * LANGS.length);
  });

  it('are not left in English', () => {
    const english = new Map(compiled.map(({ id, texts }) => [id, texts['en']]));
    const same = texts.filter(
      ([name, text]) => !name.startsWith('en ') && english.get(name.split(' ')[1] ?? '') === text,
    );

    expect(same.map(([name]) => name)).toEqual([]);
  });

  it('end like a sentence, without doubled spaces or spaces before a full stop', () => {
    const isWhole = (text: string) => /[.!?؟。！？）)}]$/u.test(text);

    expect(texts.filter(([, text]) => !isWhole(text) || /[^\n] {2}| [.,;!?]|\.\./.test(text))).toEqual([]);
  });
});
