import type { NumberId } from '#core/ids.ts';
import { LANGS, type Lang } from '#core/language.ts';
import type { Survey } from '#core/outreach/outreach.ts';
import type { OutreachStore, StoredOutreach } from './ports.ts';

/** Followers read at once. */
const PAGE = 500;

type Words = Pick<Survey, 'questions' | 'audience'>;

/** Whether a family is among those whom a survey is for, its language aside. */
export const isAudience = ({ audience }: Pick<Survey, 'audience'>, family: StoredOutreach): boolean => {
  const fits = (wanted: readonly string[], own: readonly string[]) =>
    wanted.length === 0 || own.some((one) => wanted.includes(one));
  return (
    family.follows.includes('survey') &&
    fits(audience.schools, family.schools) &&
    fits(audience.grades, family.grades) &&
    fits(audience.languages, [family.lang])
  );
};

/** Whether every question has words in a language. */
export const hasWords = ({ questions }: Words, lang: Lang): boolean => questions.every(({ texts }) => texts[lang]);

/** How many families of each language a survey would go to, and how many of each are left out for want of words. */
export interface Reach {
  readonly byLanguage: Readonly<Partial<Record<Lang, number>>>;
  readonly withoutWords: Readonly<Partial<Record<Lang, number>>>;
  /** The most that go out by one number: numbers send beside each other. */
  readonly mostOnOneNumber: number;
}

const tally = (families: readonly StoredOutreach[]): Partial<Record<Lang, number>> =>
  Object.fromEntries(
    LANGS.map((lang) => [lang, families.filter((one) => one.lang === lang).length] as const).filter(
      ([, count]) => count > 0,
    ),
  );

/** Counts whom a survey would go to. Reads all who follow something on these numbers, and writes nothing. */
export const reachOf = async (
  store: Pick<OutreachStore, 'followers'>,
  numbers: readonly NumberId[],
  survey: Words,
): Promise<Reach> => {
  const asked: StoredOutreach[] = [];
  const leftOut: StoredOutreach[] = [];
  let mostOnOneNumber = 0;
  for (const number of numbers) {
    const before = asked.length;
    let cursor: string | undefined;
    do {
      const page = await store.followers(number, PAGE, cursor);
      for (const family of page.items.filter((one) => isAudience(survey, one))) {
        (hasWords(survey, family.lang) ? asked : leftOut).push(family);
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
    mostOnOneNumber = Math.max(mostOnOneNumber, asked.length - before);
  }
  return { byLanguage: tally(asked), withoutWords: tally(leftOut), mostOnOneNumber };
};
