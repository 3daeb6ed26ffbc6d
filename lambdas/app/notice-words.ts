import type { Lang } from '#core/language.ts';
import { escapeHtml } from './escape-html.ts';
import type { StaffNotice } from './ports.ts';

/** The words of a notice. They tell nothing of the family but its language: who wants more opens the desk. */
export interface NoticeWords {
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly isUrgent: boolean;
}

const englishNames = new Intl.DisplayNames(['en'], { type: 'language' });

const languageName = (lang: Lang): string => englishNames.of(lang) ?? lang;

const TITLES: Readonly<Record<StaffNotice['about'], string>> = {
  opened: 'A family wants to hear from a person',
  late: 'A family still waits for an answer',
  danger: 'URGENT: somebody may be in danger',
};

const SENTENCES: Readonly<Record<StaffNotice['about'], string>> = {
  opened: 'A family has asked for a person, or Homeroom could not help.',
  late: 'A family has waited longer than it was told, and nobody has answered yet.',
  danger: 'A message may tell of danger. Please read it now.',
};

const sentenceOf = ({ about, step }: StaffNotice): string =>
  about === 'danger' && step > 0 ? `${SENTENCES.danger} Nobody has taken it yet.` : SENTENCES[about];

/** The desk's page for a handoff. */
const linkTo = (deskUrl: string, { contact, handoff }: StaffNotice): string =>
  `${deskUrl}#/handoffs/${encodeURIComponent(contact)}/${encodeURIComponent(handoff)}`;

/**
 * Says what a notice is about.
 * @param schools names of the schools that the number serves
 */
export const noticeWords = (notice: StaffNotice, schools: readonly string[], deskUrl: string): NoticeWords => {
  const where = schools.length > 0 ? `, ${schools.join(' or ')}` : '';
  return {
    title: `${TITLES[notice.about]} (${languageName(notice.lang)}${where})`,
    text: sentenceOf(notice),
    link: linkTo(deskUrl, notice),
    isUrgent: notice.about === 'danger',
  };
};

/** The same as an e-mail. `list` is the name of the list that its reader stands on. */
export const noticeMail = ({ title, text, link }: NoticeWords, list: string) => {
  const why = `You get this because you are on the list "${list}". Please do not answer this e-mail: families are answered at the desk.`;
  const safe = { title: escapeHtml(title), text: escapeHtml(text), link: escapeHtml(link), why: escapeHtml(why) };
  return {
    subject: title,
    text: `${title}\n\n${text}\n\nOpen it at the desk: ${link}\n\n${why}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${safe.title}</title></head><body><h1 style="font-size:1.25rem">${safe.title}</h1><p>${safe.text}</p><p><a href="${safe.link}">Open it at the desk</a></p><p><small>${safe.why}</small></p></body></html>`,
  };
};
