import { type Change, changed } from './change.ts';
import { take } from './plain-text.ts';

/** Days and weeks seen from today; of one family only one is meant. */
const FAMILIES: readonly (readonly RegExp[])[] = [
  [
    /\b(?:the )?day after tomorrow\b/gi,
    /\b(?:the )?day before yesterday\b/gi,
    /\btomorrow\b/gi,
    /\byesterday\b|\blast night\b/gi,
    /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/gi,
  ],
  ...['week', 'month', 'year'].map((span) => [
    new RegExp(`\\b(?:next|coming|following|upcoming) (?:school )?${span}\\b`, 'gi'),
    new RegExp(`\\b(?:last|past|previous|prior) (?:school )?${span}\\b`, 'gi'),
    new RegExp(`\\b(?:this|current) (?:school )?${span}\\b`, 'gi'),
  ]),
];

const daysOf = (text: string, family: readonly RegExp[]): readonly (string | undefined)[] => {
  let rest = text;
  return family.map((pattern) => {
    const taken = take(rest, pattern, ([words]) => words);
    rest = taken.rest;
    return taken.found[0];
  });
};

/** "Tomorrow" that came back as "today". Both are English texts in plain form. */
export const relativeDayChanges = (original: string, back: string): Change[] =>
  FAMILIES.flatMap((family) => {
    const [wanted, found] = [daysOf(original, family), daysOf(back, family)];
    const lost = wanted.filter((words, index) => words !== undefined && found[index] === undefined);
    const extra = found.filter((words, index) => words !== undefined && wanted[index] === undefined);
    // A day that is merely left out goes without saying in many languages.
    return lost.slice(0, extra.length).map((words, index) => changed('date', words, extra[index]));
  });
