import type { OutreachKind } from './outreach.ts';
import { type Promotion, promotionIn } from './promotion.ts';
import type { TemplateName, TemplateText } from './templates.ts';

/** What is wrong with a text, and what to do instead, in words for staff. `error`: it will not be delivered so. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly rule: 'category' | 'form' | Promotion;
  /** The words that it is about, where there are some. */
  readonly found?: string;
  readonly advice: string;
}

/** A body, with words on a button (Meta, "Template components", 2026-05). */
const LONGEST_BODY = 1024;
const LONGEST_BUTTON = 25;
/** So many characters of its own a text needs for each that is filled in; fewer, and Meta refuses it as unclear. Ours. */
const LETTERS_FOR_EACH = 10;
const PLACE = /\{\{(\w*)\}\}/g;

/**
 * Since 2025-04-01 marketing templates to numbers of the United States (+1 and an area code there) are not delivered
 * (error 131049; Meta calls it a pause, without an end; still so in 2026-10).
 */
const NOT_IN_THE_US =
  'Marketing templates are not delivered to phones in the United States. Hand it in as a utility template, about what the family planned or asked for.';

const INSTEAD: Readonly<Record<Promotion, string>> = {
  offer:
    'Meta takes offers and prizes for marketing, which is not delivered to phones in the United States. Say what the family signed up for, and keep offers for the answer inside the 24-hour window.',
  pressure:
    'Meta takes urging for marketing, which is not delivered to phones in the United States. Say the date and how many places there are, as plain facts.',
  invitation:
    'Meta takes invitations for marketing, which is not delivered to phones in the United States. Write to families who planned to come or asked to be told, and tell them the facts.',
  marks:
    'Exclamation marks in a row, words in capitals and party signs look like advertising. Write it as a plain sentence.',
};

const promoted = (text: string): readonly Finding[] =>
  promotionIn(text).map(({ kind, found }) => ({ severity: 'warning', rule: kind, found, advice: INSTEAD[kind] }));

/**
 * What Meta refuses by form: a text that begins or ends with a place to fill in, two such places side by side, too
 * many of them for its length, and names in other than small letters, digits and underscores (Meta, "Template
 * rejections", 2026-05; `rejection_info` of its webhooks).
 */
const FORMS: readonly (readonly [broken: (body: string) => boolean, advice: string])[] = [
  [(body) => /^\s*\{\{/.test(body), 'Meta refuses a text that begins with a place to fill in. Put words before it.'],
  [
    (body) => /\}\}[\s\p{P}]*$/u.test(body),
    'Meta refuses a text that ends with a place to fill in. Put words after it.',
  ],
  [(body) => /\}\}\s*\{\{/.test(body), 'Meta refuses two places to fill in side by side. Put words between them.'],
  [
    (body) => [...body.matchAll(PLACE)].some(([, name = '']) => !/^[a-z][a-z0-9_]*$/.test(name)),
    'Names of places have small letters, digits and underscores only, such as {{title}}.',
  ],
  [
    (body) => body.replace(PLACE, '').length < LETTERS_FOR_EACH * [...body.matchAll(PLACE)].length,
    'Meta refuses a text with too many places for its length. Say in words what stands in each of them.',
  ],
  [(body) => body.length > LONGEST_BODY, `A text has at most ${LONGEST_BODY} characters. Make it shorter.`],
];

/** Whether Meta will take a template, and whether it will then be delivered in the United States. Pure. */
export const lintTemplate = (
  { body, button }: TemplateText,
  category: 'utility' | 'marketing' | 'authentication',
): readonly Finding[] => [
  ...(category === 'utility' ? [] : [{ severity: 'error', rule: 'category', advice: NOT_IN_THE_US } as const]),
  ...FORMS.filter(([isBroken]) => isBroken(body)).map(([, advice]) => ({
    ...{ severity: 'error' as const, rule: 'form' as const },
    advice,
  })),
  ...(button.length > LONGEST_BUTTON
    ? [{ severity: 'error', rule: 'form', advice: `A button has at most ${LONGEST_BUTTON} characters.` } as const]
    : []),
  ...promoted(`${body} ${button}`),
];

/** The template that announces each kind of message outside the 24-hour window; the first of a correction's stands for all. */
const ANNOUNCED_BY: Readonly<Record<OutreachKind, TemplateName>> = {
  ...{ correction: 'event_cancelled', reminder: 'event_reminder', afterwards: 'event_after' },
  ...{ news: 'news_ready', digest: 'news_ready', tip: 'news_ready', survey: 'news_ready' },
};

/** What will become of a message that is planned to go to many. */
export interface PlannedLint {
  /** What goes out to families who have not written for 24 hours. Those who have get the message itself. */
  readonly template: TemplateName;
  /** Whether words of it are filled into the template, so that Meta reads them: else they are read after a tap only. */
  readonly isFilledIn: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Whether a planned message will be delivered in the United States, said before it is saved. Its template is a utility
 * one and is delivered; what puts that at risk are promotional words, because Meta may then count the template as
 * marketing for everybody. Pure.
 * @param text the words that are sent or filled in: of an event its title
 */
export const lintPlanned = ({ kind, text }: { readonly kind: OutreachKind; readonly text: string }): PlannedLint => ({
  template: ANNOUNCED_BY[kind],
  isFilledIn: kind === 'correction' || kind === 'reminder' || kind === 'afterwards',
  findings: promoted(text),
});
