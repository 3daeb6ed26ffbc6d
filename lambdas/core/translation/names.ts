import { type Lang, languageFacts } from '../language.ts';
import { type Change, changesAmong } from './change.ts';
import { isMedicine } from './medicine.ts';
import { folded } from './plain-text.ts';
import { soundsAlike } from './sound.ts';

/** Capitalised words that are translated rather than kept. */
const WORDS = new Set(
  `i mr mrs ms miss mx dr coach principal nurse teacher mom dad mother father
  school elementary primary middle high kindergarten pre district office center room building gym library cafeteria
  street avenue road drive lane boulevard main north south east west
  night day days week month year fair family families parent parents student students child children portal
  grade class math science reading art music social security studies english spanish american states united
  board report card cards form field trip bus lunch breakfast christmas thanksgiving easter ramadan eid holiday
  spring summer fall winter new happy good morning afternoon evening please thank thanks dear hello the our your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that begin sentences alike in English and in other languages that are written in Latin letters. */
const COGNATES = new Set(
  'director hospital final total normal animal color general virus internet video plus son'.split(' '),
);

const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Coach|Principal|Nurse)\.? ((?:\p{Lu}[\p{L}'-]*\p{L})(?: \p{Lu}[\p{L}'-]*\p{L})?)/gu;
const CAPITALISED = /(?<![\p{L}\d'’.-])\p{Lu}[\p{L}'-]*\p{L}/gu;
const POSSESSIVE = /'s?$/;
const STARTS_SENTENCE = /(?:^|[.!?:\n]["'”)\]]*)\s*["'“(¿¡]*$/;
/** As far as white space and quotes reach before a sentence. */
const LOOK_BACK = 6;

interface Name {
  readonly words: string;
  /** After a title: it is a name, and names are not translated. */
  readonly isTitled: boolean;
}

const startsSentence = (text: string, at: number): boolean =>
  STARTS_SENTENCE.test(text.slice(Math.max(0, at - LOOK_BACK), at));

const isName = (word: string): boolean =>
  word.length > 2 && word !== word.toUpperCase() && !WORDS.has(folded(word)) && !isMedicine(word);

const capitalised = (text: string): readonly { readonly word: string; readonly at: number }[] =>
  [...text.matchAll(CAPITALISED)].map((match) => ({ word: match[0].replace(POSSESSIVE, ''), at: match.index }));

/** The names of an English text in plain form: after a title, or capitalised within a sentence. */
const namesOf = (text: string): readonly Name[] => {
  const titled = new Set(
    [...text.matchAll(TITLED)].flatMap(([, names = '']) => names.replace(POSSESSIVE, '').split(' ')),
  );
  const words = capitalised(text)
    .filter(({ word, at }) => titled.has(word) || (isName(word) && !startsSentence(text, at)))
    .map(({ word }) => word);
  return [...new Set(words)].filter(isName).map((words) => ({ words, isTitled: titled.has(words) }));
};

const LATIN = /^\p{Script=Latin}/u;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'-]*/gu;
/** Endings that languages add to a name: Chromebook-ga, Lincolnka. */
const LONGEST_ENDING = 4;

const isWordOf = (words: readonly string[], name: string): boolean => {
  const wanted = folded(name);
  return words.some((word) => word.startsWith(wanted) && word.length - wanted.length <= LONGEST_ENDING);
};

const latinWords = (text: string): readonly string[] =>
  (text.match(LATIN_WORD) ?? []).map((word) => folded(word.replace(POSSESSIVE, '')));

/** Names that text and way back share, and the original does not know. */
const strangers = (original: string, text: string, back: string): readonly string[] => {
  const known = new Set(latinWords(original));
  const returned = new Set(capitalised(back).map(({ word }) => word));
  const found = capitalised(text).map(({ word }) => word);
  return [...new Set(found)].filter(
    (word) =>
      LATIN.test(word) && returned.has(word) && isName(word) && !known.has(folded(word)) && !COGNATES.has(folded(word)),
  );
};

/**
 * Names that were lost or became others. A language written in Latin letters keeps them; in other scripts they
 * are transliterated, and the way back tells by their sound. All are texts in plain form without dates.
 */
export const nameChanges = (original: string, text: string, back: string, textLang: Lang): Change[] => {
  const inText = latinWords(text);
  const inBack = latinWords(back);
  const returned = capitalised(back).map(({ word }) => word);
  const keepsNames = languageFacts(textLang).scripts[0] === 'latin';
  const wanted = namesOf(original).map(({ words, isTitled }) => {
    const isReturned =
      isWordOf(inBack, words) || (!keepsNames && returned.some((other) => isName(other) && soundsAlike(other, words)));
    return {
      kind: 'name' as const,
      words,
      isInText: isWordOf(inText, words),
      isInBack: isReturned && !(keepsNames && isTitled),
    };
  });
  return changesAmong(wanted, strangers(original, text, back), 'name');
};
