import type { Lang } from '../language.ts';

/**
 * Whether a machine's translation may go out: `free` by itself, `check` once somebody who reads the language has
 * looked at it, `interpreter` not at all.
 */
export type Policy = 'free' | 'check' | 'interpreter';

/**
 * How far machine translation can be trusted in a language: by measured accuracy of discharge instructions put
 * through Google Translate (Taira and others, 2021: Spanish 94 %, Chinese 82 %, Vietnamese 78 %, Farsi 68 %) and the
 * harm of its errors (Khoong and others, 2019), as the project's study of languages quotes them (2026-11); languages
 * without figures by kinship and by how much text there is to learn from.
 * - `A`: goes out with a preview.
 * - `B`: for times and places; a person looks at what is essential.
 * - `C`: never unread; what is essential needs an interpreter.
 */
const TIERS: Readonly<Record<Lang, 'own' | 'A' | 'B' | 'C'>> = {
  en: 'own',
  ...{ es: 'A', pt: 'A', fr: 'A' },
  ...{ zh: 'B', vi: 'B', ru: 'B', uk: 'B', ar: 'B' },
  ...{ ht: 'C', so: 'C', prs: 'C', ps: 'C', sw: 'C' },
};

/**
 * What a machine's translation into a language needs before it goes out.
 * @param isEssential the matter is one of rights, health, discipline or special education
 */
export const policyOf = (lang: Lang, isEssential: boolean): Policy => {
  const tier = TIERS[lang];
  switch (tier) {
    case 'own':
    case 'A':
      return 'free';
    case 'B':
      return isEssential ? 'check' : 'free';
    case 'C':
      return isEssential ? 'interpreter' : 'check';
    default:
      return tier satisfies never;
  }
};
