import * as z from 'zod/mini';
import { DANGERS, HARMS, MESSAGE_NAMES, SECTIONS, TOPIC_KINDS, WORD_GROUPS } from '#core/content.ts';
import { FACT_NAMES } from '#core/facts.ts';
import { REQUEST_KINDS } from '#core/request.ts';
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

const questions = {
  review,
  questions: z.array(text),
  /** Words and short phrases that point to the topic, parted by commas. */
  cues: z.optional(text),
};

/** A topic in the source language: what holds in every language stands here only. */
export const sourceTopicFront = z.strictObject({
  title: text,
  kind: z._default(z.enum(TOPIC_KINDS), 'answer'),
  /** What belongs here and what belongs to a neighbour, for those who write questions. */
  about: text,
  area: z.enum(AREAS),
  harm: z.enum(HARMS),
  scope: z.enum(SCOPES),
  facts: z.array(z.enum(FACT_NAMES)),
  related: z.array(text).check(z.maxLength(2)),
  /** What Homeroom can do about it; `who` finds the person who can help. */
  flows: z._default(z.array(z.enum([...REQUEST_KINDS, 'who'])), []),
  /** Whether the answer begins with what is so at school today. */
  today: z._default(z.boolean(), false),
  sources,
  ...questions,
});

/** A topic in another language; its sources are those of the source language and its own. */
export const topicFront = z.strictObject({ title: text, sources: z.optional(sources), ...questions });

export const safetyFront = z.strictObject({
  title: text,
  sources: z.optional(sources),
  review,
  phrases: z.array(text).check(z.minLength(1)),
  unless: z.array(text),
  /** Phrases that may stand in ordinary questions too: they only teach the classifier. */
  hints: z._default(z.array(text), []),
  /** Sentences that tell of the danger, and harmless ones that sound like it: what the classifier learns from. */
  examples: z._default(z.array(text), []),
  lookalikes: z._default(z.array(text), []),
});

export const messagesFile = z.strictObject({
  review,
  messages: z.strictObject(Object.fromEntries(MESSAGE_NAMES.map((name) => [name, text]))),
});

export const wordsFile = z.strictObject(
  Object.fromEntries(WORD_GROUPS.map((group) => [group, z.array(text).check(z.minLength(1))])),
);

export const menuFile = z.strictObject({
  first: z.array(text).check(z.minLength(1)),
  sections: z.strictObject(Object.fromEntries(SECTIONS.map((section) => [section, z.array(text)]))),
});
export const isDanger = (name: string): name is (typeof DANGERS)[number] =>
  (DANGERS as readonly string[]).includes(name);
