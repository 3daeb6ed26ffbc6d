import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#config.ts';
import type { Content, LanguagePack, Signals } from '#core/content.ts';
import { LANGS, type Lang } from '#core/language.ts';
import type { Calibration, PackedMatcher } from '#core/understanding/match-topics.ts';
import { createUnderstand } from '#core/understanding/understand.ts';
import type { Understand } from '#core/understanding/understanding.ts';
import { decodeModel } from './model-file.ts';

/** The files of compiled content in their folder. A language's own are read when it is first met. */
export const CONTENT_FILES = {
  index: 'content.json',
  language: 'language.model',
  savedReplies: 'saved-replies.json',
  pack: (lang: Lang) => `${lang}.json`,
  matcher: (lang: Lang) => `${lang}.model`,
} as const;

/** What `content.json` holds: all that is needed before a language is known. */
export interface ContentIndex extends Pick<Content, 'version' | 'menu'> {
  readonly signals: Readonly<Record<Lang, Signals>>;
}

/** Content that is ready to answer. */
export interface ReadyContent {
  readonly content: Content;
  readonly understand: Understand;
}

/** An object whose fields are made when first asked for, once. It may be frozen: what is made is kept outside. */
export const lazily = <Value>(make: (lang: Lang) => Value): Readonly<Record<Lang, Value>> => {
  const made = new Map<Lang, Value>();
  const get = (lang: Lang): Value => {
    const known = made.get(lang) ?? make(lang);
    made.set(lang, known);
    return known;
  };
  return Object.defineProperties(
    {},
    Object.fromEntries(LANGS.map((lang) => [lang, { enumerable: true, get: () => get(lang) }])),
  ) as Record<Lang, Value>;
};

const isIndex = (value: unknown): value is ContentIndex =>
  typeof value === 'object' && value !== null && 'version' in value && 'menu' in value && 'signals' in value;

/**
 * Reads compiled content: the index now, a language when it is first met.
 * @throws ConfigError where the folder is missing or not one of compiled content
 */
export const loadContent = (folder: string): ReadyContent => {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const model = (name: string) => decodeModel(readFileSync(join(folder, name)));
  try {
    const index = json(CONTENT_FILES.index);
    if (!isIndex(index)) throw new TypeError('the index has no version, menu or signals');
    const { version, menu, signals } = index;
    const packs = lazily((lang) => json(CONTENT_FILES.pack(lang)) as LanguagePack);
    const content: Content = { version, menu, packs };
    return {
      content,
      understand: createUnderstand({
        content,
        signals,
        language: model(CONTENT_FILES.language).model,
        matcherOf: (lang): PackedMatcher => {
          const { model: matcher, extra } = model(CONTENT_FILES.matcher(lang));
          return { model: matcher, calibration: extra as Calibration };
        },
      }),
    };
  } catch (cause) {
    throw new ConfigError(
      'CONTENT_FOLDER does not name a folder of compiled content; run "npm run content" and pack its folder.',
      { cause },
    );
  }
};
