import type { Me } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';

type LanguageView = Me['languages'][number];

/** What the page knows of a language. One that the server did not name stands under its code. */
export const languageOf = (me: Me, lang: Lang): LanguageView =>
  me.languages.find((language) => language.lang === lang) ?? {
    lang,
    name: lang,
    autonym: lang,
    dir: 'ltr',
    policy: 'check',
  };

/** The name of a school in the words of staff. */
export const schoolName = (me: Me, id: string): string => me.schools.find((school) => school.id === id)?.name ?? id;
