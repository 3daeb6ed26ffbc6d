import { thereAndBack } from '#app/there-and-back.ts';
import type { Preview } from '#contract/desk-api.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import { hintsFor } from '#core/plain-language/hints.ts';
import { changesBetween } from '#core/translation/compare.ts';
import { speaksOfEssentials } from '#core/translation/essential.ts';
import { policyOf } from '#core/translation/policy.ts';
import type { Translator } from './ports.ts';

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

/**
 * How an English reply will read for a family: the translation, what it says when it is translated back, what seems to
 * have changed on the way, and whether it may go out like that. The hints on the English come in any case.
 */
export const previewReply = async (
  { translator, withinMs }: PreviewPorts,
  { text, lang, isEssential: isEssentialTopic }: ReplyDraft,
): Promise<Preview> => {
  const isEssential = isEssentialTopic || speaksOfEssentials(text);
  const preview = { policy: policyOf(lang, isEssential), isEssential, changes: [], hints: [...hintsFor(text)] };
  if (lang === SOURCE_LANG) return { ...preview, text, by: 'same' };
  if (!translator) return { ...preview, by: 'none' };
  const read = await thereAndBack(translator, text, SOURCE_LANG, lang, withinMs);
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
