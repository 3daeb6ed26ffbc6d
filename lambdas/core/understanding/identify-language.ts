import { isLang, type Lang } from '../language.ts';
import { type LinearModel, type PackedModel, unpackModel } from './linear-model.ts';
import { normalise, wordsOf } from './normalise.ts';
import type { Understanding } from './understanding.ts';

/** A lead this large over the next language, in a text this long, is beyond doubt. Chosen on held-out questions. */
const SURE_LEAD = 0.5;
const SURE_WORDS = 3;
const LIKELY_LEAD = 0.25;
/** A text of which less is known than this share is in none of our languages, or is not words. */
const LEAST_KNOWN = 0.25;

export interface Identified {
  readonly lang: Lang;
  readonly certainty: Understanding['langCertainty'];
}

/** Tells the language of a text; `prior` is what the person wrote in before. */
export type IdentifyLanguage = (text: string, prior: Lang | undefined) => Identified;

const identify = (model: LinearModel, text: string, prior: Lang | undefined): Identified => {
  const { scores, known } = model.score(text);
  const ranked = scores
    .map((score, index) => ({ lang: model.classes[index] ?? '', score }))
    .toSorted((one, other) => other.score - one.score);
  const [best, second] = ranked;
  const fallback: Identified = { lang: prior ?? 'en', certainty: 'none' };
  if (!best || !isLang(best.lang) || known < LEAST_KNOWN) return fallback;
  const lead = best.score - (second?.score ?? 0);
  const count = wordsOf(normalise(text)).length;
  if (lead >= SURE_LEAD && count >= SURE_WORDS) return { lang: best.lang, certainty: 'sure' };
  if (lead >= LIKELY_LEAD) return { lang: best.lang, certainty: 'likely' };
  return prior ? fallback : { lang: best.lang, certainty: 'none' };
};

export const identifierOf = (packed: PackedModel): IdentifyLanguage => {
  const model = unpackModel(packed);
  return (text, prior) => identify(model, text, prior);
};
