import type { Lang } from '../language.ts';
import type { Change } from './change.ts';
import { englishFacts, foreignFacts } from './facts.ts';
import { calendarChanges, numberChanges, orderChanges, type Trio, timeChanges } from './figure-changes.ts';
import { contactChanges } from './links.ts';
import { meaningChanges } from './meaning-changes.ts';
import { medicineChanges } from './medicine.ts';
import { nameChanges } from './names.ts';
import { oppositeChanges } from './opposites.ts';
import { plainText } from './plain-text.ts';
import { relativeDayChanges } from './relative-days.ts';

/** A text, its translation, and the translation of that back into the first language. */
export interface Translated {
  readonly original: string;
  /** Of the original and of the way back. Only English can be read for its "not" and its "must". */
  readonly lang: 'en';
  readonly text: string;
  readonly textLang: Lang;
  readonly back: string;
}

/**
 * What may read otherwise for the family than it was written: numbers, dates and times, names, links, medicines
 * and doses, "not", and what somebody can, cannot or must do. What is the same in every language is compared with
 * the translation itself, what is not with the way back. It warns and never proves: no change here is no promise.
 */
export const changesBetween = ({ original, text, textLang, back }: Translated): readonly Change[] => {
  const trio: Trio = {
    original: englishFacts(original),
    text: foreignFacts(text, textLang),
    back: englishFacts(back),
    textLang,
  };
  const [from, to] = [plainText(original), plainText(back)];
  return [
    ...contactChanges(trio.original.contacts, trio.text.contacts),
    ...medicineChanges(from, plainText(text), to),
    ...timeChanges(trio),
    ...calendarChanges(trio, 'weekdays'),
    ...calendarChanges(trio, 'months'),
    ...orderChanges(trio),
    ...relativeDayChanges(from, to),
    ...numberChanges(trio),
    ...nameChanges(trio.original.prose, trio.text.prose, trio.back.prose, textLang),
    ...meaningChanges(from, to),
    ...oppositeChanges(from, to),
  ];
};
