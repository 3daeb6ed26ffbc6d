/** The texts of an event in all languages, while the form is filled in. Pure. */
import { type EventText, MOST_ABOUT, MOST_TITLE } from '#contract/events-api.ts';
import { LANGS, type Lang } from '#core/language.ts';

/** What stands in the fields of one language: what is left empty is none. */
export interface TextDraft {
  readonly title: string;
  readonly about: string;
  readonly bring: string;
  readonly by: EventText['by'];
}

export type TextDrafts = Readonly<Partial<Record<Lang, TextDraft>>>;

export const NO_TEXT: TextDraft = { title: '', about: '', bring: '', by: 'person' };

export const textDraft = ({ title, about = '', bring = '', by }: EventText): TextDraft => ({ title, about, bring, by });

export const textDrafts = (texts: Readonly<Partial<Record<Lang, EventText | undefined>>>): TextDrafts =>
  Object.fromEntries(
    LANGS.flatMap((lang) => {
      const text = texts[lang];
      return text ? [[lang, textDraft(text)]] : [];
    }),
  );

const isEmptyText = ({ title, about, bring }: TextDraft): boolean =>
  [title, about, bring].every((words) => words.trim() === '');

/** How far a language is. */
export const textState = (text: TextDraft | undefined): 'missing' | 'machine' | 'written' => {
  if (!text || text.title.trim() === '') return 'missing';
  return text.by === 'machine' ? 'machine' : 'written';
};

/** What is sent of the texts; languages without words are left out. */
export const textsOf = (drafts: TextDrafts): Partial<Record<Lang, EventText>> =>
  Object.fromEntries(
    LANGS.flatMap((lang) => {
      const draft = drafts[lang];
      if (!draft || isEmptyText(draft)) return [];
      const [title, about, bring] = [draft.title.trim(), draft.about.trim(), draft.bring.trim()];
      return [[lang, { title, ...(about ? { about } : {}), ...(bring ? { bring } : {}), by: draft.by }]];
    }),
  );

const MOST_BRING = 200;

/** What is wrong, by `texts.es.title`. */
export const textProblems = (drafts: TextDrafts): Readonly<Record<string, string>> =>
  Object.fromEntries(
    LANGS.flatMap((lang): [string, string][] => {
      const draft = drafts[lang];
      if (!draft || isEmptyText(draft)) return [];
      const { title, about, bring } = draft;
      const tooLong = (most: number) => `At most ${most} letters: make it shorter.`;
      return [
        ...(title.trim() === '' ? [[`texts.${lang}.title`, 'Write a title, or empty the other fields.'] as const] : []),
        ...(title.length > MOST_TITLE ? [[`texts.${lang}.title`, tooLong(MOST_TITLE)] as const] : []),
        ...(about.length > MOST_ABOUT ? [[`texts.${lang}.about`, tooLong(MOST_ABOUT)] as const] : []),
        ...(bring.length > MOST_BRING ? [[`texts.${lang}.bring`, tooLong(MOST_BRING)] as const] : []),
      ].map(([field, words]) => [field, words]);
    }),
  );
