/** What Homeroom must know of a language besides its content. */
interface LanguageFacts {
  /** How its readers write its name. */
  readonly autonym: string;
  readonly dir: 'ltr' | 'rtl';
  /** What `Intl` formats dates and numbers with, digits 0–9 throughout. */
  readonly locale: string;
  /** How a run of weekdays is said. */
  readonly dayRange: string;
  /** The scripts it is written in; the first is its own, in the others people transliterate it. */
  readonly scripts: readonly Script[];
  /**
   * The language of WhatsApp's message templates to write in outside the 24-hour window (Meta's list, May 2026): its
   * own code, or one that its readers most often know where Meta has none or none that is confirmed (ht, ps, so).
   */
  readonly template: string;
  /** Names of days and months, Monday and January first, where `Intl` does not know the language. */
  readonly dates?: { readonly weekdays: readonly string[]; readonly months: readonly string[] };
}

/** Scripts that tell languages apart. `other` stands for all that none of our languages is written in. */
export type Script = 'latin' | 'arabic' | 'cyrillic' | 'han' | 'other';

/**
 * The languages that Homeroom speaks, in the order in which they are offered. To add one: a line here, a folder
 * under `content/`; see CONTRIBUTING. The first is the source: its files hold what is the same in every language.
 */
export const LANGUAGES = {
  en: {
    autonym: 'English',
    dir: 'ltr',
    locale: 'en-US',
    dayRange: '{first} to {last}',
    template: 'en_US',
    scripts: ['latin'],
  },
  es: {
    autonym: 'Español',
    dir: 'ltr',
    locale: 'es-US',
    dayRange: 'de {first} a {last}',
    template: 'es',
    scripts: ['latin'],
  },
  ar: {
    autonym: 'العربية',
    template: 'ar',
    dir: 'rtl',
    locale: 'ar-u-nu-latn',
    dayRange: 'من {first} إلى {last}',
    scripts: ['arabic', 'latin'],
  },
  ht: {
    autonym: 'Kreyòl ayisyen',
    template: 'fr',
    dir: 'ltr',
    locale: 'fr-HT',
    dayRange: '{first} rive {last}',
    scripts: ['latin'],
    dates: {
      weekdays: ['lendi', 'madi', 'mèkredi', 'jedi', 'vandredi', 'samdi', 'dimanch'],
      months: [
        ...['janvye', 'fevriye', 'mas', 'avril', 'me', 'jen'],
        ...['jiyè', 'out', 'septanm', 'oktòb', 'novanm', 'desanm'],
      ],
    },
  },
  pt: {
    autonym: 'Português',
    dir: 'ltr',
    locale: 'pt-BR',
    dayRange: 'de {first} a {last}',
    template: 'pt_BR',
    scripts: ['latin'],
  },
  vi: {
    autonym: 'Tiếng Việt',
    dir: 'ltr',
    locale: 'vi-VN',
    dayRange: '{first} đến {last}',
    template: 'vi',
    scripts: ['latin'],
  },
  zh: {
    autonym: '中文',
    dir: 'ltr',
    locale: 'zh-CN',
    dayRange: '{first}至{last}',
    template: 'zh_CN',
    scripts: ['han'],
  },
  prs: {
    autonym: 'دری',
    template: 'prs_AF',
    dir: 'rtl',
    locale: 'fa-AF-u-nu-latn-ca-gregory',
    dayRange: 'از {first} تا {last}',
    scripts: ['arabic', 'latin'],
  },
  ps: {
    autonym: 'پښتو',
    template: 'en_US',
    dir: 'rtl',
    locale: 'ps-AF-u-nu-latn-ca-gregory',
    dayRange: 'له {first} تر {last} پورې',
    scripts: ['arabic', 'latin'],
  },
  uk: {
    autonym: 'Українська',
    template: 'uk',
    dir: 'ltr',
    locale: 'uk-UA',
    dayRange: '{first} – {last}',
    scripts: ['cyrillic', 'latin'],
  },
  ru: {
    autonym: 'Русский',
    dir: 'ltr',
    locale: 'ru-RU',
    dayRange: '{first} – {last}',
    template: 'ru',
    scripts: ['cyrillic', 'latin'],
  },
  sw: {
    autonym: 'Kiswahili',
    dir: 'ltr',
    locale: 'sw-KE',
    dayRange: '{first} hadi {last}',
    template: 'sw',
    scripts: ['latin'],
  },
  so: {
    autonym: 'Soomaali',
    dir: 'ltr',
    locale: 'so-SO',
    dayRange: '{first} ilaa {last}',
    template: 'en_US',
    scripts: ['latin'],
  },
  fr: {
    autonym: 'Français',
    dir: 'ltr',
    locale: 'fr-FR',
    dayRange: 'du {first} au {last}',
    template: 'fr',
    scripts: ['latin'],
  },
} as const satisfies Record<string, LanguageFacts>;

/** BCP 47 code of a language that Homeroom speaks. */
export type Lang = keyof typeof LANGUAGES;

export const LANGS = Object.keys(LANGUAGES) as readonly Lang[];

/** The language whose files say of each topic what holds in all languages. */
export const SOURCE_LANG: Lang = 'en';

export const isLang = (value: unknown): value is Lang => typeof value === 'string' && Object.hasOwn(LANGUAGES, value);

/** The facts of a language, all alike whatever the language. */
export const languageFacts = (lang: Lang): LanguageFacts => LANGUAGES[lang];
