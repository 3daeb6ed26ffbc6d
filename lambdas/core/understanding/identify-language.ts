import { isLang, LANGS, type Lang, languageFacts, type Script } from '../language.ts';
import { blocksOf, bucketOf, type Features, hashed, wordNumber } from './features.ts';
import { type LinearModel, type PackedModel, unpackModel } from './linear-model.ts';
import type { Understanding } from './understanding.ts';

/** The class of texts in a language that Homeroom does not speak. */
export const FOREIGN = 'foreign';

/** What the one block of `lettersOf` weighs. */
export const LETTER_BLOCKS: readonly number[] = [1];
const LONGEST_GRAM = 4;
/** More than this tells no more about the language. */
const MOST_LETTERS = 400;

/** A lead this large over the next language, in a text this long, is beyond doubt. Chosen on held-out questions. */
const SURE_LEAD = 0.5;
const SURE_WORDS = 3;
const LIKELY_LEAD = 0.2;
/** A text of which less is known than this share is in none of our languages, or is not words. */
const LEAST_KNOWN = 0.25;
/** How much more likely the language is in which the person wrote before. */
const HABIT = 0.3;

export interface Identified {
  readonly lang: Lang;
  readonly certainty: Understanding['langCertainty'];
}

/** Tells the language of a text; `prior` is what the person wrote in before. */
export type IdentifyLanguage = (text: string, prior: Lang | undefined) => Identified;

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['han', /\p{Script=Han}/gu],
];
// Kana and Hangul stand beside Han characters: such a text is not Chinese, however few of them there are.
const NOT_CHINESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const ALL_LATIN = /^[\0-\u024f\u2000-\u206f]*$/;
const LETTER = /\p{L}/gu;

/** The script of most letters of a text; undefined where it has no letters. A Chinese character counts double. */
export const scriptOf = (text: string): Script | undefined => {
  if (ALL_LATIN.test(text)) return /[a-z\u00c0-\u024f]/i.test(text) ? 'latin' : undefined;
  const all = text.match(LETTER)?.length ?? 0;
  if (all === 0) return undefined;
  if (NOT_CHINESE.test(text)) return 'other';
  const counts = SCRIPTS.map(([script, letters]) => {
    const count = text.match(letters)?.length ?? 0;
    return [script, script === 'han' ? 2 * count : count] as const;
  });
  const rest = all - counts.reduce((sum, [script, count]) => sum + (script === 'han' ? count / 2 : count), 0);
  const [script, most] = counts.reduce((one, other) => (other[1] > one[1] ? other : one));
  return most >= rest ? script : 'other';
};

const WORD = /[\p{L}\p{M}'’ʼ]+/gu;

/** What a language shows in: runs of one to four letters of each word as it is typed, marks and all. */
export const lettersOf = (text: string): Features => {
  const buckets: number[] = [];
  const words: number[] = [];
  let read = 0;
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(WORD)) {
    if (read > MOST_LETTERS) break;
    read += word.length;
    const marked = `<${word.slice(0, 40)}>`;
    words.push(wordNumber(word));
    for (let start = 0; start < marked.length; start += 1) {
      let hash = 0x811c9dc5;
      for (let end = start; end < Math.min(marked.length, start + LONGEST_GRAM); end += 1) {
        hash = hashed(hash, marked.charCodeAt(end));
        buckets.push(bucketOf(hash));
      }
    }
    // A short word as a whole tells more than its letters.
    let whole = 0x2b17;
    for (let at = 0; at < marked.length; at += 1) whole = hashed(whole, marked.charCodeAt(at));
    buckets.push(bucketOf(whole));
  }
  return blocksOf([buckets], words);
};

const WORDS = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;

const bestOf = (model: LinearModel, scores: Float64Array, script: Script, prior: Lang | undefined) => {
  let [best, second, found] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, FOREIGN];
  for (const [at, name] of model.classes.entries()) {
    if (isLang(name) && !languageFacts(name).scripts.includes(script)) continue;
    const score = (scores[at] ?? 0) + (name === prior ? HABIT : 0);
    if (score > best) [best, second, found] = [score, best, name];
    else if (score > second) second = score;
  }
  return { found, lead: best - second };
};

const certaintyOf = (lead: number, wordCount: number): Identified['certainty'] => {
  if (lead >= SURE_LEAD && wordCount >= SURE_WORDS) return 'sure';
  // One word may be borrowed.
  return lead >= (wordCount > 1 ? LIKELY_LEAD : SURE_LEAD) ? 'likely' : 'none';
};

const identify = (model: LinearModel, text: string, prior: Lang | undefined): Identified => {
  const none: Identified = { lang: prior ?? 'en', certainty: 'none' };
  const script = scriptOf(text);
  if (script === undefined) return none;
  const own = LANGS.filter((lang) => languageFacts(lang).scripts.includes(script));
  if (own.length === 0) return { ...none, certainty: 'foreign' };
  const wordCount = text.match(WORDS)?.length ?? 0;
  const [only, ...others] = own;
  // One Chinese word is a sentence's worth of evidence: no other language of ours is written so.
  if (script === 'han' && only && others.length === 0) return { lang: only, certainty: 'sure' };
  const { scores, known } = model.score(lettersOf(text));
  if (known < LEAST_KNOWN) return none;
  const { found, lead } = bestOf(model, scores, script, prior);
  if (!isLang(found)) return wordCount >= SURE_WORDS || script !== 'latin' ? { ...none, certainty: 'foreign' } : none;
  const certainty = certaintyOf(lead, wordCount);
  return certainty === 'none' && prior ? none : { lang: found, certainty };
};

export const identifierOf = (packed: PackedModel): IdentifyLanguage => {
  const model = unpackModel(packed);
  return (text, prior) => identify(model, text, prior);
};
