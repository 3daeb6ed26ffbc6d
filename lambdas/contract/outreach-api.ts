/**
 * What the desk asks about the messages that Homeroom sends of its own accord: surveys, and days on which families are
 * not written to. Times are milliseconds since 1970. Every error is an `ErrorBody`.
 */
import * as z from 'zod/mini';
import { GRADES } from '#core/directory.ts';
import { LANGS } from '#core/language.ts';

const id = z.string().check(z.regex(/^[\w.-]{1,40}$/, 'may hold letters, digits and . _ - only'));
const school = z.string().check(z.regex(/^[\w.:@-]{1,120}$/, 'may hold letters, digits and . _ : @ - only'));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-12-03'));
const Lang = z.enum(LANGS);
const count = z.number();

/** An answer stands on a button of WhatsApp (Meta, "Interactive reply buttons", November 2026: three, of 20 characters). */
export const MOST_ANSWERS = 3;
export const MOST_ANSWER_LENGTH = 20;
export const MOST_QUESTIONS = 3;
export const MOST_QUESTION_LENGTH = 300;

const QuestionText = z.strictObject({
  question: z.string().check(z.minLength(1), z.maxLength(MOST_QUESTION_LENGTH)),
  answers: z
    .array(z.string().check(z.minLength(1), z.maxLength(MOST_ANSWER_LENGTH)))
    .check(z.minLength(2), z.maxLength(MOST_ANSWERS)),
});

/** What staff say of a survey. English is there always; a family whose language is missing is not asked. */
export const SurveyEdit = z.strictObject({
  questions: z
    .array(z.strictObject({ texts: z.partialRecord(Lang, QuestionText) }))
    .check(z.minLength(1), z.maxLength(MOST_QUESTIONS)),
  audience: z.strictObject({
    schools: z.array(school),
    grades: z.array(z.enum(GRADES)),
    languages: z.array(Lang),
  }),
  /** Answers after this are told that it is over. */
  closesAt: z.number(),
});
export type SurveyEdit = z.infer<typeof SurveyEdit>;

/** `version` 0 makes a new one. Only a draft can be changed. */
export const SurveyChange = z.object({ version: z.number(), survey: SurveyEdit });
/** The version that was seen, so that nobody starts or stops what somebody has just changed. */
export const SurveyStep = z.object({ version: z.number(), to: z.enum(['running', 'stopped', 'closed']) });

export const SurveyView = z.object({
  id,
  version: z.number(),
  state: z.enum(['draft', 'running', 'stopped', 'closed']),
  survey: SurveyEdit,
  /** Families to whom it was put on its way so far, and whether that is all of them. */
  asked: count,
  isSentOut: z.boolean(),
  answered: count,
  mayEdit: z.boolean(),
});
export type SurveyView = z.infer<typeof SurveyView>;
export const SurveyList = z.object({ surveys: z.array(SurveyView) });
export type SurveyList = z.infer<typeof SurveyList>;

/** Who would be asked, how long it takes and what it costs, before anything is sent. */
export const SurveyReach = z.object({
  families: count,
  byLanguage: z.partialRecord(Lang, count),
  /** Families that are left out because their language has no words. */
  withoutWords: z.partialRecord(Lang, count),
  /** At most, in US cents: each message delivered is paid for. */
  cents: z.number(),
  minutes: z.number(),
  /** What may keep it from being delivered, and what to do instead. */
  notes: z.array(z.string()),
});
export type SurveyReach = z.infer<typeof SurveyReach>;

/** How often each answer was given; a language with fewer than five families is left out of its own table. */
export const SurveyFigures = z.object({
  answered: count,
  questions: z.array(z.object({ answers: z.array(count) })),
  byLanguage: z.partialRecord(Lang, z.array(z.object({ answers: z.array(count) }))),
  hiddenLanguages: count,
});
export type SurveyFigures = z.infer<typeof SurveyFigures>;

/** Days on which families are not written to: a holy day, a day of mourning. Both dates are included. */
const Observance = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(100)), from: date, to: date });
export const Observances = z.strictObject({ observances: z.array(Observance).check(z.maxLength(60)) });
export type Observances = z.infer<typeof Observances>;
export const ObservancesView = z.object({ ...Observances.shape, mayEdit: z.boolean() });
export type ObservancesView = z.infer<typeof ObservancesView>;
