import * as z from 'zod/mini';
import { DANGERS, HARMS, MESSAGE_NAMES, WORD_GROUPS } from '#core/content.ts';
import { FACT_NAMES } from '#core/facts.ts';
import { AREAS, SCOPES } from './areas.ts';

// zod/mini says only "Invalid input" unless it is given a language.
z.config(z.locales.en());

const text = z.string().check(z.minLength(1));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2027-05-22'));

const review = z.strictObject({
  state: z.enum(['draft', 'reviewed']),
  by: z.optional(text),
  on: z.optional(isoDate),
  due: isoDate,
});
const sources = z.array(
  z.strictObject({
    title: text,
    url: z.string().check(z.regex(/^https:\/\/\S+$/, 'must be an https address')),
    checked: isoDate,
  }),
);

export const topicFront = z.strictObject({
  title: text,
  area: z.enum(AREAS),
  harm: z.enum(HARMS),
  scope: z.enum(SCOPES),
  facts: z.array(z.enum(FACT_NAMES)),
  related: z.array(text).check(z.maxLength(2)),
  sources: sources.check(z.minLength(1)),
  review,
  questions: z.array(text),
});

export const safetyFront = z.strictObject({
  title: text,
  sources: sources.check(z.minLength(1)),
  review,
  phrases: z.array(text).check(z.minLength(1)),
  unless: z.array(text),
});

export const messagesFile = z.strictObject({
  review,
  messages: z.strictObject(Object.fromEntries(MESSAGE_NAMES.map((name) => [name, text]))),
});

export const wordsFile = z.strictObject(
  Object.fromEntries(WORD_GROUPS.map((group) => [group, z.array(text).check(z.minLength(1))])),
);

export const menuFile = z.array(text).check(z.minLength(1));
export const isDanger = (name: string): name is (typeof DANGERS)[number] =>
  (DANGERS as readonly string[]).includes(name);
