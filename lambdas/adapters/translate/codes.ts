import type { Lang } from '#core/language.ts';

/** Amazon Translate's codes ("Supported languages and language codes", looked up 2026-11). Dari stands under Farsi. */
export const AMAZON_CODES: Readonly<Record<Lang, string>> = {
  en: 'en',
  es: 'es',
  ar: 'ar',
  ht: 'ht',
  pt: 'pt',
  vi: 'vi',
  zh: 'zh',
  prs: 'fa-AF',
  ps: 'ps',
  uk: 'uk',
  ru: 'ru',
  sw: 'sw',
  so: 'so',
  fr: 'fr',
};
