import { isLang, type Lang } from '../language.ts';
import type { Features } from './features.ts';
import { type LinearModel, leaderOf, type PackedModel, unpackModel } from './linear-model.ts';
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

/** Tells the language of a text of so many words; `prior` is what the person wrote in before. */
export type IdentifyLanguage = (features: Features, wordCount: number, prior: Lang | undefined) => Identified;

const identify = (model: LinearModel, features: Features, wordCount: number, prior: Lang | undefined): Identified => {
  const { scores, known } = model.scoreFeatures(features);
  const { at, lead } = leaderOf(scores);
  const lang = model.classes[at] ?? '';
  const fallback: Identified = { lang: prior ?? 'en', certainty: 'none' };
  if (!isLang(lang) || known < LEAST_KNOWN) return fallback;
  if (lead >= SURE_LEAD && wordCount >= SURE_WORDS) return { lang, certainty: 'sure' };
  if (lead >= LIKELY_LEAD) return { lang, certainty: 'likely' };
  return prior ? fallback : { lang, certainty: 'none' };
};

export const identifierOf = (packed: PackedModel): IdentifyLanguage => {
  const model = unpackModel(packed);
  return (features, wordCount, prior) => identify(model, features, wordCount, prior);
};
