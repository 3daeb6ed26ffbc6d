/**
 * The languages that Homeroom speaks. To add one: a line here, a folder under `content/`; see CONTRIBUTING.
 * `autonym` is how its readers write its name; `dir` the direction of its script; `locale` what `Intl`
 * formats dates and numbers with; `dayRange` how a run of weekdays is said.
 */
export const LANGUAGES = {
  en: { autonym: 'English', dir: 'ltr', locale: 'en-US', dayRange: '{first} to {last}' },
  es: { autonym: 'Español', dir: 'ltr', locale: 'es-US', dayRange: 'de {first} a {last}' },
} as const satisfies Record<string, { autonym: string; dir: 'ltr' | 'rtl'; locale: string; dayRange: string }>;

/** BCP 47 code of a language that Homeroom speaks. */
export type Lang = keyof typeof LANGUAGES;

export const LANGS = Object.keys(LANGUAGES) as readonly Lang[];

export const isLang = (value: unknown): value is Lang => typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
