import {
  type DistrictStore,
  keyOfFeed,
  keyOfList,
  keyOfOpportunities,
  keyOfSchool,
  keyOfSurvey,
  type PeopleList,
  type StoredSchool,
} from '#app/district/ports.ts';
import type { Feed, OpportunityList, OpportunityStore } from '#app/opportunities/ports.ts';
import type { OutreachSettingsStore, SurveyStore, TemplateWord } from '#app/outreach/ports.ts';
import type { Observance, Survey, TemplateState } from '#core/outreach/outreach.ts';

export type MemoryDistrictStore = DistrictStore &
  OpportunityStore &
  OutreachSettingsStore &
  Pick<SurveyStore, 'saveSurvey'>;

/** Word and time, so that the newest stays. */
type Words = Partial<Record<'status' | 'category', { readonly word: string; readonly at: number }>>;

const templateOf = ({ status, category }: Words): TemplateState =>
  ({
    status: status?.word ?? 'approved',
    ...(category ? { category: category.word } : {}),
    at: Math.max(status?.at ?? 0, category?.at ?? 0),
  }) as TemplateState;

/** What staff change of the district, in memory, for tests and benches. */
export const createMemoryDistrictStore = (): MemoryDistrictStore => {
  const kept = {
    schools: new Map<string, string>(),
    lists: new Map<string, string>(),
    opportunities: new Map<string, string>(),
    feeds: new Map<string, string>(),
    surveys: new Map<string, string>(),
  };
  const templates = new Map<string, Words>();
  let observances: readonly Observance[] = [];
  let count = 0;

  const valuesOf = <Value>(texts: ReadonlyMap<string, string>) =>
    [...texts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => JSON.parse(text) as Value);

  const replace = (texts: Map<string, string>, key: string, value: { readonly version: number }): boolean => {
    const before = texts.get(key);
    const version = before === undefined ? 0 : (JSON.parse(before) as { version: number }).version;
    if (value.version !== version + 1) return false;
    texts.set(key, JSON.stringify(value));
    count += 1;
    return true;
  };

  const saveWord = (key: string, name: keyof Words, word: string, at: number) => {
    const before = templates.get(key)?.[name];
    if (before && at < before.at) return;
    if (before?.word !== word) count += 1;
    templates.set(key, { ...templates.get(key), [name]: { word, at } });
  };

  return {
    version: async () => count,
    read: async () => ({
      version: count,
      schools: valuesOf<StoredSchool>(kept.schools),
      lists: valuesOf<PeopleList>(kept.lists),
      opportunities: valuesOf<OpportunityList>(kept.opportunities),
      feeds: valuesOf<Feed>(kept.feeds),
      surveys: valuesOf<Survey>(kept.surveys),
      templates: Object.fromEntries([...templates].map(([key, words]) => [key, templateOf(words)])),
      observances,
      broken: [],
    }),
    saveSchool: async (school) => replace(kept.schools, keyOfSchool(school), school),
    saveList: async (list) => replace(kept.lists, keyOfList(list), list),
    saveOpportunities: async (list) => replace(kept.opportunities, keyOfOpportunities(list), list),
    saveFeed: async (feed) => replace(kept.feeds, keyOfFeed(feed), feed),
    saveSurvey: async (survey) => replace(kept.surveys, keyOfSurvey(survey), survey),
    saveTemplateState: async (key, { status, category, at }: TemplateWord) => {
      if (status) saveWord(key, 'status', status, at);
      if (category) saveWord(key, 'category', category, at);
    },
    saveObservances: async (all) => {
      observances = all;
      count += 1;
    },
  };
};
