import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';
import { TranslationFailedError, type Translator } from '#app/desk/ports.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import { AMAZON_CODES } from './codes.ts';
import { splitByBytes } from './split-text.ts';

/** "Maximum input text" of TranslateText (Amazon Translate, "Guidelines and quotas", looked up 2026-11). */
const MOST_BYTES = 10_000;
/** A person looks at the page meanwhile. */
const TIMEOUT_MS = 3_000;
/** One repeat, within the same time: a second would come too late, and a throttled service needs rest. */
const MOST_ATTEMPTS = 2;

export interface AmazonTranslateSettings {
  /**
   * The name that custom terminologies begin with, one for each language: `school-words-es`. Their source is English,
   * and they are used on the way out of English only. Amazon takes ten target languages in one, and one in a request
   * ("Guidelines and quotas", November 2026).
   */
  readonly terminology?: string;
  /** For a whole text, all attempts included. */
  readonly timeoutMs?: number;
}

const AROUND = /^(\s*)([\s\S]*?)(\s*)$/;

/**
 * Amazon Translate. Texts of any length are sent in pieces that it takes, one after the other, in a polite register
 * where it knows one. The errors name what happened and hold no word of the text.
 */
export const createAmazonTranslate = ({ terminology, timeoutMs = TIMEOUT_MS }: AmazonTranslateSettings): Translator => {
  const client = new TranslateClient({ maxAttempts: MOST_ATTEMPTS });

  const translatePiece = async (piece: string, from: Lang, to: Lang, abortSignal: AbortSignal): Promise<string> => {
    // The service drops white space around a text, and takes no text without words.
    const [, before = '', words = '', after = ''] = AROUND.exec(piece) ?? [];
    if (words === '') return piece;
    const { TranslatedText } = await client.send(
      new TranslateTextCommand({
        Text: words,
        SourceLanguageCode: AMAZON_CODES[from],
        TargetLanguageCode: AMAZON_CODES[to],
        Settings: { Formality: 'FORMAL' },
        ...(terminology !== undefined && from === SOURCE_LANG
          ? { TerminologyNames: [`${terminology}-${AMAZON_CODES[to]}`] }
          : {}),
      }),
      { abortSignal },
    );
    if (!TranslatedText) throw new TranslationFailedError('Amazon Translate answered without a translation.');
    return `${before}${TranslatedText}${after}`;
  };

  return {
    translate: async (text, from, to) => {
      if (from === to) return text;
      const abortSignal = AbortSignal.timeout(timeoutMs);
      try {
        const translated: string[] = [];
        for (const piece of splitByBytes(text, MOST_BYTES)) {
          translated.push(await translatePiece(piece, from, to, abortSignal));
        }
        return translated.join('');
      } catch (error) {
        throw failureOf(error, abortSignal.aborted);
      }
    },
  };
};

/** Without the cause: messages and requests of the vendor's errors may quote the text. */
const failureOf = (error: unknown, isTooLate: boolean): TranslationFailedError => {
  if (error instanceof TranslationFailedError) return error;
  if (isTooLate) return new TranslationFailedError('Amazon Translate did not answer in time.');
  const name = error instanceof Error ? error.name : 'unknown error';
  return new TranslationFailedError(`Amazon Translate could not be asked or refused: ${name}.`);
};

/** The translation service of a function's settings; undefined where none is configured. */
export const translatorOf = ({
  TRANSLATION,
  TERMINOLOGY: terminology,
}: {
  readonly TRANSLATION: 'none' | 'amazon';
  readonly TERMINOLOGY?: string | undefined;
}): Translator | undefined =>
  TRANSLATION === 'none' ? undefined : createAmazonTranslate(terminology === undefined ? {} : { terminology });
