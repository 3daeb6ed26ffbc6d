import type { LanguagePack } from '../content.ts';
import { numberAt } from '../dates/day-numbers.ts';
import { gradeIn } from '../dates/read-grade.ts';
import { type Sentence, sentenceOf } from '../dates/sentence.ts';
import { tokensOf } from '../dates/tokens.ts';
import type { Child, Directory, SchoolId } from '../directory.ts';
import { childrenNamed } from '../flows/known-children.ts';
import { clockOf } from '../when.ts';
import type { Search } from './event-talk.ts';
import { EVENT_LISTENS } from './event-words.ts';
import { formsOf, type Heard, type HeardName, heardIn } from './heard.ts';
import { CATEGORIES, type Category } from './opportunity.ts';
import { namesDays, searchDays } from './search-days.ts';

/** What a text is read with. */
export interface SearchWorld {
  /** The language of the text. */
  readonly pack: LanguagePack;
  /** English words for what schools offer stand in every language: "PTA", "open house". */
  readonly english: LanguagePack;
  readonly now: number;
  /** IANA zone of the district. */
  readonly timeZone: string;
  readonly children: readonly Child[];
  readonly directory: Directory;
}

/** What a text asks for, if it asks for anything. */
export interface SearchText {
  readonly search: Search;
  /** What of what is listened for stands in it. */
  readonly heard: ReadonlySet<HeardName>;
  /** How many words stand in it that nothing was made of. */
  readonly unread: number;
}

/** Nobody is looked after longer at school. */
const OLDEST = 21;
const BORROWED: readonly HeardName[] = [...CATEGORIES.filter((category) => category !== 'other'), 'comingUp'];
/** The names of kinds of schools tell no school from another. */
const SCHOOL_KINDS = /^(?:elementary|middle|high|junior|senior|primary|school|academy|charter|preschool|center)$/;
const SHORTEST_NAME = 4;

const isCategory = (name: HeardName): name is Category => (CATEGORIES as readonly string[]).includes(name);

/** A number beside a word for years: "9 years old", "age 9", "de 9 años". */
const ageIn = (
  sentence: Sentence,
  heard: readonly Heard[],
): { readonly age: number; readonly span: Heard } | undefined => {
  for (const one of heard.filter(({ name }) => name === 'years')) {
    for (const at of [one.start - 1, one.start - 2, one.end, one.end + 1]) {
      const number = at < 0 ? undefined : numberAt(sentence, at);
      if (!number || number.value > OLDEST || number.value < 1) continue;
      const span = { ...one, start: Math.min(at, one.start), end: Math.max(number.end, one.end) };
      return { age: number.value, span };
    }
  }
  return undefined;
};

/** The school that a text names, by the words that no other school has. */
const schoolIn = (words: ReadonlySet<string>, { schools }: Directory): SchoolId | undefined => {
  const own = schools.map(({ id, name }) => ({
    id,
    words: tokensOf(name)
      .map(({ text }) => text)
      .filter((word) => word.length >= SHORTEST_NAME && !SCHOOL_KINDS.test(word)),
  }));
  const isOnly = (word: string) => own.filter((one) => one.words.includes(word)).length === 1;
  const named = own.filter((one) => one.words.some((word) => isOnly(word) && words.has(word)));
  return named.length === 1 && schools.length > 1 ? named[0]?.id : undefined;
};

/**
 * The kinds that a text asks for. Where the same words may mean two kinds, and others mean one of them alone, it is
 * that one; "when is registration for the camp" asks for the camp.
 */
const categoriesIn = (heard: readonly Heard[]): readonly Category[] => {
  const kinds = heard.filter(({ name }) => isCategory(name) && name !== 'other');
  const isShared = (one: Heard) => kinds.some((other) => other.name !== one.name && other.start === one.start);
  const own = new Set(kinds.filter((one) => !isShared(one)).map(({ name }) => name));
  const meant = kinds.filter(
    (one) =>
      own.has(one.name) ||
      !kinds.some((other) => other.start === one.start && other.name !== one.name && own.has(other.name)),
  );
  const all = [...new Set(meant.map(({ name }) => name))].filter(isCategory);
  return all.length > 1 ? all.filter((category) => category !== 'registration') : all;
};

/** The words that tell a kind: "ged", "swimming". */
const kindWords = (words: readonly string[], heard: readonly Heard[]): Pick<Search, 'words'> => {
  const kinds = heard.filter(({ name }) => isCategory(name)).flatMap(({ start, end }) => words.slice(start, end));
  return kinds.length > 0 ? { words: [...new Set(kinds)] } : {};
};

const audienceOf = (names: ReadonlySet<HeardName>): Search['audience'] => {
  if (names.has('forChildren')) return 'children';
  return names.has('forParents') ? 'parents' : undefined;
};

/** Words that nothing was made of: neither heard, nor words of the calendar, nor names. */
const unreadIn = (text: string, words: LanguagePack['calendar'], names: ReadonlySet<string>): number => {
  const rest = sentenceOf(text, words);
  const isRead = (at: number) => rest.longest(at) > 0 || names.has(rest.tokens[at]?.text ?? '');
  return rest.tokens.filter((_, at) => !isRead(at)).length;
};

const isEmpty = (search: Search): boolean => search.categories.length === 0 && Object.keys(search).length === 1;

/**
 * What a text asks for of what is coming up: kinds, days, whether it is free, for whom. Undefined where nothing of it
 * is heard. Whether it asks at all is for `isEventQuestion` to say.
 */
export const readSearch = (text: string, world: SearchWorld): SearchText | undefined => {
  const { pack, english, children, directory } = world;
  const sentence = sentenceOf(text, pack.calendar);
  const words = sentence.tokens.map((token) => token.text);
  const heard = heardIn(words, [
    { listens: pack.events.listens, names: EVENT_LISTENS },
    ...(pack.lang === english.lang ? [] : [{ listens: english.events.listens, names: BORROWED }]),
  ]);
  const names = new Set(heard.map(({ name }) => name));
  const age = ageIn(sentence, heard);
  const grade = age ? undefined : gradeIn(sentence);
  const [child, other] = childrenNamed(children, words.flatMap(formsOf));
  const school = schoolIn(new Set(words), directory);
  const spent = [...heard.filter(({ name }) => !namesDays(name) && name !== 'evening'), ...(age ? [age.span] : [])];
  const asGrade = grade ? [{ name: 'years', start: grade.start, end: grade.end } as const] : [];
  const { days, rest } = searchDays(sentence, heard, [...spent, ...asGrade], clockOf(world.now, world.timeZone).date);
  const audience = audienceOf(names);
  const search: Search = {
    categories: categoriesIn(heard),
    ...(days.length > 0 ? { days } : {}),
    ...(names.has('free') ? { isFree: true } : {}),
    ...(audience ? { audience } : {}),
    ...(age ? { age: age.age } : {}),
    ...(grade ? { grade: grade.grade } : {}),
    ...(child && !other ? { child: child.id } : {}),
    ...(school ? { school } : {}),
    ...(names.has('evening') ? { isEvening: true } : {}),
    ...kindWords(words, heard),
  };
  if (heard.length === 0 && isEmpty(search)) return undefined;
  const own = children.flatMap(({ name }) => tokensOf(name).map((token) => token.text));
  return { search, heard: names, unread: unreadIn(rest, pack.calendar, new Set(own)) };
};
