import { type Content, DANGERS, type Danger, type LanguagePack, WORD_GROUPS, type WordGroup } from '../content.ts';
import { LANGS, type Lang } from '../language.ts';
import { type Features, featuresOf } from './features.ts';
import { identifierOf } from './identify-language.ts';
import type { PackedModel } from './linear-model.ts';
import { type Matcher, type PackedMatcher, unpackMatcher } from './match-topics.ts';
import { normalise, wordsOf } from './normalise.ts';
import { indexPhrases, mergeIndexes, type PhraseIndex, stands, tells } from './phrases.ts';
import type { Candidate, Understand, Understanding } from './understanding.ts';

/** The models, as compiled from the content. */
export interface PackedModels {
  readonly language: PackedModel;
  readonly matchers: Readonly<Record<Lang, PackedMatcher>>;
}

interface DangerWords {
  readonly danger: Danger;
  readonly phrases: PhraseIndex;
  readonly unless: PhraseIndex;
}

const dangerWordsOf = (pack: LanguagePack): readonly DangerWords[] =>
  pack.safety.map(({ danger, phrases, unless }) => ({
    danger,
    phrases: indexPhrases(phrases),
    unless: indexPhrases(unless),
  }));

interface Commands {
  readonly whole: ReadonlyMap<string, WordGroup>;
  readonly within: readonly { readonly group: WordGroup; readonly phrases: PhraseIndex }[];
}

/** Commands that are understood inside a sentence too, where they are said in this many words or more. */
const WITHIN: readonly WordGroup[] = ['stop', 'person'];
const WITHIN_WORDS = 3;

const commandsOf = (pack: LanguagePack): Commands => ({
  whole: new Map(WORD_GROUPS.flatMap((group) => pack.words[group].map((words) => [normalise(words), group] as const))),
  within: WITHIN.map((group) => ({
    group,
    phrases: indexPhrases(pack.words[group].filter((words) => wordsOf(normalise(words)).length >= WITHIN_WORDS)),
  })),
});

/** @param mayBeWithin whether a command of any language stands in the words at all */
const commandIn = ({ whole, within }: Commands, normalised: string, words: readonly string[], mayBeWithin: boolean) =>
  whole.get(normalised) ?? (mayBeWithin ? within.find(({ phrases }) => stands(words, phrases))?.group : undefined);

const LETTER = /\p{L}/u;

/** Ours first, then the others: what a person writes in passing may be in any language. */
const STARTING_WITH = Object.fromEntries(
  LANGS.map((lang) => [lang, [lang, ...LANGS.filter((other) => other !== lang)]]),
) as Record<Lang, Lang[]>;

const verdict = (candidates: readonly Candidate[], matcher: Matcher): 'topic' | 'unsure' | 'unknown' => {
  const best = candidates[0]?.confidence ?? 0;
  if (best >= matcher.calibration.answerFrom) return 'topic';
  return best >= matcher.calibration.offerFrom ? 'unsure' : 'unknown';
};

/**
 * Builds the embedded understanding from the content and its models. What it returns is pure and total:
 * every text has an understanding. Danger is looked for in every language, whatever the text's language.
 */
export const createUnderstand = (content: Content, models: PackedModels): Understand => {
  const identify = identifierOf(models.language);
  const inEach = <Value>(make: (lang: Lang) => Value) =>
    Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Record<Lang, Value>;
  const matchers = inEach((lang) => unpackMatcher(models.matchers[lang]));
  const dangers = inEach((lang) => dangerWordsOf(content.packs[lang]));
  const commands = inEach((lang) => commandsOf(content.packs[lang]));
  // All languages at once: almost no text has any of these, and then one look is enough.
  const anyDanger = mergeIndexes(LANGS.flatMap((lang) => dangers[lang].map(({ phrases }) => phrases)));
  const anyCommand = mergeIndexes(LANGS.flatMap((lang) => commands[lang].within.map(({ phrases }) => phrases)));

  const dangerIn = (words: readonly string[], lang: Lang): Danger | undefined => {
    const found = dangers[lang].filter(({ phrases, unless }) => tells(words, phrases, unless));
    return DANGERS.find((danger) => found.some((one) => one.danger === danger));
  };

  const matchIn = (features: Features, lang: Lang) => {
    const candidates = matchers[lang].match(features);
    return { lang, candidates, kind: verdict(candidates, matchers[lang]) };
  };

  const bestMatch = (features: Features, lang: Lang, certainty: Understanding['langCertainty']) => {
    const first = matchIn(features, lang);
    if (certainty === 'sure' || first.kind === 'topic') return first;
    const others = LANGS.filter((other) => other !== lang).map((other) => matchIn(features, other));
    return others.find(({ kind }) => kind === 'topic') ?? first;
  };

  const commandFor = (normalised: string, words: readonly string[], first: Lang): Understanding | undefined => {
    const mayBeWithin = stands(words, anyCommand);
    for (const lang of STARTING_WITH[first]) {
      const group = commandIn(commands[lang], normalised, words, mayBeWithin);
      if (group) return { kind: 'words', group, lang, langCertainty: 'likely', candidates: [] };
    }
    return undefined;
  };

  return (text, { lang: prior }) => {
    const normalised = normalise(text);
    const words = wordsOf(normalised);
    const features = featuresOf(words);
    const identified = identify(features, words.length, prior);

    for (const lang of stands(words, anyDanger) ? STARTING_WITH[identified.lang] : []) {
      const danger = dangerIn(words, lang);
      if (danger) return { kind: 'danger', danger, lang, langCertainty: identified.certainty, candidates: [] };
    }
    const command = commandFor(normalised, words, prior ?? identified.lang);
    if (command) return command;
    // Digits alone are in no language and about nothing, whatever digits the questions happened to hold.
    if (!LETTER.test(normalised)) {
      return { kind: 'unknown', lang: prior ?? 'en', langCertainty: 'none', candidates: [] };
    }
    const { lang, candidates, kind } = bestMatch(features, identified.lang, identified.certainty);
    return { kind, lang, langCertainty: identified.certainty, candidates };
  };
};
