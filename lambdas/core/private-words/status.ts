import { normalise } from '../understanding/normalise.ts';
import { type Folded, folded } from './folded.ts';
import { type Span, spansOf } from './span.ts';
import { STATUS_WORDS } from './status-words/all.ts';
import type { StatusWords } from './status-words/status-words.ts';

const LETTERS = /[\p{L}\p{M}\p{N}'’\u200c]+/gu;
/** A group that may be missing, with the space that parts it from what follows, or that parts it from what is before. */
const MAY_BE_MISSING_BEFORE = /\(([^()]*)\)\? /g;
const MAY_BE_MISSING_AT_END = / \(([^()]*)\)\?$/;
const GAP = '(?:[^ ]+ ){0,3}?';
const RUN_GAP = '.{0,6}?';

const INNERMOST_GROUP = /\(([^()]*)\)/g;
/** The longest way of saying it first: of "social security number" nothing is to be left. */
const longestFirst = (line: string): string =>
  line.replace(INNERMOST_GROUP, (_, ways: string) => {
    const sorted = ways.split('|').sort((one, other) => other.length - one.length);
    return `(${sorted.join('|')})`;
  });

/** A line of words as the source of a pattern over folded words. */
const sourceOf = (line: string, isRun: boolean | undefined): string => {
  const alike = longestFirst(line.replace(LETTERS, (letters) => normalise(letters)));
  if (isRun) return alike.replaceAll(' ', '').replaceAll('...', RUN_GAP).replaceAll('(', '(?:').replaceAll('*', '.*?');
  return alike
    .replace(MAY_BE_MISSING_BEFORE, '(?:<$1> )?')
    .replace(MAY_BE_MISSING_AT_END, '(?: <$1>)?')
    .replace(/\((?!\?:)/g, '(?:')
    .replaceAll('<', '(?:')
    .replaceAll('>', ')')
    .replaceAll('... ', GAP)
    .replaceAll('*', '[^ ]*');
};

/** Words that only their marks tell from others are looked for in the text itself. */
const AS_WRITTEN = new RegExp(
  `(?<!\\p{L})(?:${STATUS_WORDS.flatMap(({ asWritten = [] }) => asWritten).join('|')})(?!\\p{L})`,
  'giu',
);

/** Words of these scripts begin with their stem; in others something may be written together with it. */
const BEGINS_WORDS = /^[\p{Script=Latin}\p{Script=Cyrillic}\d ]+$/u;

const stemsOf = (all: readonly string[]): RegExp => {
  const stems = [...new Set(all.map(normalise))].sort();
  const beginning = stems.filter((stem) => BEGINS_WORDS.test(stem));
  const anywhere = stems.filter((stem) => !BEGINS_WORDS.test(stem));
  return new RegExp([`(?<![^ ])(?:${beginning.join('|')})`, ...anywhere].join('|'), 'u');
};

interface StatusPattern {
  readonly form: 'words' | 'run';
  readonly stems: RegExp;
  readonly pattern: RegExp;
}

const patternOf = ({ stems: all, says, papers, prefix, isRun }: StatusWords): StatusPattern => {
  const stems = stemsOf(all);
  const either = (lines: readonly string[]) => `(?:${lines.map((line) => sourceOf(line, isRun)).join('|')})`;
  if (isRun) {
    const pattern = new RegExp(`${either(says)}|${either(papers.says)}(?!${either(papers.unless)})`, 'gu');
    return { form: 'run', stems, pattern };
  }
  const before = `(?<![^ ])${prefix === undefined ? '' : `(?:${prefix})?`}`;
  const unless = `(?! ${either(papers.unless)}(?![^ ]))`;
  const pattern = new RegExp(`${before}(?:${either(says)}(?![^ ])|${either(papers.says)}(?![^ ])${unless})`, 'gu');
  return { form: 'words', stems, pattern };
};

const PATTERNS = STATUS_WORDS.map(patternOf);

/** One look at a text that tells of nothing, which almost all do. */
const ANY_STEM = stemsOf(STATUS_WORDS.flatMap(({ stems }) => stems));

const foundBy = ({ form, pattern }: StatusPattern, text: Folded): readonly Span[] =>
  [...text[form].matchAll(pattern)].map(({ index, 0: { length } }) => ({
    kind: 'status',
    ...text.placeOf(form, index, index + length),
  }));

/** Where a text tells of somebody's status, in any of our languages: people mix them. */
export const statusIn = (text: string): readonly Span[] => {
  const alike = normalise(text);
  if (!ANY_STEM.test(alike)) return [];
  const words = folded(text);
  const likely = PATTERNS.filter(({ stems }) => stems.test(alike));
  return [...likely.flatMap((pattern) => foundBy(pattern, words)), ...spansOf(text, AS_WRITTEN, 'status')];
};
