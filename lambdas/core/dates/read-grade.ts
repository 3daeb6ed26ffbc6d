import type { CalendarWords } from './calendar-words.ts';
import { numberAt } from './day-numbers.ts';
import { type Sentence, sentenceOf, skip, without } from './sentence.ts';

/** Pre-kindergarten, kindergarten, and the grades of a U.S. school. */
export const GRADES = ['pk', 'k', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
export type Grade = (typeof GRADES)[number];

const isGrade = (value: string): value is Grade => (GRADES as readonly string[]).includes(value);

/** A grade, and the tokens that say it. */
export interface GradeAt {
  readonly grade: Grade;
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly value: number;
  readonly end: number;
  /** It says a place in an order: "3rd", "tercero". */
  readonly isOrdinal: boolean;
  /** Such words alone are how grades are called. */
  readonly isAlone: boolean;
}

const placeAt = (sentence: Sentence, position: number): Place | undefined => {
  const number = numberAt(sentence, position);
  const ordinal = sentence.at(position, 'ordinal');
  if (ordinal && ordinal.end >= (number?.end ?? 0)) {
    return { value: Number(ordinal.value), end: ordinal.end, isOrdinal: true, isAlone: !ordinal.isWeak };
  }
  if (!number) return undefined;
  const isTight = /^[-.]?$/.test(sentence.gap(number.end));
  const suffix = isTight ? sentence.at(number.end, 'suffix') : undefined;
  return {
    value: number.value,
    end: suffix?.end ?? number.end,
    isOrdinal: suffix !== undefined,
    isAlone: suffix !== undefined,
  };
};

const gradeOf = (value: number, start: number, end: number): GradeAt | undefined =>
  isGrade(String(value)) ? { grade: String(value) as Grade, start, end } : undefined;

/** "Grade 3", "third grade", "3rd". */
const numberedAt = (sentence: Sentence, position: number): GradeAt | undefined => {
  const word = sentence.at(position, 'gradeWord');
  const behind = word && skip(sentence, word.end, 'of');
  const place = placeAt(sentence, behind ?? position);
  if (word && place) return gradeOf(place.value, position, place.end);
  if (!place) return undefined;
  const following = sentence.at(skip(sentence, place.end, 'of'), 'gradeWord');
  if (following) return gradeOf(place.value, position, following.end);
  const isAlone = place.isOrdinal && place.isAlone && (sentence.words.marks.gradeAlone ?? []).length > 0;
  // The third of December.
  const isDate = [place.end, skip(sentence, place.end, 'of'), position - 1].some((at) => sentence.at(at, 'month'));
  const isOther = isDate || sentence.at(place.end, 'notDay') !== undefined;
  return isAlone && !isOther ? gradeOf(place.value, position, place.end) : undefined;
};

/** The first grade of a text; none where the text speaks of schools or years that are counted otherwise. */
export const gradeIn = (sentence: Sentence): GradeAt | undefined => {
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const whole = sentence.at(at, 'grade');
    const named =
      whole && isGrade(whole.value) ? { grade: whole.value, start: at, end: whole.end } : numberedAt(sentence, at);
    if (!named) continue;
    const isOther = sentence.at(skip(sentence, named.end, 'of'), 'notGrade') ?? sentence.at(at - 1, 'notGrade');
    return isOther ? undefined : named;
  }
  return undefined;
};

/** The grade that a text names, and the text without it; undefined where it names none that a U.S. school has. */
export const readGrade = (
  text: string,
  words: CalendarWords,
): { readonly grade: Grade; readonly rest: string } | undefined => {
  const sentence = sentenceOf(text, words);
  const found = gradeIn(sentence);
  return found && { grade: found.grade, rest: without(sentence, [[found.start, found.end]]) };
};
