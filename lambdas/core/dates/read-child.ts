import type { CalendarWords } from './calendar-words.ts';
import { type Grade, gradeIn } from './read-grade.ts';
import { type Sentence, sentenceOf } from './sentence.ts';

const LONGEST_NAME = 40;
const MOST_WORDS = 2;
/** More words than a name has are a sentence that was not understood. */
const MOST_LEFT = 4;
const HAN = /^\p{Script=Han}/u;
/** The longest given name in Chinese, and one with its family name. */
const HAN_NAME = 4;
const QUESTION = /[?？؟]/;

interface Run {
  readonly from: number;
  readonly end: number;
}

/** The words that are no part of a name: digits, the grade, what is said around a name. */
const isSpent = (sentence: Sentence): readonly boolean[] => {
  const spent = sentence.tokens.map(() => false);
  const grade = gradeIn(sentence);
  const spend = (from: number, end: number) => spent.fill(true, from, end);
  for (let at = 0; at < sentence.tokens.length; ) {
    const filler = sentence.at(at, 'filler', 'gradeWord', 'notGrade');
    if (filler) spend(at, filler.end);
    if (sentence.digits(at) !== undefined)
      spend(at, at + 1 + (sentence.gap(at + 1) === '' && sentence.at(at + 1, 'suffix') ? 1 : 0));
    at = filler?.end ?? at + 1;
  }
  if (grade) spend(grade.start, grade.end);
  return spent;
};

/** Words of a name stand beside each other, or have a hyphen or a point between them. */
const goesOn = (sentence: Sentence, position: number): boolean =>
  /^[\s\p{Cf}\u200c.'-]*$/u.test(sentence.gap(position));

const runsOf = (sentence: Sentence, spent: readonly boolean[]): readonly Run[] => {
  const runs: Run[] = [];
  for (let at = 0; at < spent.length; at += 1) {
    if (spent[at]) continue;
    const last = runs.at(-1);
    if (last?.end === at && goesOn(sentence, at)) runs[runs.length - 1] = { ...last, end: at + 1 };
    else runs.push({ from: at, end: at + 1 });
  }
  return runs;
};

const trimmed = (sentence: Sentence, run: Run): Run => {
  const isJoint = (position: number) => sentence.at(position, 'and') !== undefined;
  let { from, end } = run;
  while (from < end && isJoint(from)) from += 1;
  while (end > from && (isJoint(end - 1) || (end - from > 1 && sentence.at(end - 1, 'particle')))) end -= 1;
  return { from, end };
};

const withoutFamily = (sentence: Sentence, { from, end }: Run, least: number): number => {
  const family = sentence.at(from, 'family');
  return family && end - family.end >= least ? withoutFamily(sentence, { from: family.end, end }, least) : from;
};

/** The first name: without the family's, where that stands before it; two words at most. */
const firstNames = (sentence: Sentence, run: Run): Run => {
  const isHan = HAN.test(sentence.tokens[run.from]?.text ?? '');
  const from = withoutFamily(sentence, run, isHan ? 2 : 1);
  const isFamily = from > run.from;
  if (isHan) return { from, end: run.end };
  if (isFamily) return { from: Math.max(from, run.end - (run.end - from > MOST_WORDS ? 1 : MOST_WORDS)), end: run.end };
  return trimmed(sentence, { from, end: Math.min(run.end, from + wordsFrom(sentence, from, run.end)) });
};

/** Two words; "Mary-Ann O'Neil" has a hyphen in its first. */
const wordsFrom = (sentence: Sentence, from: number, end: number): number => {
  let words = 1;
  for (let at = from + 1; at < end; at += 1) {
    if (sentence.gap(at).trim() !== '-') words += 1;
    if (words > MOST_WORDS) return at - from;
  }
  return end - from;
};

const LETTERS = /[^\p{L}\p{M}\p{Nl}\u200c '’-]/gu;

const written = ({ text, tokens }: Sentence, { from, end }: Run): string | undefined => {
  const words = text.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  const name = words
    .replace(LETTERS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ '’-]+|[ '’-]+$/g, '');
  return name.length > 0 && name.length <= LONGEST_NAME ? name : undefined;
};

const nameIn = (sentence: Sentence): string | undefined => {
  if (QUESTION.test(sentence.text)) return undefined;
  const runs = runsOf(sentence, isSpent(sentence))
    .map((run) => trimmed(sentence, run))
    .filter(({ from, end }) => end > from);
  const [run, second] = runs;
  if (!run) return undefined;
  const length = run.end - run.from;
  const isHan = HAN.test(sentence.tokens[run.from]?.text ?? '');
  // Two children: which one is not for us to choose.
  const isTwo = Array.from({ length }, (_, index) => run.from + index).some((at) => sentence.at(at, 'and'));
  const isSecond = second && second.from - run.end === 1 && sentence.at(run.end, 'and');
  if (isTwo || isSecond || length > (isHan ? HAN_NAME : MOST_LEFT)) return undefined;
  return written(sentence, firstNames(sentence, run));
};

/**
 * The answer to "Which child? First name and grade". The name stands as it was written, without what is said around
 * it and without a family name where that is sure, two words at most; undefined where no name is left.
 */
export const readChild = (text: string, words: CalendarWords): { readonly name?: string; readonly grade?: Grade } => {
  const sentence = sentenceOf(text, words);
  const name = nameIn(sentence);
  const grade = gradeIn(sentence)?.grade;
  return { ...(name ? { name } : {}), ...(grade ? { grade } : {}) };
};
