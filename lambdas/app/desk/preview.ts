import type { Preview } from '#contract/desk-api.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import { hintsFor } from '#core/plain-language/hints.ts';
import { changesBetween } from '#core/translation/compare.ts';
import { speaksOfEssentials } from '#core/translation/essential.ts';
import { policyOf } from '#core/translation/policy.ts';
import { TranslationFailedError, type Translator } from './ports.ts';

/** There and back together: longer nobody waits at a reply box. */
const WITHIN_MS = 5_000;

interface PreviewPorts {
  /** Absent where no translation service is configured. */
  readonly translator?: Translator;
  readonly withinMs?: number;
}

interface ReplyDraft {
  /** In English. */
  readonly text: string;
  /** The family's. */
  readonly lang: Lang;
  /** The topic is one of rights, health, discipline or special education; the words may make it so too. */
  readonly isEssential: boolean;
}

/** Undefined where the translator fails or is too slow. */
const thereAndBack = async (translator: Translator, text: string, lang: Lang, withinMs: number) => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), withinMs);
  });
  const translated = async () => {
    const there = await translator.translate(text, SOURCE_LANG, lang);
    return { text: there, back: await translator.translate(there, lang, SOURCE_LANG) };
  };
  try {
    return await Promise.race([translated(), tooLate]);
  } catch (error) {
    if (error instanceof TranslationFailedError) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * How an English reply will read for a family: the translation, what it says when it is translated back, what seems to
 * have changed on the way, and whether it may go out like that. The hints on the English come in any case.
 */
export const previewReply = async (
  { translator, withinMs = WITHIN_MS }: PreviewPorts,
  { text, lang, isEssential: isEssentialTopic }: ReplyDraft,
): Promise<Preview> => {
  const isEssential = isEssentialTopic || speaksOfEssentials(text);
  const preview = { policy: policyOf(lang, isEssential), isEssential, changes: [], hints: [...hintsFor(text)] };
  if (lang === SOURCE_LANG) return { ...preview, text, by: 'same' };
  if (!translator) return { ...preview, by: 'none' };
  const read = await thereAndBack(translator, text, lang, withinMs);
  if (!read) return { ...preview, by: 'failed' };
  const changes = changesBetween({
    original: text,
    lang: 'en',
    text: read.text,
    textLang: lang,
    back: read.back,
  });
  return { ...preview, ...read, by: 'machine', changes: [...changes] };
};
