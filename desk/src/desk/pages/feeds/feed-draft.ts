/** A calendar as it is written in the form. Pure. */
import type { FeedEdit, FeedView } from '#contract/feeds-api.ts';

export interface FeedDraft extends Omit<FeedEdit, 'schools'> {
  readonly schools: readonly string[];
  /** Its events are of the whole district: then it names no schools. */
  readonly isDistrict: boolean;
}

export type FeedDraftProblems = Partial<Record<'name' | 'url' | 'schools', string>>;

/** @param schools those of whoever follows it: a single one is chosen at once */
export const newFeed = (schools: readonly string[]): FeedDraft => ({
  ...{ name: '', url: '', isTrusted: false, isActive: true, isDistrict: false },
  schools: schools.length === 1 ? schools : [],
});

export const draftOf = ({ feed }: FeedView): FeedDraft => ({ ...feed, isDistrict: feed.schools.length === 0 });

export const editOf = ({ name, url, schools, isTrusted, isActive, isDistrict }: FeedDraft): FeedEdit => ({
  name: name.trim(),
  url: url.trim(),
  schools: isDistrict ? [] : [...schools],
  ...{ isTrusted, isActive },
});

const ADDRESS = /^(?:https|webcals?):\/\/\S+$/i;
/** What is wrong with an address; undefined where nothing is. */
export const addressProblem = (url: string): string | undefined =>
  ADDRESS.test(url.trim()) ? undefined : 'Write the whole address. It begins with https:// or webcal://.';

/** What is wrong, by field; nothing where it can be saved. */
export const problemsOf = ({ name, url, schools, isDistrict }: FeedDraft): FeedDraftProblems => {
  const address = addressProblem(url);
  return {
    ...(name.trim() === '' ? { name: 'Give the calendar a name.' } : {}),
    ...(address === undefined ? {} : { url: address }),
    ...(!isDistrict && schools.length === 0 ? { schools: 'Choose at least one school.' } : {}),
  };
};
