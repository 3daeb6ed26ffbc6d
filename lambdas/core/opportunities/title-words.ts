import { tokensOf } from '../dates/tokens.ts';
import type { Lang } from '../language.ts';
import type { Opportunity } from './opportunity.ts';
import type { Upcoming } from './upcoming.ts';

/** Words of this many equal letters are forms of one word, also between languages: "computación", "computer". */
const ALIKE = 5;
/** A word that more of what was found has in its title tells nothing: "class", "camp". */
const FEW = 1 / 3;

const titles = new WeakMap<Opportunity, Map<Lang, readonly string[]>>();

const titleWords = (opportunity: Opportunity, lang: Lang): readonly string[] => {
  const known = titles.get(opportunity) ?? new Map<Lang, readonly string[]>();
  titles.set(opportunity, known);
  const { texts } = opportunity;
  const words =
    known.get(lang) ??
    [texts[lang]?.title, texts.en?.title].flatMap((title) => tokensOf(title ?? '').map(({ text }) => text));
  known.set(lang, words);
  return words;
};

const isAlike = (one: string, other: string): boolean =>
  one === other || (one.length >= ALIKE && one.slice(0, ALIKE) === other.slice(0, ALIKE));

/** What of the found has a title that says what was asked for, where only some of it does: "GED" among all classes. */
export const namedInTitle = (
  found: readonly Upcoming[],
  words: readonly string[],
  lang: Lang,
): ReadonlySet<Opportunity> =>
  new Set(
    words.flatMap((word) => {
      const having = found.filter(({ opportunity }) =>
        titleWords(opportunity, lang).some((title) => isAlike(title, word)),
      );
      return having.length <= found.length * FEW ? having.map(({ opportunity }) => opportunity) : [];
    }),
  );
