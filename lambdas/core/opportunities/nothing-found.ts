import { flowSpeaker } from '../flows/flow-speaker.ts';
import type { TopicId } from '../ids.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { EVENT_CHOICE } from './event-choices.ts';
import { said } from './event-list.ts';
import { eventSpeaker } from './event-speaker.ts';
import type { Search } from './event-talk.ts';
import type { Category } from './opportunity.ts';

/** What families ask for most, in that order: with a person they fill a list of ten. */
const MOST_ASKED: readonly Category[] = [
  'conference',
  'after_school',
  'summer_program',
  'english_class',
  'tutoring',
  'sports',
  'food',
  'health',
  'clothes_supplies',
];

/** Nothing fits: it says so, and offers to tell the family when something comes. */
export const nothingFound = (
  input: StepInput,
  search: Search,
  world: { readonly isAnyComing: boolean; readonly topic?: TopicId },
): StepResult => {
  const speaker = eventSpeaker(input.context.content, input.speaker.lang);
  const body = search.days
    ? speaker.says('nothingDay', { days: flowSpeaker(input).days(search.days) })
    : speaker.says('nothing');
  return said(
    input,
    body,
    [
      // What its answer says holds, whatever is planned just now.
      ...input.speaker.topicChoices(world.topic ? [world.topic] : []),
      speaker.choice(EVENT_CHOICE.tell(search.categories[0] ?? 'any'), 'tellMe'),
      ...(world.isAnyComing ? [speaker.choice(EVENT_CHOICE.list, 'comingUp')] : []),
      speaker.choice(EVENT_CHOICE.find, 'lookFor'),
      input.speaker.personChoice,
    ],
    { search },
  );
};

/** "What do you look for?": kinds to tap. */
export const askWhatFor = (input: StepInput): StepResult => {
  const speaker = eventSpeaker(input.context.content, input.speaker.lang);
  const choices = MOST_ASKED.map((category) => ({
    id: EVENT_CHOICE.findCategory(category),
    title: speaker.words.categories[category],
  }));
  return said(input, speaker.says('lookFor'), [...choices, input.speaker.personChoice], { asked: 'look_for' });
};
