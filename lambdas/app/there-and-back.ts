import type { Lang } from '#core/language.ts';
import { TranslationFailedError, type Translator } from './desk/ports.ts';

/** There and back together: longer nobody waits, neither at a reply box nor in a chat. */
const WITHIN_MS = 5_000;

/**
 * A text in another language, and what that says in the first one.
 * @returns undefined where the translator fails or is too slow
 */
export const thereAndBack = async (
  translator: Translator,
  text: string,
  from: Lang,
  to: Lang,
  withinMs: number = WITHIN_MS,
): Promise<{ readonly text: string; readonly back: string } | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), withinMs);
  });
  const translated = async () => {
    const there = await translator.translate(text, from, to);
    return { text: there, back: await translator.translate(there, to, from) };
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
