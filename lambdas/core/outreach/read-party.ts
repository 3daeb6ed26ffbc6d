import type { LanguagePack } from '../content.ts';
import { numberAt } from '../dates/day-numbers.ts';
import { type Sentence, sentenceOf } from '../dates/sentence.ts';
import { type HeardName, heardIn } from '../opportunities/heard.ts';
import type { Party } from '../opportunities/seats.ts';

const PEOPLE: readonly HeardName[] = ['adults', 'children'];
/** Between a number and what it counts: 2个大人, "2 of my kids". */
const FURTHEST = 2;
/** A number without such words is an answer only where hardly anything else stands beside it. */
const MOST_WORDS = 5;

interface Counted {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const numbersIn = (sentence: Sentence): readonly Counted[] => {
  const numbers: Counted[] = [];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const number = numberAt(sentence, at);
    if (!number) continue;
    numbers.push({ value: number.value, start: at, end: number.end });
    at = number.end - 1;
  }
  return numbers;
};

/** "2+3", "4": adults, then children; one number alone counts whoever writes among them. */
const bare = (numbers: readonly Counted[], words: number): Party | undefined => {
  const [first, second] = numbers.map(({ value }) => value);
  if (first === undefined || numbers.length > 2 || words > MOST_WORDS) return undefined;
  return second === undefined ? { adults: 1, children: first - 1 } : { adults: first, children: second };
};

/**
 * How many people come, in a family's words: "2 adults, 3 kids", "me and 2 kids", "2+3", "4". Numbers stand before what
 * they count or behind it, as the first of them does.
 * @returns undefined where no number of people is found
 */
export const readParty = (text: string, packs: readonly LanguagePack[]): Party | undefined => {
  const [own] = packs;
  if (!own) return undefined;
  const sentence = sentenceOf(text, own.calendar);
  const words = sentence.tokens.map((token) => token.text);
  const numbers = numbersIn(sentence);
  const people = heardIn(
    words,
    packs.map(({ events }) => ({ listens: events.listens, names: PEOPLE })),
  );
  const [number] = numbers;
  const [first] = people;
  if (!number || !first) return bare(numbers, words.length);
  const isBefore = number.start < first.start;
  const counts: Partial<Record<HeardName, number>> = {};
  const free = [...numbers];
  for (const { name, start, end } of people) {
    const at = free.findIndex((one) =>
      isBefore ? one.end <= start && start - one.end <= FURTHEST : one.start >= end && one.start - end <= FURTHEST,
    );
    const [counted] = at < 0 ? [] : free.splice(at, 1);
    if (counted) counts[name] = (counts[name] ?? 0) + counted.value;
  }
  const { adults, children } = counts;
  if (adults === undefined && children === undefined) return undefined;
  return { adults: adults ?? 1, children: children ?? 0 };
};
