/** What a colleague changed of an event, in words. Pure. */
import { LANGS } from '#core/language.ts';
import { gradeWords } from '../schools/grade-words.ts';
import type { EventDraft } from './event-draft.ts';
import { CATEGORY_WORDS } from './event-words.ts';

const LABELS: Readonly<Record<keyof EventDraft, string>> = {
  ...{ form: 'Kind', category: 'What it is', texts: 'Texts', timeZone: 'Time zone' },
  ...{ startDay: 'First day', startTime: 'Begins at', endDay: 'Last day', endTime: 'Ends at', isAllDay: 'Whole days' },
  ...{ repeats: 'Repeats', weekdays: 'Days of the week', rule: 'Rule', until: 'Repeats until' },
  ...{ placeName: 'Place', placeAddress: 'Address', link: 'Link', isOnline: 'Online' },
  ...{ isDistrict: 'Whole district', schools: 'Schools', grades: 'Grades', agesFrom: 'Youngest', agesTo: 'Oldest' },
  ...{ languages: 'Families who read', audience: 'For whom', cost: 'Cost', amount: 'Dollars' },
  ...{ childcare: 'Childcare', food: 'Food', ride: 'Bus or ride', noIdAsked: 'No ID asked' },
  ...{ interpreterOnRequest: 'Interpreter on request', interpreters: 'Interpreters' },
  ...{ contactName: 'Whom to ask', contactPhone: 'Phone', takesRsvp: 'Families say that they come' },
  ...{ capacity: 'Places', rsvpByDay: 'Say so until', rsvpByTime: 'Say so until, time' },
};

/** The label of a field, as it stands in the form. */
export const labelOf = (field: keyof EventDraft): string => LABELS[field];

const listed = (words: readonly string[]): string => words.join(', ') || 'nothing';

const valueWords = (draft: EventDraft, field: keyof EventDraft, schoolName: (id: string) => string): string => {
  if (field === 'category') return CATEGORY_WORDS[draft.category];
  if (field === 'grades') return listed(draft.grades.map(gradeWords));
  if (field === 'schools') return listed(draft.schools.map(schoolName));
  const value = draft[field];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.replaceAll('_', ' ') || 'nothing';
  return Array.isArray(value) ? listed(value) : 'other';
};

const textWords = (base: EventDraft, theirs: EventDraft): string => {
  const changed = LANGS.filter((lang) => JSON.stringify(base.texts[lang]) !== JSON.stringify(theirs.texts[lang]));
  return `changed in ${listed(changed)}`;
};

/** "was Gym, is Library now". @param base as it was when the form was opened */
export const changeWords = (
  field: keyof EventDraft,
  base: EventDraft,
  theirs: EventDraft,
  schoolName: (id: string) => string,
): string =>
  field === 'texts'
    ? textWords(base, theirs)
    : `was ${valueWords(base, field, schoolName)}, is ${valueWords(theirs, field, schoolName)} now`;
