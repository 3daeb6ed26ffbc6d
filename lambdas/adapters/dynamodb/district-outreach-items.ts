import * as z from 'zod/mini';
import { keyOfSurvey, OBSERVANCES_KEY, TEMPLATES_KEY } from '#app/district/ports.ts';
import { SCHEMA_VERSION } from '#config.ts';
import { GRADES } from '#core/directory.ts';
import { LANGS } from '#core/language.ts';
import {
  type Observance,
  type Survey,
  TEMPLATE_CATEGORIES,
  TEMPLATE_STATUSES,
  type TemplateState,
  type TemplateStates,
} from '#core/outreach/outreach.ts';
import { districtItem, districtKey, jsonIn } from './district-items.ts';
import type { Item, StoredItem } from './items.ts';

/** Surveys, how WhatsApp's templates stand, and observances, as items of the district's partition. */

export const surveyItem = (survey: Survey): Item =>
  districtItem(keyOfSurvey(survey), survey.version, 'su', { S: JSON.stringify(survey) });

export const observancesItem = (observances: readonly Observance[]): Item => ({
  ...districtKey(OBSERVANCES_KEY),
  v: { N: String(SCHEMA_VERSION) },
  ob: { S: JSON.stringify(observances) },
});

const SurveyForm = z.looseObject({
  id: z.string(),
  version: z.number(),
  state: z.enum(['draft', 'running', 'stopped', 'closed']),
  questions: z.array(
    z.looseObject({
      texts: z.partialRecord(z.enum(LANGS), z.looseObject({ question: z.string(), answers: z.array(z.string()) })),
    }),
  ),
  audience: z.looseObject({
    schools: z.array(z.string()),
    grades: z.array(z.enum(GRADES)),
    languages: z.array(z.enum(LANGS)),
  }),
  closesAt: z.number(),
  results: z.optional(z.array(z.array(z.number()))),
});
const ObservancesForm = z.array(z.looseObject({ name: z.string(), from: z.string(), to: z.string() }));

/** @throws where it cannot be read; undefined where it is something else */
export const surveyIn = (sk: string, item: StoredItem): Survey | undefined => {
  if (!sk.startsWith('SURVEY#')) return undefined;
  const stored = jsonIn(item, 'su');
  SurveyForm.parse(stored);
  return stored as Survey;
};

/** @throws where it cannot be read; undefined where it is something else */
export const observancesIn = (sk: string, item: StoredItem): readonly Observance[] | undefined =>
  sk === OBSERVANCES_KEY ? ObservancesForm.parse(jsonIn(item, 'ob')) : undefined;

/**
 * Each template has an attribute for its status and one for its category, named by its key: word and time in one, so
 * that one conditional update keeps the newest.
 */
export const statusAttribute = (key: string): string => `s#${key}`;
export const categoryAttribute = (key: string): string => `c#${key}`;

const Word = z.pipe(
  z.object({ M: z.object({ w: z.object({ S: z.string() }), at: z.object({ N: z.string() }) }) }),
  z.transform(({ M }) => ({ word: M.w.S, at: Number(M.at.N) })),
);
const StatusWord = z.enum(TEMPLATE_STATUSES);
const CategoryWord = z.enum(TEMPLATE_CATEGORIES);

const templateIn = (item: StoredItem, key: string): TemplateState => {
  const [status, category] = [item[statusAttribute(key)], item[categoryAttribute(key)]].map(
    (stored) => stored && Word.parse(stored),
  );
  return {
    // WhatsApp sorts anew what it has approved.
    status: status ? StatusWord.parse(status.word) : 'approved',
    ...(category ? { category: CategoryWord.parse(category.word) } : {}),
    at: Math.max(status?.at ?? 0, category?.at ?? 0),
  };
};

/** @throws where it cannot be read; undefined where it is something else */
export const templatesIn = (sk: string, item: StoredItem): TemplateStates | undefined => {
  if (sk !== TEMPLATES_KEY) return undefined;
  const keys = Object.keys(item).flatMap((name) => (/^[sc]#/.test(name) ? [name.slice(2)] : []));
  return Object.fromEntries([...new Set(keys)].sort().map((key) => [key, templateIn(item, key)]));
};
