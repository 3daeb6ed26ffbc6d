/** A content folder with nothing wrong in it, as text by file name, to be broken in one place at a time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DANGERS, MESSAGE_NAMES, SECTIONS, WORD_GROUPS } from '#core/content.ts';
import { DAY_PARTS } from '#core/dates/clock-pieces.ts';
import { LANGS, type Lang, SOURCE_LANG } from '#core/language.ts';
import { checkContent } from '../../../bin/content/check-content.ts';
import { problemText } from '../../../bin/content/problem.ts';
import { readContent } from '../../../bin/content/read-content.ts';

const TODAY = '2026-11-23';

export type Files = Readonly<Record<string, string>>;

const SOURCES = 'sources:\n  - title: "A handbook"\n    url: https://example.org/handbook\n    checked: 2026-11-23\n';
const REVIEW = 'review:\n  state: reviewed\n  by: "A. Reader"\n  on: 2026-11-01\n  due: 2027-03-01\n';

const CUES = Array.from({ length: 30 }, (_, index) => `word${index}`).join(', ');
const questions = (id: string, lang: string) =>
  `questions:\n${Array.from({ length: 20 }, (_, index) => `  - ${id} question ${index + 1} in ${lang}\n`).join('')}`;
const body = (id: string) => `---\n\nCall {{officePhone|the office}} about ${id}.\n`;

/** Lines 1–17 are the front matter up to `questions:`, question n stands on line 17 + n; the body on line 42. */
const sourceFile = (id: string, lang: string) =>
  `---\ntitle: About ${id}\narea: daily\nharm: none\nscope: national\nfacts: [officePhone]\nrelated: []\n${SOURCES}${REVIEW}${questions(id, lang)}about: All about ${id}.\ncues: ${CUES}\n${body(id)}`;

/** Line 3–7 are the review, question n stands on line 8 + n. */
const translation = (id: string, lang: string) =>
  `---\ntitle: About ${id}\n${REVIEW}${questions(id, lang)}cues: ${CUES}\n${body(id)}`;

const topicFile = (id: string, lang: Lang) => (lang === SOURCE_LANG ? sourceFile : translation)(id, lang);

const list = (name: string) =>
  `${name}:\n${Array.from({ length: 40 }, (_, index) => `  - ${name} ${index + 1}\n`).join('')}`;

const safetyFile = (danger: string) =>
  `---\ntitle: About ${danger}\n${SOURCES}${REVIEW}phrases:\n  - ${danger} now\nunless: []\n${list('examples')}${list('lookalikes')}---\n\nCall 911.\n`;

const calendarGroup = (group: string, keys: readonly (string | number)[]) =>
  `  ${group}: {${keys.map((key) => `${key}: ${group} ${String(key).replace('-', 'minus ')}`).join(', ')}}\n`;
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const NEEDED_MARKS = ['this', 'next', 'last', 'and', 'or', 'from', 'to', 'before', 'after', 'not', 'except', 'every'];
const MORE_MARKS = ['past', 'dayUnit', 'weekUnit', 'ignore', 'at', 'oclock', 'gradeWord', 'filler'];

/** Line 3 is that of the weekdays, 17 that of the first mark. */
const CALENDAR = [
  'usage: {week: open, clock: plain, dots: false, accents: false}\nvalues:\n',
  calendarGroup('weekday', upTo(7)),
  calendarGroup('month', upTo(12)),
  calendarGroup('day', [-2, -1, 0, 1, 2]),
  calendarGroup('week', [-1, 0, 1]),
  calendarGroup('number', upTo(31)),
  calendarGroup('part', DAY_PARTS),
  calendarGroup('half', ['am', 'pm']),
  ...['span', 'ordinal', 'hour', 'tail', 'lead', 'grade'].map((group) => `  ${group}: {}\n`),
  `marks:\n${[...NEEDED_MARKS, ...MORE_MARKS].map((mark) => `  ${mark}: ${mark}\n`).join('')}`,
].join('');

const languageFiles = (lang: Lang): Files => ({
  [`${lang}/topics/bus.md`]: topicFile('bus', lang),
  [`${lang}/topics/lunch.md`]: topicFile('lunch', lang),
  ...Object.fromEntries(DANGERS.map((danger) => [`${lang}/safety/${danger}.md`, safetyFile(danger)])),
  [`${lang}/messages.yaml`]: `review: { state: draft, due: 2027-03-01 }\nmessages:\n${MESSAGE_NAMES.map((name) => `  ${name}: "${name} in ${lang}"\n`).join('')}`,
  [`${lang}/words.yaml`]: WORD_GROUPS.map((group) => `${group}: [${group} ${lang}]\n`).join(''),
  [`${lang}/calendar.yaml`]: CALENDAR,
  [`${lang}/out-of-scope.txt`]: 'who won the match\n',
});

const MENU = `first:\n  - bus\nsections:\n${SECTIONS.map((section, at) => `  ${section}: [${at === 0 ? 'bus' : at === 1 ? 'lunch' : ''}]\n`).join('')}`;

export const SMALL: Files = {
  'menu.yaml': MENU,
  ...Object.assign({}, ...LANGS.map(languageFiles)),
};

/** The files with one of them changed, or left out. */
export const withFile = (name: string, change: (text: string) => string | undefined): Files => {
  const text = change(SMALL[name] ?? '');
  const { [name]: _, ...others } = SMALL;
  return text === undefined ? others : { ...others, [name]: text };
};

/** The problems that the compiler finds in the files, as it prints them. */
export const problemsIn = (files: Files): readonly string[] => {
  const root = mkdtempSync(join(tmpdir(), 'homeroom-content-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(root, 'lambdas', 'content', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const content = readContent(join(root, 'lambdas', 'content'), root);
    return [...content.problems, ...checkContent(content, TODAY)].map(problemText);
  } finally {
    rmSync(root, { recursive: true });
  }
};
