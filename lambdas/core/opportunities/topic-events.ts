import type { Category } from './opportunity.ts';

/** What is coming up and belongs below the answer of a topic, by the topic's id. */
const BELOW: Readonly<Record<string, readonly Category[]>> = {
  'school-events': ['open_house', 'family_night', 'fair', 'performance', 'game'],
  'teacher-conference': ['conference'],
  'after-school': ['after_school', 'sports', 'arts'],
  'child-care-help': ['after_school'],
  'summer-programs': ['summer_program'],
  'summer-meals': ['food'],
  'english-classes': ['english_class'],
  'english-program': ['english_class'],
  'adult-diploma': ['adult_class'],
  'parent-groups': ['parent_group', 'parent_workshop'],
  volunteering: ['volunteering'],
  library: ['library'],
  'reading-together': ['library', 'family_night'],
  'financial-aid': ['financial_aid', 'scholarship'],
  'college-no-papers': ['financial_aid', 'scholarship'],
  'food-help': ['food'],
  'clothes-supplies': ['clothes_supplies'],
  'free-clinic': ['health'],
  'adult-health': ['health'],
  'health-checkups': ['health'],
  vaccines: ['health'],
  'homework-help': ['tutoring'],
  'failing-class': ['tutoring'],
  'pre-k': ['registration'],
  'enrollment-papers': ['registration'],
  'school-meals': ['meal_form'],
  'meal-form-privacy': ['meal_form'],
};

/** Topics that are asked in the words of "what is coming up". */
const ASKED_ALIKE: readonly string[] = ['school-events', 'school-calendar', 'same-for-other-child'];

/** The kinds of what is coming up that belong to a topic; none where it has nothing to do with it. */
export const eventsFor = (topic: string): readonly Category[] =>
  Object.hasOwn(BELOW, topic) ? (BELOW[topic] ?? []) : [];

/** Whether the words of a topic may be a question for what is coming up. */
export const isAskedAlike = (topic: string): boolean => ASKED_ALIKE.includes(topic);
