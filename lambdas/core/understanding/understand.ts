import {
  type Content,
  DANGERS,
  type Danger,
  isHarmful,
  type Signals,
  WORD_GROUPS,
  type WordGroup,
} from '../content.ts';
import type { TopicId } from '../ids.ts';
import { LANGS, type Lang, SOURCE_LANG } from '../language.ts';
import { featuresOf } from './features.ts';
import { type Identified, identifierOf } from './identify-language.ts';
import type { PackedModel } from './linear-model.ts';
import { type Match, type Matcher, type PackedMatcher, unpackMatcher } from './match-topics.ts';
import { isHan, normalise, wordsOf } from './normalise.ts';
import { indexPhrases, mergeIndexes, type PhraseIndex, stands, tells } from './phrases.ts';
import { splitQuestions } from './split-questions.ts';
import type { Candidate, Understand, Understanding } from './understanding.ts';

/** What the understanding is built from, as compiled from the content. */
export interface UnderstandingParts {
  readonly content: Pick<Content, 'packs'>;
  readonly signals: Readonly<Record<Lang, Signals>>;
  readonly language: PackedModel;
  /** Reads the matcher of a language; asked for once, when a text in it is first met. */
  readonly matcherOf: (lang: Lang) => PackedMatcher;
}

interface DangerWords {
  readonly danger: Danger;
  readonly phrases: PhraseIndex;
  readonly unless: PhraseIndex;
}

const dangerWordsOf = ({ dangers }: Signals): readonly DangerWords[] =>
  dangers.map(({ danger, phrases, unless }) => ({
    danger,
    phrases: indexPhrases(phrases),
    unless: indexPhrases(unless),
  }));

/** The hints of all dangers of a language. */
const hintsOf = ({ dangers }: Pick<Signals, 'dangers'>): readonly string[] => dangers.flatMap(({ hints }) => hints);

interface Commands {
  readonly whole: ReadonlyMap<string, WordGroup>;
  readonly within: readonly { readonly group: WordGroup; readonly phrases: PhraseIndex }[];
}

/** Commands that are understood inside a sentence too, where they are said in this many words or more. */
const WITHIN: readonly WordGroup[] = ['stop', 'person'];
const WITHIN_WORDS = 3;
/** In Chinese every character is a word, and three are said in passing. */
const WITHIN_HAN = 4;

const isLongEnough = (words: string): boolean => {
  const all = wordsOf(normalise(words));
  return all.length >= (all.some(isHan) ? WITHIN_HAN : WITHIN_WORDS);
};

const commandsOf = ({ words }: Signals): Commands => ({
  whole: new Map(WORD_GROUPS.flatMap((group) => words[group].map((word) => [normalise(word), group] as const))),
  within: WITHIN.map((group) => ({ group, phrases: indexPhrases(words[group].filter(isLongEnough)) })),
});

/** @param mayBeWithin whether a command of any language stands in the words at all */
const commandIn = ({ whole, within }: Commands, normalised: string, words: readonly string[], mayBeWithin: boolean) =>
  whole.get(normalised) ?? (mayBeWithin ? within.find(({ phrases }) => stands(words, phrases))?.group : undefined);

const LETTER = /\p{L}/u;

/** The languages whose danger words are looked for in a text that is surely in another one. */
const MIXED_IN: readonly Lang[] = ['en'];

/** Ours first, then the others: what a person writes in passing may be in any language. */
const STARTING_WITH = Object.fromEntries(
  LANGS.map((lang) => [lang, [lang, ...LANGS.filter((other) => other !== lang)]]),
) as Record<Lang, Lang[]>;

/** What a text is about in one language. */
interface Reading extends Match {
  readonly lang: Lang;
  readonly kind: 'topic' | 'unsure' | 'unknown';
}

/** More urgent harms first: of two questions the one is answered in which waiting costs most. */
const URGENCY = ['safety', 'health', 'legal', 'money', 'none'] as const;

/**
 * Builds the embedded understanding from the content and its models. What it returns is pure and total:
 * every text has an understanding. Danger is looked for in every language, unless the text is surely in one.
 */
export const createUnderstand = ({ content, signals, language, matcherOf }: UnderstandingParts): Understand => {
  const identify = identifierOf(language);
  const inEach = <Value>(make: (lang: Lang) => Value) =>
    Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Record<Lang, Value>;
  const dangers = inEach((lang) => dangerWordsOf(signals[lang]));
  const hints = inEach((lang) => indexPhrases(hintsOf(signals[lang])));
  const commands = inEach((lang) => commandsOf(signals[lang]));
  // All languages at once: almost no text has any of these, and then one look is enough.
  const anyDanger = mergeIndexes(LANGS.flatMap((lang) => dangers[lang].map(({ phrases }) => phrases)));
  const anyCommand = mergeIndexes(LANGS.flatMap((lang) => commands[lang].within.map(({ phrases }) => phrases)));
  const matchers = new Map<Lang, Matcher>();

  const matcherIn = (lang: Lang): Matcher => {
    const matcher = matchers.get(lang) ?? unpackMatcher(matcherOf(lang));
    matchers.set(lang, matcher);
    return matcher;
  };

  const harmOf = (lang: Lang, id: TopicId) => content.packs[lang].topics[id]?.harm ?? 'none';

  const verdict = (lang: Lang, [best]: readonly Candidate[], { calibration }: Matcher): Reading['kind'] => {
    if (!best) return 'unknown';
    const { answerFrom, answerCarefullyFrom } = calibration;
    const from = isHarmful(harmOf(lang, best.topic)) ? answerCarefullyFrom : answerFrom;
    if (best.confidence >= from) return 'topic';
    return best.confidence >= calibration.offerFrom ? 'unsure' : 'unknown';
  };

  const readIn = (words: readonly string[], lang: Lang): Reading => {
    const matcher = matcherIn(lang);
    const match = matcher.match(featuresOf(words), stands(words, hints[lang]));
    return { ...match, lang, kind: verdict(lang, match.candidates, matcher) };
  };

  /** The language that a text was told to be in; the likeliest others too where that is open. */
  const readBest = (words: readonly string[], { lang, certainty }: Identified, prior: Lang | undefined): Reading => {
    if (certainty === 'sure') return readIn(words, lang);
    const known = [prior ?? SOURCE_LANG, SOURCE_LANG];
    // A word such as "school" is in many languages now: without more to go by, it is not taken for a rare one.
    const order = [...new Set(certainty === 'none' ? [...known, lang] : [lang, ...known])];
    const [first, ...others] = order;
    const reading = readIn(words, first ?? lang);
    if (reading.kind === 'topic' || (certainty === 'none' && reading.kind === 'unsure')) return reading;
    for (const other of others) {
      const found = readIn(words, other);
      if (found.kind === 'topic') return found;
    }
    return reading;
  };

  const dangerSaid = (
    words: readonly string[],
    { lang: first, certainty }: Identified,
  ): { danger: Danger; lang: Lang } | undefined => {
    // Words of one language are harmless words of another; English words are mixed into all of them.
    const heard = certainty === 'sure' ? [first, ...MIXED_IN.filter((lang) => lang !== first)] : STARTING_WITH[first];
    for (const lang of stands(words, anyDanger) ? heard : []) {
      const found = dangers[lang].filter(({ phrases, unless }) => tells(words, phrases, unless));
      const danger = DANGERS.find((one) => found.some((other) => other.danger === one));
      if (danger) return { danger, lang };
    }
    return undefined;
  };

  const commandFor = (normalised: string, words: readonly string[], first: Lang): Understanding | undefined => {
    const mayBeWithin = stands(words, anyCommand);
    for (const lang of STARTING_WITH[first]) {
      const group = commandIn(commands[lang], normalised, words, mayBeWithin);
      if (group) return { kind: 'words', group, lang, langCertainty: 'likely', candidates: [] };
    }
    return undefined;
  };

  /** The clear questions in a text of several sentences, the most urgent first; none where there is only one. */
  const questionsIn = (text: string, lang: Lang): readonly Candidate[] => {
    const parts = splitQuestions(text);
    if (parts.length === 1) return [];
    const clear = parts
      .map((part) => readIn(wordsOf(normalise(part)), lang))
      .flatMap(({ kind, candidates }) => (kind === 'topic' ? candidates.slice(0, 1) : []))
      .filter(({ topic }) => content.packs[lang].topics[topic]?.kind === 'answer');
    const different = clear.filter(({ topic }, at) => clear.findIndex((one) => one.topic === topic) === at);
    const urgency = ({ topic }: Candidate) => URGENCY.indexOf(harmOf(lang, topic));
    return different.length > 1 ? different.toSorted((one, other) => urgency(one) - urgency(other)) : [];
  };

  const aboutIn = (text: string, words: readonly string[], identified: Identified, prior: Lang | undefined) => {
    const { certainty: langCertainty } = identified;
    const { lang, kind, candidates, danger } = readBest(words, identified, prior);
    const { calibration } = matcherIn(lang);
    if (danger.confidence >= calibration.dangerFrom) {
      return { kind: 'danger', danger: danger.danger, lang, langCertainty, candidates } as const;
    }
    if (danger.confidence >= calibration.askFrom) {
      return { kind: 'danger_unsure', danger: danger.danger, lang, langCertainty, candidates } as const;
    }
    const [first, ...also] = questionsIn(text, lang);
    if (!first) return { kind, lang, langCertainty, candidates } as const;
    const others = candidates.filter(({ topic }) => topic !== first.topic);
    return {
      kind: 'topic',
      lang,
      langCertainty,
      candidates: [first, ...others],
      also: also.map(({ topic }) => topic),
    } as const;
  };

  return (text, { lang: prior }) => {
    const normalised = normalise(text);
    const words = wordsOf(normalised);
    const identified = identify(text, prior);
    const said = dangerSaid(words, identified);
    if (said) return { kind: 'danger', ...said, langCertainty: identified.certainty, candidates: [] };
    // One word alone is in many languages: the one that was spoken, else English, else the first that has it.
    const command = commandFor(normalised, words, prior ?? (words.length > 1 ? identified.lang : SOURCE_LANG));
    if (command) return command;
    // Digits alone are in no language and about nothing, whatever digits the questions happened to hold.
    const isWordless = !LETTER.test(normalised);
    if (isWordless || identified.certainty === 'foreign') {
      const langCertainty = isWordless ? 'none' : identified.certainty;
      return { kind: 'unknown', lang: prior ?? 'en', langCertainty, candidates: [] };
    }
    return aboutIn(text, words, identified, prior);
  };
};
