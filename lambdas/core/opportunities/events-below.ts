import type { Choice } from '../reply.ts';
import type { StepInput } from '../steps/step.ts';
import { detailsChoice } from './event-list.ts';
import { eventSpeaker } from './event-speaker.ts';
import type { Search } from './event-talk.ts';
import { findEvents } from './find-events.ts';
import { searchSaid } from './search-talk.ts';
import { eventsFor } from './topic-events.ts';

/** As many stand below an answer. */
const MOST = 2;
/** Rows that an answer leaves of a list of ten, beside related topics, a person, and how the answer was. */
const ROOM = 4;

/** What to look for below an answer: kinds that belong to the topic, and of these what the words ask for. */
const searchBelow = (input: StepInput, topic: string): Search | undefined => {
  const categories = eventsFor(topic);
  if (categories.length === 0 || input.context.comingUp.opportunities.length === 0) return undefined;
  const said = searchSaid(input);
  const asked = said?.categories.filter((category) => categories.includes(category)) ?? [];
  return said && asked.length > 0 ? { ...said, categories: asked } : { categories };
};

/** What is coming up of a topic, to tap first below its answer. @param tasks how many tasks stand there too */
export const eventsBelow = (input: StepInput, topic: string, tasks: number): readonly Choice[] => {
  const { context, conversation, speaker } = input;
  const search = searchBelow(input, topic);
  if (!search) return [];
  const found = findEvents(search, context.comingUp.opportunities, {
    now: context.now,
    children: conversation.profile.children ?? [],
    lang: speaker.lang,
  });
  const said = eventSpeaker(context.content, speaker.lang);
  return found.slice(0, Math.min(MOST, ROOM - tasks)).map((one) => detailsChoice(one, said, context.now));
};
