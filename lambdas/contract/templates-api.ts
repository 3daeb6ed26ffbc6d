/**
 * What the desk is told of WhatsApp's templates: what a family gets outside the 24-hour window, and how that stands.
 * Times are milliseconds since 1970.
 */
import * as z from 'zod/mini';
import { LANGS } from '#core/language.ts';
import { TEMPLATE_CATEGORIES, TEMPLATE_STATUSES } from '#core/outreach/outreach.ts';

const Lang = z.enum(LANGS);

const FindingView = z.object({
  severity: z.enum(['error', 'warning']),
  /** The words that it is about, where there are some. */
  found: z.optional(z.string()),
  advice: z.string(),
});

/** A template in one language of ours. */
export const TemplateText = z.object({
  lang: Lang,
  /** WhatsApp's code to hand it in under; absent where WhatsApp has none for the language. */
  code: z.optional(z.string()),
  body: z.string(),
  button: z.string(),
  /** As WhatsApp has told; absent where nothing has been heard, so that it is tried. */
  state: z.optional(
    z.object({
      status: z.enum(TEMPLATE_STATUSES),
      category: z.optional(z.enum(TEMPLATE_CATEGORIES)),
      at: z.number(),
    }),
  ),
  /** The language of what a family of this one would get now; absent where nothing can be sent to it. */
  gets: z.optional(Lang),
  findings: z.array(FindingView),
});
export type TemplateText = z.infer<typeof TemplateText>;

export const TemplateView = z.object({
  name: z.string(),
  /** What is filled in, by name. */
  parameters: z.array(z.string()),
  /** Whether it says all there is to say, or only that something waits to be read. */
  isWhole: z.boolean(),
  texts: z.array(TemplateText),
});
export type TemplateView = z.infer<typeof TemplateView>;

export const TemplatesView = z.object({ templates: z.array(TemplateView) });
export type TemplatesView = z.infer<typeof TemplatesView>;
