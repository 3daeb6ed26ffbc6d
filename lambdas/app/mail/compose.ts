import { dateInWords, timeInWords } from '#core/facts.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { removePrivate } from '#core/private-words/private-words.ts';
import { type FamilyRequest, type FreeWords, LETTER_PARTS } from '#core/request.ts';
import { clockOf } from '#core/when.ts';
import { laidOut, type Piece } from './layout.ts';
import type { ComposedMail } from './ports.ts';
import {
  childInWords,
  daysInWords,
  interpreterLine,
  LETTER_HEADINGS,
  languageName,
  sentencesOf,
  TITLES,
} from './request-words.ts';

/** What a mail must know besides the request. */
export interface ComposeContext {
  readonly schoolName: string;
  /** IANA time zone of the school. */
  readonly timeZone: string;
  /** Whether answers are put into the family's language by a service. */
  readonly translates: boolean;
}

/** Long enough for everything that it holds; mail programs cut it sooner. */
const LONGEST_SUBJECT = 200;
const MOST_DAYS_IN_SUBJECT = 2;

/** A family's words, the English beside them where there is any. What must not be kept must not be mailed either. */
const wordsOf = ({ text, lang, english }: FreeWords, label: string): readonly Piece[] => {
  const original = removePrivate(text);
  if (lang === SOURCE_LANG) return [{ kind: 'quote', label: `${label}:`, text: original, lang }];
  const name = languageName(lang);
  if (english === undefined) {
    return [{ kind: 'quote', label: `${label} (${name}, not translated):`, text: original, lang }];
  }
  return [
    {
      kind: 'quote',
      label: `${label}, translated from ${name} by a computer:`,
      text: removePrivate(english),
      lang: SOURCE_LANG,
    },
    { kind: 'quote', label: `The same in ${name}, as the family wrote it:`, text: original, lang },
  ];
};

const letterOf = ({ letter = {} }: FamilyRequest['details']): readonly Piece[] =>
  LETTER_PARTS.flatMap((part) => {
    const words = letter[part];
    return words
      ? [{ kind: 'heading', text: LETTER_HEADINGS[part] } as const, ...wordsOf(words, "The family's words")]
      : [];
  });

/** Whether somebody has to answer, or need not. */
const NEEDS_NO_ANSWER: ReadonlySet<FamilyRequest['kind']> = new Set(['absence', 'late', 'early_pickup', 'about_child']);

const howToAnswer = ({ kind, lang }: FamilyRequest, { translates }: ComposeContext): readonly string[] => {
  const language = languageName(lang);
  const passesOn =
    lang === SOURCE_LANG || translates
      ? `Homeroom passes it on in ${language}.`
      : `Homeroom passes it on as you write it; the family reads ${language}.`;
  return [
    NEEDS_NO_ANSWER.has(kind)
      ? `You do not have to answer. If you want to, just reply to this e-mail. ${passesOn}`
      : `Just reply to this e-mail. ${passesOn}`,
    'Keep it short; write dates with the month in words.',
  ];
};

const receiptLine = ({ at }: FamilyRequest, { timeZone, schoolName }: ComposeContext): string => {
  const { date, time } = clockOf(at, timeZone);
  const when = `${dateInWords(date, SOURCE_LANG)}, ${date.slice(0, 4)}, ${timeInWords(time, SOURCE_LANG)}`;
  return `Sent by the family through Homeroom to ${schoolName} on ${when}.`;
};

const subjectOf = ({ kind, details }: FamilyRequest, { schoolName }: ComposeContext): string => {
  const { days = [] } = details;
  const child = childInWords(details);
  const words = [
    ...(child ? [child] : []),
    ...(days.length > 0 && days.length <= MOST_DAYS_IN_SUBJECT ? [daysInWords(details)] : []),
    ...(days.length > MOST_DAYS_IN_SUBJECT ? [`${days.length} days`] : []),
  ].join(', ');
  const subject = `${TITLES[kind]}${words ? `: ${words}` : ''} – ${schoolName}`;
  // A line break in a subject would be a header of its own.
  return subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, LONGEST_SUBJECT);
};

/**
 * A request as the mail that a school gets: in English, with the family's own words beside it, how to answer, and when
 * it was made. It names nobody but the child by first name, and holds no phone number and no id of Homeroom's.
 */
export const composeRequest = (request: FamilyRequest, context: ComposeContext): ComposedMail => {
  const { details, to } = request;
  const interpreter = interpreterLine(details);
  return laidOut(subjectOf(request, context), [
    { kind: 'lines', lines: [`Hello ${to.name},`] },
    { kind: 'lines', lines: [...sentencesOf(request), ...(interpreter ? [interpreter] : [])] },
    ...(details.words ? wordsOf(details.words, "In the family's own words") : []),
    ...letterOf(details),
    { kind: 'lines', lines: howToAnswer(request, context) },
    { kind: 'small', lines: [receiptLine(request, context)] },
  ]);
};
