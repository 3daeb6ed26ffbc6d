import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AMAZON_CODES } from '#adapters/translate/codes.ts';
import { LANGS, SOURCE_LANG } from '#core/language.ts';
import type { Problem } from './problem.ts';

/** A custom terminology's limits (Amazon Translate, "Guidelines and quotas", looked up 2026-11-23). */
const MOST_FILE_BYTES = 10_000_000;
const MOST_TERM_BYTES = 200;
/**
 * A terminology is not for punctuation, and words full of signs are put in badly (Amazon Translate, "Best practices",
 * looked up 2026-11-23). Three leave room for an English word in brackets that has a hyphen.
 */
const MOST_SIGNS = 3;

const SOURCE = AMAZON_CODES[SOURCE_LANG];
const COLUMNS: readonly string[] = LANGS.map((lang) => AMAZON_CODES[lang]);
/** Control characters and what nobody sees; the joiners of Dari and Pashto (U+200C, U+200D) are letters' own. */
const UNSEEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

type Report = (line: number, message: string) => void;

const read = (path: string, report: Report): string | undefined => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    report(1, 'the file is missing: create it');
    return undefined;
  }
  if (bytes.length > MOST_FILE_BYTES) {
    report(1, `the file has ${bytes.length} bytes: at most ${MOST_FILE_BYTES}`);
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    report(1, 'this is not UTF-8: save it as UTF-8');
    return undefined;
  }
};

const checkColumns = (columns: readonly string[], report: Report) => {
  if (columns[0] !== SOURCE) report(1, `the first column is ${columns[0]}: ${SOURCE} is translated, put it first`);
  for (const [at, column] of columns.entries()) {
    if (!COLUMNS.includes(column)) report(1, `${column} is no code of Amazon's for a language of ours: correct it`);
    else if (columns.indexOf(column) !== at) report(1, `the column ${column} stands twice: keep one`);
  }
  for (const column of COLUMNS) {
    if (!columns.includes(column)) report(1, `the column ${column} is missing: add it, its cells may be empty`);
  }
};

/** What is wrong with a cell, if anything; an empty one leaves the word to the machine. */
const faultOf = (cell: string): string | undefined => {
  const bytes = Buffer.byteLength(cell);
  const signs = cell.match(/\p{P}/gu)?.length ?? 0;
  if (UNSEEN.test(cell)) return 'holds a character that nobody sees: write it anew';
  if (cell.includes('"')) return 'holds a quotation mark: leave it out, lines are split at every comma';
  if (cell !== cell.trim() || /\s{2}/.test(cell)) return 'has a space too many: remove it';
  if (bytes > MOST_TERM_BYTES) return `has ${bytes} bytes: at most ${MOST_TERM_BYTES}`;
  if (signs > MOST_SIGNS) return `has ${signs} punctuation marks: at most ${MOST_SIGNS}`;
  return undefined;
};

const checkRow = (columns: readonly string[], cells: readonly string[], report: (message: string) => void) => {
  if (cells.length !== columns.length) {
    report(
      `${cells.length} cells, and ${columns.length} columns: no cell may hold a comma, an empty one keeps its own`,
    );
    return;
  }
  for (const [at, cell] of cells.entries()) {
    const fault = faultOf(cell);
    if (fault) report(`the ${columns[at]} word ${fault}`);
  }
  const [english = '', ...translations] = cells;
  if (english.trim() === '') report('the English word is missing: write it, or remove the line');
  if (translations.every((word) => word.trim() === '')) report('no language has a word: write one, or remove the line');
};

/**
 * What is wrong with `school-words.csv` in `folder`, from which custom terminologies for Amazon Translate are made
 * (RUNBOOK.md); file names begin at `root`. Its first line names the languages by Amazon's codes, each further line is
 * a word. The service tells capitals from small letters and matches words only as they are written, so `Recess` beside
 * `recess` is no duplicate ("Creating a custom terminology", looked up 2026-11-23).
 *
 * A terminology takes ten target languages at most, and the file has more: columns are cut out of it before they are
 * imported. Cells therefore hold no commas and quotation marks, so that every tool splits a line in the same way.
 */
export const schoolWordsProblems = (folder: string, root: string): Problem[] => {
  const path = join(folder, 'school-words.csv');
  const problems: Problem[] = [];
  const report: Report = (line, message) =>
    problems.push({ file: relative(root, path), line, severity: 'error', message });
  const text = read(path, report);
  if (text === undefined) return problems;
  const [header = '', ...rows] = text.replace(/\n$/, '').split('\n');
  const columns = header.split(',');
  checkColumns(columns, report);
  const lines = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const line = at + 2;
    const cells = row.split(',');
    checkRow(columns, cells, (message) => report(line, message));
    const english = cells[0]?.trim() ?? '';
    const first = lines.get(english);
    if (first === undefined) lines.set(english, line);
    else if (english !== '') report(line, `${english} stands on line ${first} too: a word has one translation`);
  }
  return problems;
};
