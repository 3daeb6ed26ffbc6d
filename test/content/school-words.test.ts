import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AMAZON_CODES } from '#adapters/translate/codes.ts';
import { LANGS } from '#core/language.ts';
import { problemText } from '../../bin/content/problem.ts';
import { schoolWordsProblems } from '../../bin/content/school-words.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NAME = 'lambdas/content/school-words.csv';

const CODES = Object.values(AMAZON_CODES);
const HEADER = CODES.join(',');
/** A line whose first words are given; the other cells are empty. */
const row = (...words: readonly string[]) => [...words, ...CODES.slice(words.length).map(() => '')].join(',');
/** Three words, on lines 2 to 4. */
const GOOD = [HEADER, row('recess', 'recreo', 'الفسحة'), row('pre-K', 'prekínder'), row('Recess', 'Recreo')].join('\n');
const withRow = (...words: readonly string[]) => `${GOOD}\n${row(...words)}\n`;
const withHeader = (change: (codes: string[]) => string[]) => GOOD.replace(HEADER, change([...CODES]).join(','));

const problemsOf = (text: string | Uint8Array | undefined): string[] => {
  const root = mkdtempSync(join(tmpdir(), 'homeroom-school-words-'));
  try {
    mkdirSync(dirname(join(root, NAME)), { recursive: true });
    if (text !== undefined) writeFileSync(join(root, NAME), text);
    return schoolWordsProblems(join(root, 'lambdas', 'content'), root).map(problemText);
  } finally {
    rmSync(root, { recursive: true });
  }
};

describe('school words with nothing wrong in them', () => {
  it('have no problem, with an end of line at the end or without', () => {
    expect(problemsOf(GOOD)).toEqual([]);
    expect(problemsOf(`${GOOD}\n`)).toEqual([]);
  });

  it('may have their languages in another order after English', () => {
    expect(problemsOf(withHeader(([en = '', ...others]) => [en, ...others.reverse()]))).toEqual([]);
  });

  it('may have joiners, which Dari and Pashto write', () => {
    expect(problemsOf(withRow('permission slip', 'اجازه\u200Cنامه'))).toEqual([]);
  });

  it('may be 200 bytes long, and have an English word with a hyphen in brackets', () => {
    expect(problemsOf(withRow('a'.repeat(200), `${'ж'.repeat(90)} (two-hour delay)`))).toEqual([]);
  });
});

describe('one thing wrong', () => {
  it.each<readonly [string, string | Uint8Array | undefined, readonly string[]]>([
    ['a missing file', undefined, ['1: error: the file is missing: create it']],
    ['a file that is not UTF-8', Buffer.from(GOOD, 'latin1'), ['1: error: this is not UTF-8: save it as UTF-8']],
    ['a file that is too long', `${GOOD}${'\n'.repeat(10_000_000)}`, [expect.stringContaining('at most 10000000')]],
    [
      'an unknown language',
      withHeader((codes) => codes.with(7, 'prs')),
      [
        "1: error: prs is no code of Amazon's for a language of ours: correct it",
        '1: error: the column fa-AF is missing: add it, its cells may be empty',
      ],
    ],
    [
      'a language that is left out',
      withHeader((codes) => codes.slice(0, -1)).replaceAll(/,$/gm, ''),
      ['1: error: the column fr is missing: add it, its cells may be empty'],
    ],
    [
      'a language that stands twice',
      withHeader((codes) => codes.with(13, 'es')),
      [
        '1: error: the column es stands twice: keep one',
        '1: error: the column fr is missing: add it, its cells may be empty',
      ],
    ],
    [
      'English in another place than the first',
      withHeader((codes) => codes.with(0, 'es').with(1, 'en')),
      ['1: error: the first column is es: en is translated, put it first'],
    ],
    [
      'a byte order mark',
      `\uFEFF${GOOD}`,
      [
        expect.stringContaining('1: error: the first column is'),
        expect.stringContaining("is no code of Amazon's"),
        '1: error: the column en is missing: add it, its cells may be empty',
      ],
    ],
    [
      'a cell too many, as from a comma in a word',
      withRow('IEP', 'plan', ...CODES.slice(2), 'one more'),
      ['5: error: 15 cells, and 14 columns: no cell may hold a comma, an empty one keeps its own'],
    ],
    [
      'an empty line',
      `${GOOD}\n\n${row('IEP', 'IEP')}`,
      ['5: error: 1 cells, and 14 columns: no cell may hold a comma, an empty one keeps its own'],
    ],
    [
      'a quotation mark',
      withRow('IEP', '"IEP"'),
      ['5: error: the es word holds a quotation mark: leave it out, lines are split at every comma'],
    ],
    ['no English', withRow('', 'recreo'), ['5: error: the English word is missing: write it, or remove the line']],
    ['no translation', withRow('IEP'), ['5: error: no language has a word: write one, or remove the line']],
    [
      'English that stands twice',
      withRow('pre-K', 'prekínder'),
      ['5: error: pre-K stands on line 3 too: a word has one translation'],
    ],
    ['a space at the end', withRow('IEP', 'IEP '), ['5: error: the es word has a space too many: remove it']],
    ['a space at the beginning', withRow(' IEP', 'IEP'), ['5: error: the en word has a space too many: remove it']],
    ['two spaces', withRow('half day', 'medio  día'), ['5: error: the es word has a space too many: remove it']],
    [
      'a control character',
      withRow('IEP', 'IEP\u0007'),
      ['5: error: the es word holds a character that nobody sees: write it anew'],
    ],
    [
      'an end of line of another system',
      `${GOOD}\n${row('IEP', 'IEP')}\r\n`,
      ['5: error: the fr word holds a character that nobody sees: write it anew'],
    ],
    [
      'a mark that turns the direction of writing',
      withRow('IEP', 'IEP', '\u202Eخطة'),
      ['5: error: the ar word holds a character that nobody sees: write it anew'],
    ],
    [
      'a word of more than 200 bytes',
      withRow('IEP', 'é'.repeat(101)),
      ['5: error: the es word has 202 bytes: at most 200'],
    ],
    [
      'more than three punctuation marks',
      withRow('IEP', 'I.E.P. (plan)'),
      ['5: error: the es word has 5 punctuation marks: at most 3'],
    ],
  ])('%s is named with its line, and nothing else is', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected.map((one) => (typeof one === 'string' ? `${NAME}:${one}` : one)));
  });
});

describe('the real school words', () => {
  const [header = '', ...rows] = readFileSync(join(ROOT, NAME), 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  const words = rows.map((line) => line.split(','));
  const cells = words.flatMap((row) => row.map((word, at) => ({ code: columns[at] ?? '', english: row[0], word })));

  it('have no problems', () => {
    expect(schoolWordsProblems(join(ROOT, 'lambdas', 'content'), ROOT).map(problemText)).toEqual([]);
  });

  it('are at least 60, and no language leaves more than a tenth of them to the machine', () => {
    expect(words.length).toBeGreaterThanOrEqual(60);
    const left = LANGS.filter((lang) => {
      const written = cells.filter(({ code, word }) => code === AMAZON_CODES[lang] && word !== '');
      return written.length < words.length * 0.9;
    });
    expect(left).toEqual([]);
  });

  it('keep the abbreviations that stand on every paper', () => {
    const kept = words.filter(([english = '']) => ['IEP', 'GPA', 'ESL', 'PTA'].includes(english));

    expect(kept).toHaveLength(4);
    for (const row of kept) expect(new Set(row).size).toBe(1);
  });

  it('are written with composed letters, as the texts to translate are', () => {
    expect(cells.filter(({ word }) => word !== word.normalize('NFC'))).toEqual([]);
  });

  it('give immigration detention no translation of school', () => {
    expect(words.map(([english]) => english)).not.toContain('detention');
  });
});
