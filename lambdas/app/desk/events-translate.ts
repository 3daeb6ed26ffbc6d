import { given } from '#app/given.ts';
import type { EventText } from '#contract/events-api.ts';
import { MOST_ABOUT, MOST_TITLE } from '#contract/events-api.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import { checkRight } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import { type StaffMember, TranslationFailedError } from './ports.ts';

const MOST_BRING = 200;

interface EnglishText {
  readonly title: string;
  readonly about?: string | undefined;
  readonly bring?: string | undefined;
}

/**
 * The texts of an event in another language, by the translation service and marked so. Nothing is saved.
 * @throws DeskError where no service is configured, or it does not answer
 */
export const translateEventText = async (
  { translator }: Pick<DeskPorts, 'translator'>,
  person: StaffMember,
  { text, to }: { readonly text: EnglishText; readonly to: Lang },
): Promise<EventText> => {
  checkRight(person, 'events_edit');
  if (!translator)
    throw new DeskError('unavailable', 'No translation service is set up. Write the text, or ask a person.');
  const translated = async (words: string | undefined, most: number) =>
    words === undefined ? undefined : (await translator.translate(words, SOURCE_LANG, to)).slice(0, most);
  try {
    const [title = text.title, about, bring] = await Promise.all([
      translated(text.title, MOST_TITLE),
      translated(text.about, MOST_ABOUT),
      translated(text.bring, MOST_BRING),
    ]);
    return { title, ...given({ about, bring }), by: 'machine' };
  } catch (error) {
    if (!(error instanceof TranslationFailedError)) throw error;
    throw new DeskError('unavailable', 'The translation service does not answer. Try again, or write the text.');
  }
};
