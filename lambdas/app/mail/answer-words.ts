import type { Translator } from '#app/desk/ports.ts';
import { previewReply } from '#app/desk/preview.ts';
import type { MailReceived } from '#core/inbound.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import { speaksOfEssentials } from '#core/translation/essential.ts';

export interface AnswerPorts {
  /** Absent where no translation service is configured. */
  readonly translator?: Translator;
  /** The language of a text; undefined where it cannot be told, or is none of ours. */
  languageOf(text: string): Lang | undefined;
}

/** Words as they reach the family, and whether they may do so by themselves. */
export type Answer = Pick<MailReceived, 'original' | 'text' | 'lang' | 'translation' | 'mayPass'>;

/**
 * An answer in a family's language. It goes out by itself where nothing can have gone wrong with it: it was written in
 * that language, or a machine's translation into it may go out unread and shows no change. Where nothing translates,
 * plain matters go out in English, marked so.
 * @param original without what must not be kept
 * @param family the language that the family reads
 */
export const answerFor = async (ports: AnswerPorts, original: string, family: Lang): Promise<Answer> => {
  const written = ports.languageOf(original);
  if (written === family) return { original, text: original, lang: family, translation: 'same', mayPass: true };
  if (written !== SOURCE_LANG) {
    // The checks read English only, and nobody can say what an unknown language holds.
    return { original, text: original, lang: written ?? SOURCE_LANG, translation: 'none', mayPass: false };
  }
  const isEssential = speaksOfEssentials(original);
  const { text, by, policy, changes } = await previewReply(ports, { text: original, lang: family, isEssential });
  if (text !== undefined && by === 'machine') {
    const mayPass = policy === 'free' && changes.length === 0;
    return { original, text, lang: family, translation: 'machine', mayPass };
  }
  const mayPass = by === 'none' && !isEssential;
  return { original, text: original, lang: SOURCE_LANG, translation: 'none', mayPass };
};
