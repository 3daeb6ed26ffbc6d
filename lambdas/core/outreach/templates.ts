/**
 * The templates that Homeroom sends outside the 24-hour window, all of the utility kind, and what each has places for.
 * - `event_reminder`: an event that the family plans for. - `event_cancelled`, `event_moved`, `seat_free`: it changed.
 * - `event_after`: how was it? - `news_ready`: news, a tip or questions that the family follows wait to be read.
 * - `notice_ready`: news of something that the family asked the school for waits to be read.
 */
export const TEMPLATES = {
  event_reminder: { parameters: ['title', 'when', 'where'], isWhole: true },
  event_cancelled: { parameters: ['title', 'when'], isWhole: true },
  event_moved: { parameters: ['title', 'when'], isWhole: true },
  seat_free: { parameters: ['title', 'when'], isWhole: true },
  event_after: { parameters: ['title'], isWhole: false },
  news_ready: { parameters: ['school'], isWhole: false },
  notice_ready: { parameters: [], isWhole: false },
} as const satisfies Record<string, { parameters: readonly string[]; isWhole: boolean }>;
export type TemplateName = keyof typeof TEMPLATES;

/** A template's words in one language; `button` has at most 25 characters (Meta, template limits, 2026-11). */
export interface TemplateText {
  readonly body: string;
  readonly button: string;
}
export type TemplateWords = Readonly<Record<TemplateName, TemplateText>>;
